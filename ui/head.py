"""The head of the page as HTML: what this is, what the library holds, and where to begin."""

from collections.abc import Sequence

from corpus.report import Report
from ui.escape import isolated, text
from ui.suggestions import suggest

_CARE = "Check the source before you rely on it."
_LEAD = (
    "Ask a plain question about inspections of children’s services. The answer is in the reports’ own words, and the "
    "number after each sentence opens the paragraph that says so, on its page."
)
_EMPTY = (
    "<p><strong>The library is empty.</strong> Add reports in a terminal, then open the chat again:</p>"
    "<p><code>inspection ingest FOLDER</code></p>"
    "<p>PDF, Word, HTML, Markdown and plain text can be added. They stay on this machine.</p>"
)


def head(reports: Sequence[Report], *, small: bool) -> str:
    """The head; `small` once a conversation has begun, so that it leaves the room to it."""
    title = "<h1>Ask the inspection reports</h1>"
    if small:
        again = '<button type="button" class="plain" data-press="again">New conversation</button>'
        return f'<header class="head small">{title}{again}<p class="care">{holds(reports)} {_CARE}</p></header>'
    if not reports:
        return f'<header class="head">{title}<p class="lead">{_LEAD}</p></header><div class="how">{_EMPTY}</div>'
    return (
        f'<header class="head">{title}<p class="lead">{_LEAD}</p><p class="holds">{holds(reports)}</p>'
        f'<p class="care">{_CARE}</p></header>{_first(reports)}'
    )


def holds(reports: Sequence[Report]) -> str:
    """What the library holds, as a sentence."""
    councils = {report.council for report in reports if report.council}
    years = sorted({report.when.year for report in reports if report.when})
    said = f"The library holds {_counted(len(reports), 'report')}"
    if councils:
        said += f" on {_counted(len(councils), 'council')}"
    if years:
        said += f", inspected in {years[0]}" if years[0] == years[-1] else f", inspected from {years[0]} to {years[-1]}"
    return text(said + ".")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _first(reports: Sequence[Report]) -> str:
    columns = "".join(
        f"<div><h2>{text(suggestion.reader)}</h2>"
        + "".join(
            f'<button type="button" data-press="{text(f"ask:{question}")}">{isolated(question)}</button>'
            for question in suggestion.questions
        )
        + "</div>"
        for suggestion in suggest(reports)
    )
    return f'<nav class="first" aria-label="Questions to begin with">{columns}</nav>'
