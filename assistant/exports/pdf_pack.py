"""A Pack as a tagged PDF: headings, lists, a table with headed columns and rows, and links from numbers to sources."""

from collections.abc import Iterator

from assistant.briefings.pack import Chapter, Entry, GradeTable, Pack
from assistant.citations import Claim
from assistant.exports.grade_picture import draw_grades
from assistant.exports.pdf import marks, picture, print_page, sentence, sources, text

_PLACE = "briefing"


def pdf_pack(pack: Pack) -> bytes:
    """The Pack as the bytes of a PDF that says it is PDF/UA-1. Raises InspectionError as `pdf` does."""
    about = "".join(f"<p><strong>{name}:</strong> {text(said)}</p>" for name, said in pack.about)
    chapters = "".join("".join(_chapter(chapter, pack)) for chapter in pack.chapters)
    used = f"<h2>Sources</h2>{sources(pack.citations, _PLACE, pack.links)}" if pack.citations else ""
    terms = "".join(f"<p>{text(line)}</p>" for line in pack.licences)
    licences = f"<h2>Terms of use</h2>{terms}" if terms else ""
    return print_page(pack.title, pack.notes, f"{chapters}{used}{licences}", about)


def _chapter(chapter: Chapter, pack: Pack) -> Iterator[str]:
    yield f"<h2>{text(chapter.title)}</h2>"
    for kind, entries in chapter.runs:
        if kind == "key message":
            claims = (claim for entry in entries for claim in entry.claims)
            yield f"<ul>{''.join(f'<li>{_sentence(claim, pack)}</li>' for claim in claims)}</ul>"
        elif kind == "question":
            yield f"<ul>{''.join(f'<li>{text(entry.text)}{_about(entry, pack)}</li>' for entry in entries)}</ul>"
        elif kind == "term":
            terms = (f"<dt>{text(entry.text)}</dt><dd>{text(entry.remark)}</dd>" for entry in entries)
            yield f"<dl>{''.join(terms)}</dl>"
        else:
            yield "".join("".join(_entry(entry, pack)) for entry in entries)


def _about(entry: Entry, pack: Pack) -> str:
    """The sentences that a question is about."""
    said = (
        f"<p>{f'<strong>{text(group)}</strong>: ' if group else ''}{_sentence(claim, pack)}</p>"
        for group, claims in pack.with_quotes(entry).groups
        for claim in claims
    )
    return f"<blockquote>{''.join(said)}</blockquote>" if entry.claims else ""


def _entry(entry: Entry, pack: Pack) -> Iterator[str]:
    if entry.kind == "note":
        lines = "<br>".join(text(line) for line in entry.text.splitlines() if line.strip())
        yield f'<p class="own"><strong>Note:</strong> {lines}</p>'
    elif entry.kind == "quote":
        for claim in pack.with_quotes(entry).claims:
            whence = "; ".join(text(pack.label(number)) for number in claim.citations)
            yield f'<blockquote><p>{_sentence(claim, pack)}</p><p class="whence">— {whence}</p></blockquote>'
    else:
        if entry.text:
            yield f"<h3>{text(entry.text)}</h3>"
        if entry.grades:
            if drawn := draw_grades(entry.grades):
                yield picture(drawn.png, drawn.words)
            yield _table(entry.grades, pack)
        else:
            yield "".join(_said(entry, pack))
    if entry.remark:
        yield f'<p class="note">{text(entry.remark)}</p>'


def _said(entry: Entry, pack: Pack) -> Iterator[str]:
    for group, claims in entry.groups:
        if group:
            yield f'<p class="label">{text(group)}</p>'
        yield f"<ul>{''.join(f'<li>{_sentence(claim, pack)}</li>' for claim in claims)}</ul>"


def _table(grades: GradeTable, pack: Pack) -> str:
    numbers = {citation.number for citation in pack.citations}
    head = "".join(f'<th scope="col">{text(each)}</th>' for each in ("Area", *grades.inspections))
    rows = []
    for area, given in grades.rows:
        cells = (
            f"<td>{' '.join([text(row.words), *marks(row.citations, _PLACE, numbers)]) if row else 'not graded'}</td>"
            for row in given
        )
        rows.append(f'<tr><th scope="row">{text(area)}</th>{"".join(cells)}</tr>')
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _sentence(claim: Claim, pack: Pack) -> str:
    return sentence(claim, _PLACE, {citation.number for citation in pack.citations})
