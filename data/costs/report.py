"""An answer as text, JSON, Markdown and CSV, line by line."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from data.billing.bill import Bill, Line, in_dollars, plain
from data.billing.inputs import fields_of
from data.costs.answer import Answer, total_in_words

COLUMNS = (
    "option",
    "part",
    "what",
    "quantity",
    "unit",
    "unit price USD",
    "amount USD a month",
    "price",
    "confidence",
    "official address",
    "read in",
    "read on",
)


def rate_name(line: Line) -> str:
    """The name under which the price of a line is given: `rate.<name>=`."""
    return line.price.id if line.price and not line.meter.endswith(".upfront") else line.meter


def as_text(answer: Answer) -> str:
    """For a terminal."""
    return "\n".join(_text(answer))


def _text(answer: Answer) -> Iterator[str]:
    question = answer.question
    yield f"{question.model.title} ({question.inputs.region})"
    yield "  " + ", ".join(f"{field.name}={getattr(question.inputs, field.name)}" for field in changed(answer))
    for bill in answer.bills:
        yield ""
        yield f"{bill.title} [{bill.option}]"
        for line in bill.monthly:
            yield f"  {_line(line)}"
        yield f"  Total: {total_in_words(bill)} (confidence: {bill.confidence})"
        for line in bill.paid_once:
            yield f"  Of it {_line(line)}"
    yield ""
    yield from answer.differences
    yield from answer.turns
    for bill in answer.bills:
        if answer.movers[bill.option]:
            moved = "; ".join(f"{mover.input.title}: {mover.by:+,.2f} USD" for mover in answer.movers[bill.option])
            yield f"{bill.title}, a tenth more of each input: {moved}."
    if answer.unused_rates:
        yield f"Not used by these bills: {', '.join('rate.' + name for name in answer.unused_rates)}."
    yield from answer.bills[0].notes
    yield from sources(answer)
    yield f"Not included: {'; '.join(answer.bills[0].left_out)}."


def sources(answer: Answer) -> list[str]:
    """The official addresses of the prices, each with the texts that they were read in."""
    found: dict[str, list[str]] = {}
    for bill in answer.bills:
        for line in bill.lines:
            if line.price and not line.overruled:
                copy = answer.copies[line.price.read_in]
                found.setdefault(line.price.url, []).append(f"{copy.what} ({copy.read_on})")
    return [f"Source: {url}, read in {'; '.join(dict.fromkeys(texts))}." for url, texts in found.items()]


def _line(line: Line) -> str:
    part = f"[{line.part}] " if line.part else ""
    head = f"{part}{line.what}: {plain(line.quantity)} {line.unit}"
    if line.unit_price is None or line.amount is None:
        return f"{head}: unknown, no price for {line.region} on record (give it with rate.{rate_name(line)}=USD)"
    source = f"rate.{line.meter} given" if line.overruled else f"{rate_name(line)}, {line.confidence}"
    return f"{head} x {plain(line.unit_price, 10)} = {in_dollars(line.amount)} USD ({source})"


def changed(answer: Answer) -> list[Any]:
    """The inputs that differ from what holds without a word."""
    inputs = answer.question.inputs
    return [field for field in fields_of(type(inputs)) if getattr(inputs, field.name) != field.default]


def as_markdown(answer: Answer) -> str:
    """For a document: a table for each option."""
    question = answer.question
    parts = [f"## {question.model.title}, {question.inputs.region}", ""]
    parts += [f"- {field.title}: {getattr(question.inputs, field.name)} {field.unit}" for field in changed(answer)]
    for bill in answer.bills:
        parts += [
            "",
            f"### {bill.title}: {total_in_words(bill)}",
            "",
            "| What | Quantity | Unit price USD | USD a month | Price |",
            "|---|---:|---:|---:|---|",
        ]
        for line in bill.lines:
            amount = "unknown" if line.amount is None else in_dollars(line.amount)
            price = "unknown" if line.unit_price is None else plain(line.unit_price, 10)
            known = (
                "own price"
                if line.overruled
                else f"[{line.confidence}]({line.price.url})"
                if line.price
                else "no price on record"
            )
            parts.append(
                f"| {_cell(f'{line.part}: {line.what}' if line.part else line.what)}"
                f" | {plain(line.quantity)} {_cell(line.unit)}"
                f" | {price} | {amount} | {known} |"
            )
    parts += [
        "",
        *(
            f"- {sentence}"
            for sentence in (*answer.differences, *answer.turns, *answer.bills[0].notes, *sources(answer))
        ),
    ]
    parts += [f"- Not included: {'; '.join(answer.bills[0].left_out)}.", ""]
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def as_rows(answer: Answer) -> list[dict[str, str]]:
    """A row for each line of each option, with the columns of `COLUMNS`."""
    return [dict(zip(COLUMNS, _row(answer, bill, line), strict=True)) for bill in answer.bills for line in bill.lines]


def _row(answer: Answer, bill: Bill, line: Line) -> tuple[str, ...]:
    read_in = line.price.read_in if line.price and not line.overruled else ""
    return (
        bill.title,
        line.part,
        line.what,
        f"{line.quantity:f}",
        line.unit,
        "unknown" if line.unit_price is None else f"{line.unit_price:f}",
        "unknown" if line.amount is None else f"{line.amount:f}",
        rate_name(line),
        line.confidence,
        line.price.url if line.price else "",
        answer.copies[read_in].what if read_in else "",
        answer.copies[read_in].read_on if read_in else "",
    )


def as_csv(answer: Answer) -> str:
    """For a spreadsheet. The first sign of a cell is never one that a spreadsheet would calculate with."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(as_rows(answer))
    return out.getvalue()


