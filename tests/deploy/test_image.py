"""The image is built from files that reach its build, and the compose file's proxy finds every replica."""

import ipaddress
import re

import yaml

from tests.conftest import ROOT


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _sources() -> set[str]:
    """What the Dockerfile takes from the project."""
    steps = _text("Dockerfile").replace("\\\n", " ").splitlines()
    copies = [line.split()[1:-1] for line in steps if line.startswith("COPY ") and "--from=" not in line]
    mounted = re.findall(r"--mount=type=bind,source=([^,\s]+)", " ".join(steps))
    return {*mounted, *(source for copy in copies for source in copy)}


def test_whatever_the_image_is_built_from_reaches_its_build() -> None:
    sent = {line.removeprefix("!") for line in _text(".dockerignore").splitlines()}
    assert _sources() <= sent
    assert {source for source in _sources() if not (ROOT / source).exists()} == set()
    taken = set(re.findall(r"(?:bash |/)(deploy/[a-z_.]+)", _text("Dockerfile") + _text("deploy/install")))
    assert "deploy/slim" in taken
    assert taken <= _sources()


def test_the_proxy_waits_for_every_replica_and_finds_it_again_after_it_was_replaced() -> None:
    """nginx looks names up once, so addresses that change leave it without a replica."""
    fleet = yaml.safe_load(_text("compose.yaml"))
    replicas = {name: service for name, service in fleet["services"].items() if name != "proxy"}
    assert set(re.findall(r"server ([\w-]+):8501", _text("deploy/nginx.conf"))) == set(replicas)
    assert {
        name: need["condition"] for name, need in fleet["services"]["proxy"]["depends_on"].items()
    } == dict.fromkeys(replicas, "service_healthy")
    network = ipaddress.ip_network(fleet["networks"]["default"]["ipam"]["config"][0]["subnet"])
    addresses = {ipaddress.ip_address(service["networks"]["default"]["ipv4_address"]) for service in replicas.values()}
    assert len(addresses) == len(replicas)
    assert addresses <= set(network.hosts())
