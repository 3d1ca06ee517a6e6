"""A report's facts as HTML, each with the paragraph that states it."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.describe import name_dates, name_day
from corpus.report import Grade, Paragraph, Report
from ui.page.buttons import button
from ui.page.escape import isolated, text
from ui.page.grades import pill
from ui.reports.shelf import doubts, title

_Fact = tuple[str, str, Paragraph | None]
"""What it is and what the report says of it, both HTML, and the paragraph that states it."""
_UNSTATED = "Not stated"


def head(report: Report) -> str:
    """The report's name, what can be done with it, and what to know before relying on it."""
    known = "".join(f'<p class="notice">{isolated(sentence)}</p>' for sentence in doubts(report))
    heading = title(report)
    own = f"{isolated(report.title)} · " if report.title and report.title != heading else ""
    opened = (
        '<button type="button" class="plain" data-open="original" aria-label="Open the PDF in a new tab">Open the PDF'
        "</button>"
        if report.file.lower().endswith(".pdf")
        else ""
    )
    return (
        f'<header class="whole-report head"><p>{button("shelf", "‹ All reports")}</p><h1>{isolated(heading)}</h1>'
        f'<p class="holds">{own}{isolated(report.file)}</p><div class="actions">'
        f'<button type="button" class="plain strong" data-press="ask">Ask about this report</button>{opened}</div>'
        f"{known}</header>"
    )


def facts(report: Report, paragraphs: Iterable[Paragraph]) -> str:
    """What is known of the report: the fact, what the report says, and where it says so."""
    by_id = {paragraph.id: paragraph for paragraph in paragraphs}
    rows = [*_of_the_inspection(report, by_id), *_of_the_judgements(report, by_id)]
    head = "".join(
        f'<th role="columnheader" scope="col">{name}</th>' for name in ("Fact", "What the report says", "Where")
    )
    return (
        '<h2>Facts</h2><table class="facts-table on-cards" role="table"><thead role="rowgroup"><tr role="row">'
        f'{head}</tr></thead><tbody role="rowgroup">{"".join(_row(at, *row) for at, row in enumerate(rows))}</tbody>'
        "</table>"
    )


def _of_the_inspection(report: Report, by_id: Mapping[str, Paragraph]) -> Iterable[_Fact]:
    stated = {fact: by_id.get(id_) for fact, id_ in report.stated.items()}
    yield ("Council", isolated(report.council or _UNSTATED), stated.get("council"))
    yield ("Kind of inspection", text(report.kind or _UNSTATED), stated.get("kind"))
    if report.framework:
        yield ("Framework", text(report.framework), None)
    dates = name_dates(report) if report.inspected_to else _UNSTATED
    yield ("Inspected", text(dates), stated.get("inspected"))
    if report.published:
        yield ("Published", name_day(report.published), stated.get("published"))
    if report.outcome:
        yield ("Outcome", isolated(report.outcome), stated.get("outcome"))


def _of_the_judgements(report: Report, by_id: Mapping[str, Paragraph]) -> Iterable[_Fact]:
    for judgement in report.judgements:
        said = _grade(judgement.grade, judgement.words)
        yield (isolated(judgement.label), said, by_id.get(judgement.paragraph_id))
    for wanted in report.improvement_lists:
        count = len(wanted.paragraph_ids)
        said = "1 point" if count == 1 else f"{count} points"
        yield (isolated(wanted.heading.rstrip(":")), said, _first(wanted.paragraph_ids, by_id))
    for before in report.previous_inspections:
        said = _grade(before.grade, before.words or "") or "An inspection"
        yield (f"Before: {isolated(before.when)}", said, _first(before.paragraph_ids, by_id))


def _row(at: int, name: str, said: str, paragraph: Paragraph | None) -> str:
    """The row at a place in the table, by which its button is told from another that leads to the same paragraph."""
    place = (
        f"{f'Paragraph {paragraph.number}, p' if paragraph.number else 'P'}age {paragraph.page}" if paragraph else ""
    )
    where = button(f"fact:{paragraph.position}:{at}", place, f"Show where: {place}") if paragraph else "–"
    return (
        f'<tr role="row"><th role="rowheader" scope="row">{name}</th><td role="cell">{said}</td>'
        f'<td role="cell">{where}</td></tr>'
    )


def _grade(grade: Grade | None, words: str) -> str:
    """A grade on the common scale, and in the report's own words where they are others."""
    if grade is None:
        return isolated(words) if words else ""
    same = " ".join(words.casefold().split()) == grade
    return pill(grade) if same or not words else f'{pill(grade)} <span class="quiet">“{isolated(words)}”</span>'


def _first(ids: Sequence[str], by_id: Mapping[str, Paragraph]) -> Paragraph | None:
    return by_id.get(ids[0]) if ids else None