def as_json(answer: Answer) -> str:
    """For a program: amounts as text, so that no digit is lost."""
    question = answer.question
    return json.dumps(
        {
            "model": question.model.id,
            "inputs": {
                field.name: str(getattr(question.inputs, field.name)) for field in fields_of(type(question.inputs))
            },
            "own_prices": {name: f"{usd:f}" for name, usd in question.rates.items()},
            "options": [_bill_as_json(answer, bill) for bill in answer.bills],
            "differences": answer.differences,
            "turns": answer.turns,
            "crossings": [
                {
                    "input": answer.curve.input.name,
                    "at": f"{c.at:f}",
                    "cheaper_below": c.below,
                    "cheaper_above": c.above,
                    "total": f"{c.total:f}",
                    "jump": c.jump,
                }
                for c in answer.curve.crossings
            ],
            "notes": answer.bills[0].notes,
            "read_in": {
                key: {"what": copy.what, "address": copy.address, "read_on": copy.read_on}
                for key, copy in answer.copies.items()
                if any(line.price and line.price.read_in == key for bill in answer.bills for line in bill.lines)
            },
            "not_included": answer.bills[0].left_out,
        },
        indent=2,
        ensure_ascii=False,
    )


def _bill_as_json(answer: Answer, bill: Bill) -> dict[str, Any]:
    return {
        "option": bill.option,
        "title": bill.title,
        "total": f"{bill.total:f}",
        "whole": bill.whole,
        "confidence": bill.confidence,
        "unknown": [line.what for line in bill.unknown],
        "lines": [_line_as_json(line) for line in bill.monthly],
        "paid_once": [_line_as_json(line) for line in bill.paid_once],
        "moved_by_a_tenth": {mover.input.name: f"{mover.by:f}" for mover in answer.movers[bill.option]},
    }


def _line_as_json(line: Line) -> dict[str, Any]:
    return {
        **({"part": line.part} if line.part else {}),
        "what": line.what,
        "quantity": f"{line.quantity:f}",
        "unit": line.unit,
        "unit_price": None if line.unit_price is None else f"{line.unit_price:f}",
        "amount": None if line.amount is None else f"{line.amount:f}",
        "price": rate_name(line),
        "source": line.price.url if line.price and not line.overruled else None,
        "read_in": line.price.read_in if line.price and not line.overruled else None,
        "confidence": line.confidence,
        "overruled": line.overruled,
    }
