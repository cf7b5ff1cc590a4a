"""What the page says about resources, links and answers, as Markdown that shows somebody's text as text."""

from __future__ import annotations

from components.text.plain_text import plain
from data.estate.judging.answers import in_words
from data.estate.judging.assess import Result, reasons
from data.estate.records import Estate, Link, Resource
from data.estate.reports.markdown import code
from data.estate.reports.words import sentence, verdict_line

CERTAIN = {"is": "", "may": " :gray-badge[may]"}
FORMATS = {
    "cloudformation": "CloudFormation",
    "cdk manifest": "CDK",
    "terraform": "Terraform",
    "terraform json": "Terraform",
    "terraform values": "Terraform values",
    "terragrunt": "Terragrunt",
    "plan": "Terraform plan",
    "state": "Terraform state",
    "raw state": "Terraform state",
    "config query": "AWS Config",
    "resource explorer": "Resource Explorer",
    "text": "other text",
}


def resource_text(estate: Estate, resource: Resource) -> str:
    """A resource: what it is and where, its settings, whether it exists, what was accepted, and its links."""
    where = f":small[:gray[{code(resource.type)} {plain(str(resource.place))}]]"
    lines = [f"**{plain(resource.name)}** · {plain(resource.kind)}  \n{where}"]
    if resource.note:
        lines.append(f":small[:orange[{plain(resource.note)}]]")
    if resource.exists is not None:
        known = {True: ", by default yes", False: ", by default no", None: ""}[resource.exists.default]
        told = "".join(f"; {plain(one)}" for one in resource.exists.by_file)
        lines.append(f"It exists depending on {code(resource.exists.text)}{known}{told}.")
    if resource.change not in (None, "unchanged"):
        lines.append(f":blue-badge[{resource.change}]")
    settings = [f"- {plain(in_words(one))}{line_of(one.line)}" for one in resource.settings if one.name != "name"]
    lines.append("\n".join(settings))
    lines += [f"Accepted: {plain(one.check)}, {plain(one.reason) or 'no reason given'}" for one in resource.accepted]
    links = [
        link_line(estate, link, resource.address)
        for link in estate.links_at.get(resource.address, ())
        if link.source != link.target
    ]
    if links:
        lines.append("**Joined to**\n\n" + "\n".join(links[:20]))
    return "\n\n".join(line for line in lines if line)


def formats_in_words(estate: Estate) -> str:
    """What the files are, each sort once: `Terraform, Terraform values`."""
    return ", ".join(dict.fromkeys(FORMATS.get(one, one) for one in estate.files.values()))


def line_of(line: int | None) -> str:
    """`line 12` in small letters."""
    return f" :small[:gray[line {line}]]" if line else ""


def link_line(estate: Estate, link: Link, seen_from: str = "") -> str:
    """A link with its evidence, as an item of a list."""
    source, target = plain(estate.name(link.source)), plain(estate.name(link.target))
    if seen_from and link.source != link.target:
        named = f"→ **{target}**" if link.source == seen_from else f"← **{source}**"
    else:
        named = f"**{source}**" if link.source == link.target else f"**{source}** → **{target}**"
    proof = f":small[:gray[{plain(str(link.place))}]] {code(link.expression)}"
    certain = "" if link.says.startswith("may ") else CERTAIN[link.certainty]
    return f"- {named}: {plain(link.says)}{certain}  \n{proof}"


def result_text(result: Result) -> str:
    """An answer for one resource with what it rests on."""
    lines = [f"**{plain(result.resource.name)}**: {plain(sentence(verdict_line(result)))}"]
    lines += [f"- {code(one.text)} :small[:gray[{plain(str(one.place))}]]" for one in result.evidence[:4]]
    return "\n".join((lines[0], "", *lines[1:]))


def advice_text(result: Result) -> str:
    """Why, what to do, what it costs, and when to leave it."""
    finding = result.finding
    why = [
        f"- {plain(one.text)} [{plain(one.title)}]({one.url}) :small[:gray[read {one.read_on}]]"
        for one in reasons(finding)
    ]
    return "\n\n".join(
        (
            "**Why it matters**\n\n" + "\n".join(why),
            f"**What to do.** {plain(finding.do)}",
            f"**What it costs or breaks.** {plain(finding.costs)}",
            f"**Right to ignore:** {plain(finding.ignore_when)} :small[:gray[Our judgement.]]",
        )
    )
