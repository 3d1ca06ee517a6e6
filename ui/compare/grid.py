"""A grid as HTML: a row for each report, a column for each question, every foreign word escaped."""

from assistant.answer import Answer
from assistant.comparing.grid import Grid, cell_text, says
from assistant.describe import name_report
from ui.compare.view import saving
from ui.page.escape import isolated, text


def grid(found: Grid, *, busy: bool) -> str:
    """The grid as far as it is known."""
    known = found.size - len(found.missing)
    head = "".join(f'<th scope="col">{isolated(asked)}</th>' for asked in found.questions)
    rows = "".join(
        f'<tr><th scope="row">{isolated(name_report(report))}</th>'
        + "".join(
            f"<td>{_cell(found.answers.get((report.id, asked)), row, column, busy=busy)}</td>"
            for column, asked in enumerate(found.questions)
        )
        + "</tr>"
        for row, report in enumerate(found.reports)
    )
    said = "" if known == found.size else f", {known} of {found.size} answers known"
    reports = f"{len(found.reports)} report{'' if len(found.reports) == 1 else 's'}"
    questions = f"{len(found.questions)} question{'' if len(found.questions) == 1 else 's'}"
    return (
        f'<section class="compared"><h2 id="compared" tabindex="-1">{reports}, {questions}{said}</h2>'
        '<p class="quiet">Each answer is from that one report alone. It is kept until the report or the question '
        f"changes.</p>{saving() if known else ''}"
        '<div class="table-view" role="region" tabindex="0" aria-label="Table of reports and questions">'
        f'<table class="grid-table"><thead><tr><th scope="col">Report</th>{head}</tr></thead><tbody>{rows}</tbody>'
        "</table></div></section>"
    )


def _cell(answer: Answer | None, row: int, column: int, *, busy: bool) -> str:
    if answer is None:
        return f'<span class="quiet">{"To come" if busy else "Not worked out"}</span>'
    if not says(answer):
        return f'<span class="quiet">{text(cell_text(answer))}</span>'
    by_number = {citation.number: citation for citation in answer.citations}
    return "".join(
        f'<p class="claim">{isolated(claim.text)} '
        + "".join(
            f'<button type="button" class="cite" data-press="cell:{row}:{column}:{number}" '
            f'aria-label="{text(f"Source {number}: {by_number[number].label}")}">{number}</button>'
            for number in claim.citations
            if number in by_number
        )
        + "</p>"
        for claim in answer.claims
    )
