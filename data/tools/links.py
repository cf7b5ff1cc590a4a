"""Asks every address that the catalog cites whether it still answers. Run by `make links`, with the internet.

A page that has moved is reported and is no failure. A page that has vanished is one: the server says so, or leads to
the front page of its guide instead, as AWS does with pages it took away. So is an address that does not answer.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from data.catalog import catalog
from data.loading.source_checks import page_of, sources_by_file
from data.records import Catalog

GONE = (404, 410)
FRONT_PAGES = frozenset({"", "index.html", "welcome.html", "what-is.html", "introduction.html"})
AT_ONCE = 8
SECONDS = 20.0
BROWSER = "Mozilla/5.0 (compatible; aws-data-landscape link check)"


@dataclass(frozen=True)
class Answer:
    """What an address answered: the HTTP status and the address it led to, or, with status 0, why there was no
    answer."""

    url: str
    status: int
    led_to: str
    trouble: str = ""

    @property
    def failed(self) -> bool:
        return not 200 <= self.status < 300

    @property
    def vanished(self) -> bool:
        """Whether the page is gone: by the status, or by a front page in its place."""
        return self.status in GONE or (self._elsewhere and _is_front(self.led_to) and not _is_front(self.url))

    @property
    def moved(self) -> bool:
        return self._elsewhere and not self.vanished

    @property
    def _elsewhere(self) -> bool:
        return not self.failed and self.led_to.rstrip("/") != self.url.rstrip("/")


def _is_front(url: str) -> bool:
    return urlsplit(url).path.rpartition("/")[2].lower() in FRONT_PAGES


def addresses(given: Catalog) -> dict[str, tuple[str, ...]]:
    """Every page cited, without its anchor, and the files that cite it."""
    found: dict[str, dict[str, None]] = {}
    for file, (sources, _) in sources_by_file(given).items():
        for source in sources.values():
            found.setdefault(page_of(source), {})[file.partition(":")[0]] = None
    return {url: tuple(files) for url, files in sorted(found.items())}


def ask(url: str, seconds: float = SECONDS) -> Answer:
    """Ask for the head of a page and, where a server does not answer that well, for the page; redirects are
    followed."""
    answer = _asked(url, "HEAD", seconds)
    return _asked(url, "GET", seconds) if answer.failed else answer


def _asked(url: str, method: str, seconds: float) -> Answer:
    request = Request(url, method=method, headers={"User-Agent": BROWSER, "Accept": "text/html,*/*"})
    try:
        with urlopen(request, timeout=seconds) as response:
            return Answer(url, response.status, response.url)
    except HTTPError as error:
        error.close()
        return Answer(url, error.code, url, str(error.reason))
    except (OSError, HTTPException, ValueError) as error:
        return Answer(url, 0, url, str(getattr(error, "reason", error)) or type(error).__name__)


def ask_all(urls: Iterable[str], ask_one: Callable[[str], Answer] = ask, at_once: int = AT_ONCE) -> tuple[Answer, ...]:
    """The answers of many addresses, `at_once` of them asked at a time, in the order given."""
    with ThreadPoolExecutor(at_once) as workers:
        return tuple(workers.map(ask_one, urls))


def no_way_out(urls: Iterable[str], ask_one: Callable[[str], Answer] = ask) -> str | None:
    """One sentence where no host of the addresses can be reached at all; None where at least one answers something."""
    one_of_each = {urlsplit(url).hostname: url for url in urls}
    answers = ask_all(one_of_each.values(), ask_one)
    if any(answer.status for answer in answers):
        return None
    return (
        "No address could be checked, because none of "
        f"{', '.join(sorted(map(str, one_of_each)))} could be reached: run this with the internet."
    )


def report(answers: Iterable[Answer], cited_by: Mapping[str, tuple[str, ...]]) -> tuple[str, bool]:
    """The result in words, a line each for what failed, vanished or moved, and whether all is well."""
    every = tuple(answers)
    vanished = [answer for answer in every if answer.vanished]
    failed = [answer for answer in every if answer.failed and not answer.vanished]
    moved = [answer for answer in every if answer.moved]

    def line(words: str, answer: Answer, end: str = "") -> str:
        return f"{words}: {answer.url}{end} ({', '.join(cited_by.get(answer.url, ()))})"

    lines = [line(f"FAILED {answer.status or 'no answer'} {answer.trouble}", answer) for answer in failed]
    lines += [
        line(f"VANISHED {answer.status} {answer.trouble}", answer)
        if answer.failed
        else line("VANISHED", answer, f" leads to {answer.led_to} instead")
        for answer in vanished
    ]
    lines += [line("moved", answer, f" leads to {answer.led_to}") for answer in moved]
    answered = len(every) - len(failed) - len(vanished) - len(moved)
    lines.append(
        f"{len(every)} addresses: {answered} answer, {len(moved)} moved, "
        f"{len(vanished)} vanished, {len(failed)} failed."
    )
    return "\n".join(lines), not failed and not vanished


def main() -> int:
    """Check all addresses and print what was found. Returns the exit code: 1 where one failed or nothing could be
    reached."""
    cited_by = addresses(catalog())
    offline = no_way_out(cited_by)
    if offline:
        print(offline, file=sys.stderr)
        return 1
    text, well = report(ask_all(cited_by), cited_by)
    print(text)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
