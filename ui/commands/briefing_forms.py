"""A briefing as it is printed: as JSON, and as lines in a terminal."""

from collections.abc import Iterator

from assistant.briefings.pack import Entry, Pack
from assistant.citations import Claim
from ui.commands.forms import Form, citation_form
from ui.commands.terminal import printable


def briefing_form(pack: Pack) -> Form:
    """A Pack as others read it. Dates are ISO; the numbers of claims are those of the citations."""
    return {
        "title": pack.title,
        "made": pack.made.isoformat(),
        "audience": pack.audience,
        "purpose": pack.purpose,
        "notes": list(pack.notes),
        "sections": [
            {"title": chapter.title, "items": [_item_form(entry) for entry in chapter.entries]}
            for chapter in pack.chapters
        ],
        "citations": [citation_form(citation) for citation in pack.citations],
        "licences": list(pack.licences),
    }


def write_briefing(pack: Pack) -> str:
    """A Pack as lines that read well, with headings as Markdown has them and the sources at the end."""
    about = [f"{name}: {said}" for name, said in pack.about]
    lines = [f"# {pack.title}", "", *about, *pack.notes]
    for chapter in pack.chapters:
        lines += ["", f"## {chapter.title}"]
        for entry in chapter.entries:
            lines += ["", *_lines(entry)]
    lines += ["", "## Sources"] if pack.citations else []
    for citation in pack.citations:
        lines += [
            "",
            f"[{citation.number}] {citation.label} ({citation.report.file})",
            f"    {citation.paragraph.text}",
        ]
    lines += ["", "## Terms of use", "", *pack.licences] if pack.licences else []
    return printable("\n".join(lines))


def _item_form(entry: Entry) -> Form:
    return {
        "kind": entry.kind,
        "text": entry.text,
        "claims": [
            {"text": claim.text, "citations": list(claim.citations), "group": claim.group} for claim in entry.claims
        ],
        "remark": entry.remark,
    }


def _lines(entry: Entry) -> Iterator[str]:
    if entry.kind == "note":
        yield f"Note: {entry.text}"
    elif entry.kind == "term":
        yield f"{entry.text}: {entry.remark}"
        return
    elif entry.text:
        yield entry.text if entry.kind == "question" else f"### {entry.text}"
    for group, claims in entry.groups:
        if group:
            yield f"{group}:"
        yield from (_line(entry, claim) for claim in claims)
    if entry.remark:
        yield f"({entry.remark})"


def _line(entry: Entry, claim: Claim) -> str:
    marks = "".join(f"[{number}]" for number in claim.citations)
    return f"{'>' if entry.kind in ('quote', 'question') else '-'} {claim.text} {marks}".rstrip()
