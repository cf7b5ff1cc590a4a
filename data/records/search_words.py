"""The records of search: words that mean the same, words that say nothing, and services that people look for and that
are not in this atlas."""

from typing import Annotated

from pydantic import Field

from data.records.statements import Record, Slug, Text


class Outsider(Record):
    """Something that people look for and that this atlas does not have: `names` as they write it, what it is `for`,
    and what to `see` instead (services)."""

    id: Slug
    name: Text
    names: tuple[Text, ...] = ()
    purpose: Text
    see: tuple[Slug, ...] = ()


SameWords = Annotated[tuple[Text, ...], Field(min_length=2)]


class SearchWords(Record):
    """The language of those who search: `silent` words say nothing about what is meant, `faint` ones little;
    `comparing` ones put one thing beside another, and `amounts` (phrases of two words) ask how much or how many; each
    group of `same` words and phrases means one thing, each group of `near` ones much the same."""

    silent: tuple[Text, ...] = ()
    faint: tuple[Text, ...] = ()
    comparing: tuple[Text, ...] = ()
    amounts: tuple[Text, ...] = ()
    same: tuple[SameWords, ...] = ()
    near: tuple[SameWords, ...] = ()
    outsiders: tuple[Outsider, ...] = ()
