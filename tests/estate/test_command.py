"""The command for pull requests: its formats, its exit codes, and its words."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from data.estate.__main__ import main
from tests.estate.reading import INPUTS

ROOT = Path(__file__).parents[2]
SARIF_SCHEMA = json.loads(Path(__file__).with_name("sarif.schema.json").read_text("utf-8"))


def test_it_exits_with_1_only_where_something_as_severe_is_open(capsys: pytest.CaptureFixture[str]) -> None:
    bad, good = str(INPUTS / "three-readers.yaml"), str(INPUTS / "settings.tf.json")
    assert main([bad, "--fail-on", "high"]) == 1
    assert main([bad]) == 0
    assert main([str(INPUTS / "folded.yaml"), "--fail-on", "high"]) == 1
    assert main([good, "--fail-on", "high"]) == 1  # point-in-time recovery
    assert main([str(INPUTS / "custom-domain.yaml"), "--fail-on", "high"]) == 0  # nothing is visible, so nothing fails
    capsys.readouterr()


def test_what_is_accepted_in_the_files_does_not_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(INPUTS / "skip-metadata.yaml"), "--fail-on", "high"]) == 0
    assert "1 accepted" in capsys.readouterr().out


def test_it_exits_with_2_and_a_sentence_where_nothing_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "poem.txt").write_text("Roses are red")
    assert main([str(tmp_path)]) == 2
    assert main([str(tmp_path / "gone")]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert "There is no such file or folder." in said.err


def test_its_sarif_is_valid_and_points_at_lines(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(INPUTS / "skip-comment.yaml"), str(INPUTS / "expression.tf"), "--format", "sarif"])
    report = json.loads(capsys.readouterr().out)
    jsonschema.validate(report, SARIF_SCHEMA)
    results = report["runs"][0]["results"]
    rules = report["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert all(result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in results)
    suppressed = [result for result in results if "suppressions" in result]
    assert [result["ruleId"] for result in suppressed] == ["dynamodb-pitr-off"]


def test_its_markdown_tells_evidence_fact_and_trade_off(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(INPUTS / "three-readers.yaml"), "--format", "markdown"])
    said = capsys.readouterr().out
    assert "### High: Table: More than two readers of one stream" in said
    assert "three-readers.yaml, line 7" in said.replace("\\", "")
    assert "https://docs.aws.amazon.com/" in said
    assert "Right to ignore" in said


def test_its_json_holds_every_resource_and_every_answer(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(INPUTS / "folded.yaml"), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert sum(report["counts"].values()) == len(report["resources"])
    assert {finding["verdict"] for finding in report["findings"]} <= {"yes", "no", "depends", "hidden"}


def test_it_runs_without_streamlit() -> None:
    code = "import sys; from data.estate.__main__ import main; main(sys.argv[1:]); sys.exit('streamlit' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(INPUTS / "reference.yaml")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.startswith("2 resources: 2 on the map.")


def test_a_value_given_on_the_command_line_decides_what_depended_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    name = str(INPUTS / "expression.tf")
    main([name])
    assert "Depends on var.env" in capsys.readouterr().out
    main([name, "--set", "env=production"])
    said = capsys.readouterr().out
    assert "Depends on" not in said
    assert "rds-single-az" not in said
