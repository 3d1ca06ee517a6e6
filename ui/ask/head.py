"""The head of the page as HTML: what this is, what the library holds, where to begin, and its limits."""

from collections.abc import Sequence

from assistant.describe import name_report
from assistant.suggestions import suggest
from corpus.report import Report
from ui.page.buttons import button
from ui.page.escape import isolated, text

_CARE = "Check the source before you rely on it."
_LEAD = (
    "Ask a plain question about inspections of children’s services. The answer is in the reports’ own words, and the "
    "number after each sentence opens the paragraph that says so."
)
_LIMITS = (
    "It knows these reports and nothing else: not what has happened since, not what a council plans or spends, and no "
    "names of children or staff. It can miss what a report says in other words."
)
_EMPTY = (
    "<h2>The library is empty</h2>"
    '<p>Add reports on the page <a href="reports" target="_self">Reports</a>: drop the files there, and ask as soon as '
    "the first is read. PDF, Word, HTML, Markdown and plain text can be added. They stay on this machine.</p>"
    "<p>Whole folders are added in a terminal:</p><p><code>inspection ingest FOLDER</code></p>"
)
_SAVE = (
    '<details id="save" class="menu"><summary class="plain">Save or share</summary><div class="choices">'
    + button("word", "Save as Word")
    + button("pdf", "Save as PDF")
    + button("markdown", "Save as Markdown")
    + '<button type="button" class="plain" data-copy-address>Copy the link</button>'
    "<p>The link opens this conversation for everybody who can open this chat.</p></div></details>"
)


def head(reports: Sequence[Report], *, small: bool, kept: bool = False) -> str:
    """The head; `small` once a conversation has begun, to leave the room to it, and `kept` once that can be saved."""
    title = "<h1>Ask the inspection reports</h1>"
    said = f'<p class="care"><span class="holds">{holds(reports)}</span> {_CARE}</p>' if reports else ""
    if small:
        tools = f'<div class="actions">{button("new", "New conversation")}{_SAVE if kept else ""}</div>'
        return f'<header class="head small">{title}{tools}{said}</header>'
    return f'<header class="head">{title}<p class="lead">{_LEAD}</p>{said}</header>'


def first(reports: Sequence[Report]) -> str:
    """Where to begin: questions for each kind of reader and what no answer can tell, or how reports are added."""
    if not reports:
        return f'<div class="how">{_EMPTY}</div>'
    columns = "".join(
        f"<div><h2>{text(suggestion.reader)}</h2>"
        + "".join(
            f'<button type="button" data-press="{text(f"ask:{question}")}">{isolated(question)}</button>'
            for question in suggestion.questions
        )
        + "</div>"
        for suggestion in suggest(reports)
    )
    return f'<nav class="first" aria-label="Questions to begin with">{columns}</nav><p class="limits">{_LIMITS}</p>'


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


def notice(sentence: str) -> str:
    """A sentence above the conversation."""
    return f'<p class="notice">{text(sentence)}</p>'


def somebody_elses() -> str:
    """What is said above a conversation that somebody else had."""
    return (
        '<div class="notice"><p>Somebody else had this conversation. You can read it and open its sources.</p>'
        f'<div class="actions">{button("copy", "Continue as my own copy")}</div></div>'
    )


def scope(report: Report) -> str:
    """The one report that is asked about, with a cross to ask about all of them again."""
    named = name_report(report)
    return (
        '<p class="scope">Asking only about <button type="button" class="chip" data-press="all" '
        f'aria-label="{text(named)}: ask about all reports again">{isolated(named)} '
        '<span aria-hidden="true">×</span></button></p>'
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
