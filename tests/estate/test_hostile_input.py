"""Broken, hostile and enormous input: one sentence each, and nothing of it anywhere afterwards."""

import io
import json
import os
import stat
import tempfile
import zipfile
from pathlib import Path

import pytest

from data.estate.apart import read_apart
from data.estate.judging.assess import assess
from data.estate.opening.refused import Refused
from data.estate.read import read_estate
from data.estate.reports.json_report import as_json
from data.estate.reports.markdown import as_markdown
from data.estate.reports.sarif import as_sarif
from data.estate.reports.text import as_text
from tests.estate.mutations import mutated
from tests.estate.reading import files_of, read


def zipped(*members: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def link_to(target: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        entry = zipfile.ZipInfo("secret.yaml")
        entry.create_system = 3
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, target)
        archive.writestr("main.tf", 'resource "aws_sqs_queue" "q" {}\n')
    return stream.getvalue()


LAUGHS = (
    "a: &a [x, x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(22))
    + "Resources: {T: {Type: A::B::C, Properties: {P: *w}}}\n"
)

REFUSED = {
    "nothing": [("empty.yaml", b"")],
    "no text": [("photo.png", bytes(range(256)))],
    "a poem": [("poem.txt", b"Roses are red,\nviolets are blue.\n")],
    "broken JSON": [("t.json", b'{"Resources": {"A": }}')],
    "broken YAML": [("t.yaml", b"Resources:\n  A: [\n  B: }\n")],
    "tabs": [("t.yaml", b"Resources:\n\tA:\n\t\tType: AWS::SQS::Queue\n")],
    "resources that are a list": [("t.yaml", b"Resources:\n  - A\n")],
    "broken Terraform": [("main.tf", b'resource "aws_sqs_queue" "q" {\n  name = \n')],
    "aliases that grow": [("t.yaml", LAUGHS.encode())],
    "an alias of itself": [("t.yaml", b"Resources: &r\n  A: {Type: A::B::C, Properties: *r}\n")],
    "deep JSON": [("t.json", b'{"Resources":' + b'{"a":' * 5000 + b"1" + b"}" * 5001)],
    "deep YAML": [("t.yaml", b"Resources: " + b"[" * 5000 + b"]" * 5000)],
    "deep Terraform": [("main.tf", b'resource "a" "b" {\n  x = ' + b"[" * 500 + b"]" * 500 + b"\n}\n")],
    "an old state": [("s.tfstate", b'{"version": 3, "serial": 1, "lineage": "x", "resources": [], "modules": []}')],
    "a path that leaves": [("a.zip", zipped(("../../etc/x.tf", b"")))],
    "an absolute path": [("a.zip", zipped(("/etc/x.tf", b"")))],
    "a bomb": [("a.zip", zipped(*((f"{n}.tf", b"#" * 5_000_000) for n in range(6))))],
    "a damaged archive": [("a.zip", zipped(("main.tf", b"x" * 9000))[:-40])],
    "an archive in an archive": [("a.zip", zipped(("b.zip", zipped(("main.tf", b"")))))],
    "too much": [("a.tf", b"#" * 21_000_000)],
    "too many": [
        ("t.json", json.dumps({"Resources": {f"Q{n}": {"Type": "AWS::SQS::Queue"} for n in range(5001)}}).encode())
    ],
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told_in_one_sentence(name: str) -> None:
    with pytest.raises(Refused) as refused:
        read_estate(REFUSED[name])
    assert refused.value.sentence.endswith(".")
    assert len(refused.value.sentence) < 260
    assert "Traceback" not in str(refused.value)


@pytest.mark.parametrize(("name", "line"), [("broken JSON", 1), ("broken YAML", 3), ("broken Terraform", 2)])
def test_the_sentence_names_file_and_line(name: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        read_estate(REFUSED[name])
    assert refused.value.file == REFUSED[name][0][0]
    assert refused.value.line == line


def test_a_key_that_stands_twice_is_read_as_cloudformation_reads_it() -> None:
    text = b"Resources:\n  A: {Type: AWS::SQS::Queue, Properties: {QueueName: one, QueueName: two}}\n"
    assert read_estate([("t.yaml", text)]).resources[0].by_name["name"].value == "two"


def test_one_broken_file_does_not_hide_the_others() -> None:
    estate = read_estate([*files_of("reference.yaml"), *REFUSED["broken YAML"], *REFUSED["broken Terraform"]])
    assert len(estate.on_map) == 2
    assert {problem.place.file for problem in estate.problems} == {"t.yaml", "main.tf"}


def test_a_symbolic_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("Resources: {Leaked: {Type: AWS::SQS::Queue}}")
    estate = read_estate([("a.zip", link_to(str(secret)))])
    assert [resource.name for resource in estate.resources] == ["q"]


def test_broken_templates_are_read_or_refused_and_never_end_in_an_error() -> None:
    read_ones = 0
    for files in mutated(2000):
        try:
            estate = read_estate(files)
        except Refused:
            continue
        read_ones += 1
        assess(estate)
        assert sum(estate.counts.values()) == sum(resource.written for resource in estate.resources)
    assert read_ones > 500


SECRETS = (
    "hunter2hunter2",
    "correct-horse-battery",
    "AKIAIOSFODNN7EXAMPLE",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "123456789012",
    "s3cr3t-in-url",
)
LEAKY = """
Parameters:
  Token: {Type: String, NoEcho: true, Default: hunter2hunter2}
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    # checkov:skip=CKV_AWS_16:key is AKIAIOSFODNN7EXAMPLE
    Properties:
      MasterUserPassword: correct-horse-battery
      DBInstanceIdentifier: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
  Function:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: arn:aws:lambda:eu-west-1:123456789012:function:AKIAIOSFODNN7EXAMPLE
      DeadLetterConfig: {TargetArn: "arn:aws:sqs:eu-west-1:123456789012:failed"}
      Environment:
        Variables:
          URL: !Sub "postgres://admin:s3cr3t-in-url@${Database.Endpoint.Address}"
          TOKEN: !Ref Token
          TARGET: arn:aws:dynamodb:eu-west-1:123456789012:table/orders
"""


def test_no_secret_and_no_whole_account_id_leaves_a_reading() -> None:
    estate = read_estate(
        [("leaky.yaml", LEAKY.encode()), *files_of("state.json"), *files_of("raw.tfstate"), *files_of("explorer.csv")]
    )
    results = assess(estate)
    for shown in (
        estate.model_dump_json(),
        as_text(estate, results),
        as_markdown(estate, results),
        as_json(estate, results),
        as_sarif(estate, results),
    ):
        assert not [secret for secret in SECRETS if secret in shown]
        assert "…9012" in shown or shown == as_text(estate, results)


def test_a_reading_apart_answers_as_one_at_home() -> None:
    apart, here = read_apart(files_of("reference.yaml")), read("reference.yaml")
    assert apart.estate == here
    assert apart.results == assess(here)


@pytest.mark.parametrize("name", ["aliases that grow", "deep YAML", "a bomb", "too many", "nothing"])
def test_a_reading_apart_refuses_in_the_same_words(name: str) -> None:
    with pytest.raises(Refused) as here:
        read_estate(REFUSED[name])
    with pytest.raises(Refused) as apart:
        read_apart(REFUSED[name])
    assert str(apart.value) == str(here.value)


def test_nothing_of_an_upload_stays_on_the_disk_or_in_the_environment() -> None:
    marker = "marker-of-this-upload"
    before = {path.name for path in Path(tempfile.gettempdir()).iterdir()}
    read_apart(
        [
            (
                "t.yaml",
                f"Resources: {{Table: {{Type: AWS::DynamoDB::Table, Properties: {{TableName: {marker}}}}}}}".encode(),
            )
        ]
    )
    new = [path for path in Path(tempfile.gettempdir()).iterdir() if path.name not in before and path.is_file()]
    assert not [path for path in new if marker.encode() in path.read_bytes()]
    assert not [name for name, value in os.environ.items() if marker in value]
