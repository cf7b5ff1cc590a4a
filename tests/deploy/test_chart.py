"""The Helm chart renders to what Kubernetes takes, and refuses values that it could not use."""

import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.conftest import ROOT

kubernetes_validate = pytest.importorskip(
    "kubernetes_validate", reason="kubernetes-validate of deploy/requirements-tools.txt is not installed"
)

CHART = ROOT / "deploy" / "chart"
RENDERER = Path(__file__).with_name("render_chart.go")
DEBIAN_SOURCES = Path("/usr/share/gocode")  # golang-github-masterminds-sprig-dev

pytestmark = pytest.mark.skipif(
    not shutil.which("helm")
    and not (shutil.which("go") and (DEBIAN_SOURCES / "src/github.com/Masterminds/sprig").exists()),
    reason="needs helm, or Debian's golang-go and golang-github-masterminds-sprig-dev",
)

Values = dict[str, Any]


def _merged(values: Values, changes: Values) -> Values:
    return values | {
        key: _merged(values[key], change) if isinstance(change, dict) and key in values else change
        for key, change in changes.items()
    }


def _values(changes: Values) -> Values:
    values = _merged(yaml.safe_load((CHART / "values.yaml").read_text("utf-8")), changes)
    jsonschema.validate(values, json.loads((CHART / "values.schema.json").read_text("utf-8")))
    return values


@cache
def _engine(folder: Path) -> Path:
    program = folder / "render_chart"
    environment = {
        **os.environ,
        "GO111MODULE": "off",
        "GOPATH": str(DEBIAN_SOURCES),
        "GOCACHE": str(folder / "cache"),
        "GOFLAGS": "",
    }
    subprocess.run(["go", "build", "-o", str(program), str(RENDERER)], env=environment, check=True, timeout=120)
    return program


def _rendered(folder: Path, **changes: Any) -> dict[str, Values]:
    """Kind to document."""
    given = folder / "values.json"
    values = _values(changes)
    if shutil.which("helm"):
        given.write_text(json.dumps(values), "utf-8")
        text = subprocess.run(
            ["helm", "template", "atlas", str(CHART), "-f", str(given)],
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        ).stdout
    else:
        chart = {
            key[0].upper() + key[1:]: value
            for key, value in yaml.safe_load((CHART / "Chart.yaml").read_text("utf-8")).items()
        }
        given.write_text(
            json.dumps({"Values": values, "Chart": chart, "Release": {"Name": "atlas", "Service": "Helm"}}), "utf-8"
        )
        out = subprocess.run(
            [_engine(folder.parent), str(CHART), str(given)], check=True, capture_output=True, text=True, timeout=60
        ).stdout
        text = "\n---\n".join(document for name, document in json.loads(out).items() if name.endswith(".yaml"))
    documents = {document["kind"]: document for document in yaml.safe_load_all(text) if document}
    for document in documents.values():
        kubernetes_validate.validate(document, kubernetes_validate.latest_version(), strict=True)
    return documents


def test_the_chart_makes_a_fleet_that_is_replaced_one_by_one(tmp_path: Path) -> None:
    made = _rendered(tmp_path)
    assert set(made) == {"Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler"}
    pod = made["Deployment"]["spec"]["template"]["spec"]
    container = pod["containers"][0]
    assert made["Deployment"]["spec"]["strategy"]["rollingUpdate"] == {"maxSurge": 1, "maxUnavailable": 0}
    assert "replicas" not in made["Deployment"]["spec"]
    assert container["livenessProbe"]["httpGet"]["path"] == "/healthz"
    assert container["readinessProbe"]["httpGet"]["path"] == container["startupProbe"]["httpGet"]["path"] == "/readyz"
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert pod["securityContext"]["runAsNonRoot"] is True
    drains = re.search(r"sleep\((\d+)\)", container["lifecycle"]["preStop"]["exec"]["command"][-1])
    assert drains is not None
    assert pod["terminationGracePeriodSeconds"] > int(drains[1])
    labels = made["Deployment"]["spec"]["template"]["metadata"]["labels"].items()
    for selector in (
        made["Service"]["spec"]["selector"],
        made["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
    ):
        assert selector.items() <= labels


def test_path_configuration_and_secret_reach_the_app_and_the_ingress(tmp_path: Path) -> None:
    made = _rendered(
        tmp_path,
        path="atlas",
        config={"LANDSCAPE_LOG": "json"},
        secretName="landscape",
        autoscaling={"enabled": False},
        replicas=3,
        ingress={"enabled": True, "host": "wiki.example.com", "tlsSecretName": "wiki"},
    )
    container = made["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    assert {"name": "STREAMLIT_SERVER_BASE_URL_PATH", "value": "atlas"} in container["env"]
    assert {"name": "LANDSCAPE_LOG", "value": "json"} in container["env"]
    assert {"name": "LANDSCAPE_PUBLIC_URL", "value": "https://wiki.example.com/atlas"} in container["env"]
    assert container["envFrom"] == [{"secretRef": {"name": "landscape"}}]
    assert made["Deployment"]["spec"]["replicas"] == 3
    assert "HorizontalPodAutoscaler" not in made
    assert made["Ingress"]["spec"]["rules"][0]["http"]["paths"][0]["path"] == "/atlas"
    assert made["Ingress"]["metadata"]["annotations"]["nginx.ingress.kubernetes.io/affinity"] == "cookie"


@pytest.mark.parametrize(
    "changes",
    [
        {"path": "/atlas/"},
        {"replicas": 0},
        {"config": {"LANDSCAPE_COOKIE_SECRET": "x"}},
        {"config": {"PATH": "x"}},
        {"ingress": {"enabled": True}},
        {"colour": "red"},
    ],
    ids=str,
)
def test_values_that_cannot_work_are_refused(changes: Values) -> None:
    with pytest.raises(jsonschema.ValidationError):
        _values(changes)
