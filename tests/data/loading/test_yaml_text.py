"""What a YAML file may not hold is refused with the field where it stands, before it costs anything."""

import time

import pytest

from data.loading.yaml_text import UnfitYamlError, read_yaml

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
REFUSED = {
    "a tag": ("id: x\nlimits:\n- value: !!int many\n", "limits.0.value: the tag '!!int' is not taken"),
    "a tag that makes an object": (
        "a: {b: !!python/object:os.system [x]}",
        "a.b: the tag '!!python/object:os.system' is not taken",
    ),
    "a list that holds itself": ("a: &a [b, *a]", "a.1: the alias *a stands inside of what it names"),
    "a map that holds itself": ("a: &a {b: {c: *a}}", "a.b.c: the alias *a stands inside of what it names"),
    "aliases that unfold without end": (BOMB, "a4.5: nested deeper than 20, or more than 50,000 values"),
    "deep lists": ("a: " + "[" * 100_000, "a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0: nested deeper"),
    "deep lists that are closed": ("[" * 50 + "]" * 50, "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0: nested deeper"),
    "deep dashes": ("- " * 50_000 + "x", "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0: nested deeper"),
    "depth by aliases": (
        "a: &a [[[[[[[[x]]]]]]]]\nb: &b [[[[[[[[*a]]]]]]]]\nc: [[[[[[[[*b]]]]]]]]",
        "c.0.0.0.0.0.0.0.0: nested deeper",
    ),
    "a huge number": ("limits:\n- value: " + "9" * 5000, "limits.0.value: a number of more than 15 digits"),
    "a number with a huge exponent": ("value: 1.0e+999", "value: a number of more than 15 digits"),
    "a null byte": ('a: "x\\0"', "a: the control character U+0000"),
    "a sign that turns the writing around": ('a:\n  b: "x\\u202Ey"', "a.b: the control character U+202E"),
    "a file too large": ("#" * 1_000_001, "(whole file): larger than 1,000,000 bytes"),
    "two documents": ("a: 1\n---\nb: 1", "not readable as YAML"),
    "an alias of nothing": ("a: *b", "not readable as YAML: found undefined alias"),
}


@pytest.mark.parametrize("title", REFUSED)
def test_what_no_record_needs_is_refused_with_its_field_and_at_once(title: str) -> None:
    text, expected = REFUSED[title]
    start = time.perf_counter()
    with pytest.raises(UnfitYamlError) as refused:
        read_yaml(text)
    assert [problem for problem in refused.value.problems if not problem.startswith(expected)] == []
    assert time.perf_counter() - start < 2


def test_every_problem_of_a_file_is_told() -> None:
    with pytest.raises(UnfitYamlError) as refused:
        read_yaml("a: !!int x\nb: [1, 9999999999999999999]\n")
    assert [problem.partition(":")[0] for problem in refused.value.problems] == ["a", "b.1"]


def test_an_alias_that_is_used_a_few_times_is_what_it_names() -> None:
    assert read_yaml("a: &a {x: [1, 2]}\nb: *a\nc: *a\n") == {key: {"x": [1, 2]} for key in "abc"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-02-30", "2026-02-30"),
        ("2026-04-13", "2026-04-13"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("-5", -5),
        ("99.99", 99.99),
        ("true", True),
    ],
)
def test_only_what_looks_like_a_number_or_a_truth_is_one(written: str, value: object) -> None:
    assert read_yaml(f"a: {written}") == {"a": value}
