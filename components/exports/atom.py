"""The changes of the catalog as an Atom feed (RFC 4287)."""

from datetime import UTC, datetime, time
from xml.etree.ElementTree import Element, SubElement, tostring

from components.frame.page_links import page_link_of
from components.text.citations import text_date, text_of
from data.records import Catalog, Change

NAMESPACE = "http://www.w3.org/2005/Atom"
AUTHOR = "AWS Data Landscape"
IDENTITY = "tag:aws-data-landscape,2026:"
NEVER = "1970-01-01T00:00:00Z"


def changes_as_atom(catalog: Catalog, base: str) -> bytes:
    """The feed as XML in UTF-8, the newest change first; `base` is the address of the app, without a slash at
    its end."""
    changes = catalog.newest_changes
    feed = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en"})
    _text(feed, "title", "AWS Data Landscape: what changed")
    _text(feed, "id", f"{IDENTITY}changes")
    _text(feed, "updated", _moment(changes[0]) if changes else NEVER)
    _text(SubElement(feed, "author"), "name", AUTHOR)
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}/changes.atom"})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}/sources?section=changes"})
    for change in changes:
        _add_entry(feed, catalog, change, base)
    xml: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return xml


def _add_entry(feed: Element, catalog: Catalog, change: Change, base: str) -> None:
    place = page_link_of(catalog, change.about)
    entry = SubElement(feed, "entry")
    _text(entry, "title", f"{place.name}: {_verb(change)}")
    _text(entry, "id", f"{IDENTITY}changes/{change.id}")
    _text(entry, "updated", _moment(change))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": base + place.address})
    for key in change.source:
        source = change.sources[key]
        SubElement(
            entry,
            "link",
            {"rel": "related", "href": source.url, "title": f"{source.title}, {text_of(source)}"},
        )
    _text(entry, "content", _content(change)).set("type", "text")


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = text
    return element


def _verb(change: Change) -> str:
    return "added" if change.old is None else "removed" if change.new is None else "corrected"


def _content(change: Change) -> str:
    """Before, now, why and the pages, a line each."""
    pages = [
        (
            f"Source: {change.sources[key].title}, text of "
            f"{text_date(change.sources[key].read_on)}, {change.sources[key].url}"
        )
        for key in change.source
    ]
    before, now = change.old or "not told", change.new or "no longer told"
    return "\n".join([f"Before: {before}", f"Now: {now}", f"Why: {change.why}", *pages])


def _moment(change: Change) -> str:
    return datetime.combine(change.date, time(), UTC).isoformat().replace("+00:00", "Z")
