"""What the tests of the server read in its answers."""

import re

from tests.http_answers import Answer, ask


def policy_of(answer: Answer) -> dict[str, list[str]]:
    """The content security policy: directive to its sources."""
    directives = (directive.split() for directive in answer.header("content-security-policy").split(";"))
    return {name: sources for name, *sources in directives}


def static_script(url: str) -> str:
    """The path of a script of the page."""
    found = re.search(rb'src="\./(static/js/[^"]+)"', ask(url, "/").body)
    assert found
    return "/" + found[1].decode()
