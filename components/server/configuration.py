"""What the one who runs the app may set, all of it: variables of the environment that begin with `LANDSCAPE_`.

The descriptions and defaults below are what docs/running.md lists. An unknown or wrong variable stops the start.
"""

import difflib
import os
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

PREFIX = "LANDSCAPE_"
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?", re.IGNORECASE)


def _words(value: object) -> object:
    return tuple(value.replace(",", " ").replace(";", " ").split()) if isinstance(value, str) else value


def _are_origins(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not _ORIGIN.fullmatch(value):
            raise ValueError(f"{value!r} is no origin such as https://wiki.example.com")
    return values


def _is_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError("give an address such as https://wiki.example.com/atlas")
    return value.rstrip("/")


Origins = Annotated[tuple[str, ...], BeforeValidator(_words), AfterValidator(_are_origins)]
Words = Annotated[tuple[str, ...], BeforeValidator(_words)]
Address = Annotated[str, AfterValidator(_is_address)]
Choice = Literal["on", "off"]


class Configuration(BaseModel):
    """All settings; the variable of `log` is `LANDSCAPE_LOG`, and so on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    public_url: Address | None = Field(
        None,
        description="The address of the landscape as visitors see it, with its path. Needed behind a proxy that changes"
        " the Host header, for sign-in, and so that cookies are Secure where the proxy ends TLS.",
    )
    origins: Origins = Field((), description="Further origins whose pages may connect, such as a second host name.")
    frame_ancestors: Words = Field((), description="Hosts that may show the app in a frame.")
    log: Literal["text", "json"] = Field("text", description="One line an event, as text or as JSON.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least level that is logged."
    )
    log_visitors: Choice = Field("off", description="Whether the log has the network addresses of visitors.")
    metrics: Literal["off", "open", "token"] = Field(
        "off", description="Whether `/metrics` answers: to nobody, everybody, or whoever sends the token."
    )
    metrics_token: SecretStr | None = Field(None, description="The bearer token that `token` asks for.")
    max_sessions: Annotated[int, Field(ge=1, le=100_000)] | None = Field(
        None, description="How many pages may be open at once; as many as the limit of open files carries where absent."
    )
    come_back_seconds: Annotated[int, Field(ge=1, le=86_400)] = Field(
        120, description="How long what a page holds is kept for it when its line is lost."
    )
    sign_in: Choice = Field("off", description="Whether visitors have to sign in, by OpenID Connect.")
    sign_in_open_data: Choice = Field(
        "off", description="Whether `/api`, `/export` and the feed answer without sign-in where pages need one."
    )
    oidc_metadata_url: Address | None = Field(
        None,
        description="Where the provider tells its endpoints: its address with `/.well-known/openid-configuration`.",
    )
    oidc_client_id: str | None = Field(None, description="The name that the provider knows the app by.")
    oidc_client_secret: SecretStr | None = Field(None, description="The secret that goes with it.")
    cookie_secret: SecretStr | None = Field(
        None, description="What cookies are signed with: 32 characters or more, the same in every replica."
    )

    @property
    def is_https(self) -> bool:
        """Whether visitors come by TLS, as far as the configuration says."""
        return self.public_url is not None and self.public_url.startswith("https:")

    @property
    def allowed_origins(self) -> frozenset[str]:
        """The origins, beside the host that was asked, whose pages may connect."""
        own = {"{0.scheme}://{0.netloc}".format(urlsplit(self.public_url))} if self.public_url else set()
        return frozenset(origin.lower() for origin in own | set(self.origins))


class ConfigurationError(ValueError):
    """One sentence about what is wrong with the variables."""


def read_configuration(environment: Mapping[str, str]) -> Configuration:
    """The configuration that an environment gives.

    Errors: ConfigurationError.
    """
    given = {name: value for name, value in environment.items() if name.startswith(PREFIX)}
    fields = {f"{PREFIX}{name.upper()}": name for name in Configuration.model_fields}
    for name in sorted(given):
        if name not in fields:
            near = difflib.get_close_matches(name, fields, n=1, cutoff=0.8)
            hint = f"did you mean {near[0]}?" if near else "docs/running.md lists those that there are."
            raise ConfigurationError(f"The variable {name} is not known: {hint}")
    try:
        found = Configuration.model_validate({fields[name]: value for name, value in given.items() if value.strip()})
    except ValidationError as error:
        problem = error.errors()[0]
        name = f"{PREFIX}{str(problem['loc'][0]).upper()}"
        told = problem["msg"].removeprefix("Value error, ")
        raise ConfigurationError(f"The variable {name} cannot be used: {told[:1].lower()}{told[1:]}.") from None
    missing = next(_missing(found), None)
    if missing:
        raise ConfigurationError(missing)
    return found


def _missing(found: Configuration) -> Iterator[str]:
    if found.metrics == "token" and found.metrics_token is None:
        yield f"{PREFIX}METRICS=token needs a token: set {PREFIX}METRICS_TOKEN."
    if found.sign_in == "on":
        for name in ("public_url", "oidc_metadata_url", "oidc_client_id", "oidc_client_secret", "cookie_secret"):
            if getattr(found, name) is None:
                yield f"{PREFIX}SIGN_IN=on needs {PREFIX}{name.upper()}: set it, and start again."
    if found.cookie_secret is not None and len(found.cookie_secret.get_secret_value()) < 32:
        yield f"The variable {PREFIX}COOKIE_SECRET cannot be used: it has to have at least 32 characters."


@cache
def configuration() -> Configuration:
    """The configuration of this process."""
    return read_configuration(os.environ)


def stop_if_the_configuration_is_wrong() -> None:
    """End the process with one sentence where the variables cannot be used."""
    try:
        configuration()
    except ConfigurationError as error:
        sys.exit(str(error))
