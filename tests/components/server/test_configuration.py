"""Whoever runs the app is told in one sentence what is wrong with its variables, and finds all of them in one place."""

import re

import pytest

from components.server.configuration import PREFIX, Configuration, ConfigurationError, read_configuration
from tests.conftest import ROOT

OIDC = {
    "LANDSCAPE_SIGN_IN": "on",
    "LANDSCAPE_PUBLIC_URL": "https://wiki.example.com/atlas/",
    "LANDSCAPE_OIDC_METADATA_URL": "https://id.example.com/.well-known/openid-configuration",
    "LANDSCAPE_OIDC_CLIENT_ID": "landscape",
    "LANDSCAPE_OIDC_CLIENT_SECRET": "secret",
    "LANDSCAPE_COOKIE_SECRET": "x" * 32,
}


def test_without_variables_everything_has_its_default() -> None:
    settings = read_configuration({"PATH": "/bin", "LANDSCAPE_LOG": ""})
    assert settings == Configuration()
    assert (settings.metrics, settings.sign_in, settings.log_visitors) == ("off", "off", "off")


def test_values_are_read_in_their_kinds() -> None:
    settings = read_configuration(
        OIDC
        | {"LANDSCAPE_ORIGINS": "https://a.example.com, http://b.example.com:8080", "LANDSCAPE_MAX_SESSIONS": "300"}
    )
    assert settings.public_url == "https://wiki.example.com/atlas"
    assert settings.is_https
    assert settings.max_sessions == 300
    assert settings.allowed_origins == {
        "https://wiki.example.com",
        "https://a.example.com",
        "http://b.example.com:8080",
    }


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"LANDSCAPE_LOGG": "json"}, r"LANDSCAPE_LOGG is not known: did you mean LANDSCAPE_LOG\?"),
        ({"LANDSCAPE_COLOUR_OF_ALL": "red"}, r"LANDSCAPE_COLOUR_OF_ALL is not known: docs/running\.md"),
        ({"LANDSCAPE_LOG": "xml"}, "LANDSCAPE_LOG cannot be used: input should be 'text' or 'json'"),
        ({"LANDSCAPE_MAX_SESSIONS": "many"}, "LANDSCAPE_MAX_SESSIONS cannot be used: input should be a valid integer"),
        ({"LANDSCAPE_MAX_SESSIONS": "0"}, "LANDSCAPE_MAX_SESSIONS cannot be used: input should be greater than"),
        ({"LANDSCAPE_PUBLIC_URL": "wiki.example.com"}, "LANDSCAPE_PUBLIC_URL cannot be used: give an address"),
        ({"LANDSCAPE_ORIGINS": "https://a.example.com/x"}, "LANDSCAPE_ORIGINS cannot be used: .* is no origin"),
        ({"LANDSCAPE_METRICS": "token"}, "LANDSCAPE_METRICS=token needs a token"),
        ({"LANDSCAPE_SIGN_IN": "on"}, "LANDSCAPE_SIGN_IN=on needs LANDSCAPE_PUBLIC_URL"),
        (OIDC | {"LANDSCAPE_COOKIE_SECRET": "short"}, "LANDSCAPE_COOKIE_SECRET cannot be used: .* 32 characters"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(variables: dict[str, str], told: str) -> None:
    with pytest.raises(ConfigurationError, match=told) as raised:
        read_configuration(variables)
    assert "\n" not in str(raised.value)


def test_secrets_are_not_shown() -> None:
    assert "secret'" not in repr(read_configuration(OIDC))
    assert "x" * 32 not in repr(read_configuration(OIDC))


def test_every_variable_is_listed_for_those_who_run_the_app() -> None:
    listed = (ROOT / "docs" / "running.md").read_text("utf-8")
    assert [name for name in Configuration.model_fields if f"`{PREFIX}{name.upper()}`" not in listed] == []
    named = set(re.findall(rf"`({PREFIX}[A-Z_]+)", listed))
    assert named <= {f"{PREFIX}{name.upper()}" for name in Configuration.model_fields}
