"""A Pack as Markdown: what is foreign in it shows as it is, as in the Markdown of a conversation."""

from collections.abc import Iterator

from assistant.briefings.briefing import ItemKind
from assistant.briefings.pack import Chapter, Entry, GradeTable, Pack
from assistant.citations import Claim
from assistant.exports.markdown import sentence, sources, text
from assistant.tables import GradeRow

_LISTS: tuple[ItemKind, ...] = ("key message", "question", "term")


def markdown_pack(pack: Pack) -> str:
    """The Pack as Markdown, with no link in it but those to the sources' own pages."""
    blocks = [f"# {text(pack.title)}", *(f"**{name}:** {text(said)}" for name, said in pack.about)]
    blocks += [f"*{text(note)}*" for note in pack.notes]
    for chapter in pack.chapters:
        blocks += _chapter(chapter, pack)
    if pack.citations:
        blocks += ["## Sources", *sources(pack.citations, pack.links)]
    if pack.licences:
        blocks += ["## Terms of use", *map(text, pack.licences)]
    return "\n\n".join(blocks) + "\n"


def _chapter(chapter: Chapter, pack: Pack) -> Iterator[str]:
    yield f"## {text(chapter.title)}"
    for kind, entries in chapter.runs:
        if kind in _LISTS:
            yield "\n".join(line for entry in entries for line in _list_item(entry, pack))
        else:
            for entry in entries:
                yield from _entry(entry, pack)


def _list_item(entry: Entry, pack: Pack) -> Iterator[str]:
    """The lines of an item; below a question the sentences that it is about, as an indented list."""
    if entry.kind == "term":
        yield f"- **{text(entry.text)}**: {text(entry.remark)}"
    elif entry.kind == "key message":
        yield from (f"- {sentence(claim)}" for claim in entry.claims)
    else:
        yield f"- {text(entry.text)}"
        for group, claims in pack.with_quotes(entry).groups:
            yield from (f"  - {text(f'{group}: ') if group else ''}{sentence(claim)}" for claim in claims)


def _entry(entry: Entry, pack: Pack) -> Iterator[str]:
    if entry.kind == "note":
        yield "**Note:** " + "  \n".join(text(line) for line in entry.text.splitlines() if line.strip())
    elif entry.kind == "quote":
        for claim in pack.with_quotes(entry).claims:
            whence = "; ".join(text(pack.label(number)) for number in claim.citations)
            yield f"> {sentence(claim)}  \n> — {whence}"
    else:
        if entry.text:
            yield f"### {text(entry.text)}"
        yield from _table(entry.grades) if entry.grades else _said(entry)
    if entry.remark:
        yield f"*{text(entry.remark)}*"


def _said(entry: Entry) -> Iterator[str]:
    for group, claims in entry.groups:
        if group:
            yield f"**{text(group)}**"
        yield "\n".join(f"- {sentence(claim)}" for claim in claims)


def _table(grades: GradeTable) -> Iterator[str]:
    head = ["Area", *grades.inspections]
    rows = [[area, *(_cell(row) for row in given)] for area, given in grades.rows]
    lines = [[text(cell) for cell in head], ["---"] * len(head), *([text(area), *cells] for area, *cells in rows)]
    yield "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(row: GradeRow | None) -> str:
    return sentence(Claim(row.words, row.citations)) if row else "not graded"
