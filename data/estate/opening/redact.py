"""What never leaves a reading: passwords, keys, and whole account ids."""

import re

SECRET_NAME = re.compile(
    r"pass(word|wd|phrase)?($|[^a-z])|secret|token|credential"
    r"|private.?key|api.?key|access.?key|auth.?key|connection.?string",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?<![0-9A-Za-z])(\d{8})(\d{4})(?![0-9A-Za-z])")
_KEY = re.compile(
    r"\b(AKIA|ASIA|AIDA|AROA)[A-Z0-9]{12,}\b|\bghp_[A-Za-z0-9]{20,}\b"
    r"|-----BEGIN[^-]*-----[\s\S]*?(-----END[^-]*-----|$)|\beyJ[\w-]{20,}\.[\w.-]+"
)
_LOGIN = re.compile(r"(://)[^/\s:@]*:[^/\s@]+@")
_ASSIGNED = re.compile(
    r"(?i)\b([\w.-]*(?:password|passwd|pwd|secret|token|api_?key)[\w.-]*)(\"?\s*[=:]\s*\"?)([^\s\"'&,;$}{]+)"
)
_LONG = re.compile(
    r"(?<![\w/+=.-])(?=[A-Za-z0-9/+]*\d)(?=[A-Za-z0-9/+]*[A-Z])(?=[A-Za-z0-9/+]*[a-z])"
    r"(?![A-Za-z]\w*[0-9A-F]{8}\b)[A-Za-z0-9/+]{40}(?![\w/+=.-])"
)


def redacted(text: str) -> str:
    """The text without secrets, with account ids shortened to their last four digits, and of at most 300 characters."""
    if len(text) > 4000:
        text = text[:4000]
    text = _KEY.sub("(hidden)", text)
    text = _LOGIN.sub(r"\1(hidden)@", text)
    text = _ASSIGNED.sub(r"\1\2(hidden)", text)
    text = _LONG.sub("(hidden)", text)
    text = _ACCOUNT.sub(r"…\2", text)
    text = " ".join(text.split())
    return text if len(text) <= 300 else text[:299] + "…"


def is_secret(name: str) -> bool:
    """Whether the name of a property, parameter or variable says that its value is secret."""
    return bool(SECRET_NAME.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)))
