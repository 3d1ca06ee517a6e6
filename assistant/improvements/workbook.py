"""The tracker as tables: one row an Improvement, the history, lines of enquiry, and what the words mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import get_args

from assistant.citations import Citation, Opens
from assistant.describe import name_report
from assistant.exports.comma import comma
from assistant.exports.excel import excel
from assistant.exports.sheet import Cell, Column, Sheet
from assistant.improvements.fields import (
    ACTION_MEANS,
    FIELD_NAMES,
    IMPACT_MEANS,
    PROGRESS_MEANS,
    Field,
    choices_of,
    name_field,
)
from assistant.improvements.improvement import Improvement, Later, Progress
from assistant.improvements.tracked import Tracked, decision_field, inspection, quoted, words_of
from assistant.improvements.views import area_of

KEY = "Do not change"
"""The last column. It names the row's Improvement, the change that was the last when it was exported, and the later
inspection that its decision is about. As every change is kept, what a cell said then can be told from that."""
WORDS = "What inspectors asked for"
DECISION = "Decided"
WRITTEN: Mapping[str, Field] = {words: name for name, words in FIELD_NAMES.items()}
"""The columns that a person may change, and the fields behind them; DECISION is one too."""
LIST_NAMES: Mapping[str | None, str] = {
    "recommendations": "Recommendations",
    "areas for improvement": "Areas for improvement",
    "areas for priority action": "Areas for priority action",
    None: "In the body, not in a list",
}

Enquiry = tuple[str, Sequence[Citation]]
"""A likely line of enquiry: its reason, in a sentence, and the Paragraphs that give it."""

_WIDTHS = {"owner": 18, "due": 12, "actions": 40, "notes": 40, "action": 12, "impact": 14}
_COLUMNS = (
    Column(WORDS, 60),
    Column("Report", 28),
    Column("Inspected", 12),
    Column("Paragraph", 10),
    Column("Page", 7),
    Column("List", 18),
    Column("Area", 18),
    *(Column(words, _WIDTHS[name], choices_of(name)) for name, words in FIELD_NAMES.items()),
    Column("Links and files", 28),
    Column("Later report", 28),
    Column("Proposed", 14),
    Column("Why proposed", 30),
    Column("The later report's words", 60),
    Column(DECISION, 14, get_args(Progress)),
    Column(KEY, 8),
)


def tracker_sheet(tracked: Sequence[Tracked], opens_at: Opens | None = None) -> Sheet:
    """One row an Improvement, in order; what may be changed is read again by importing.py.

    Its page, and the later report, lead to where `opens_at` says.
    """
    names = [column.name for column in _COLUMNS]
    links = {
        (at, names.index(column)): opens_at(citation)
        for at, each in enumerate(tracked)
        for column, citation in _cited(each)
        if opens_at
    }
    return Sheet("Tracker", _COLUMNS, tuple(map(_row, tracked)), links)


def workbook(
    tracked: Sequence[Tracked], enquiries: Sequence[Enquiry], title: str, opens_at: Opens | None = None
) -> bytes:
    """An Excel workbook: the tracker, its history, lines of enquiry, and what the words mean.

    Pages lead to where `opens_at` says.
    """
    sheets = [tracker_sheet(tracked, opens_at), _history(tracked), _enquiries(enquiries, opens_at), _meanings()]
    return excel(sheets, title)


def csv(tracked: Sequence[Tracked]) -> bytes:
    """The tracker alone, with commas."""
    return comma(tracker_sheet(tracked))


def list_name(improvement: Improvement) -> str:
    """What the list that something stands in is called: as the report words it, where it does."""
    heading = " ".join(improvement.heading.split()).rstrip("?:")
    return heading or LIST_NAMES[improvement.list_kind]


def newest_later(tracked: Tracked) -> Later | None:
    """What the newest later report says of it: the one that a row of the tracker is about."""
    return tracked.improvement.later[-1] if tracked.improvement.later else None


def key_cell(tracked: Tracked) -> str:
    """What stands in the last column: "5f2c…:17:ILACS 2022-05-13"."""
    later = newest_later(tracked)
    return f"{tracked.key}:{tracked.version}:{inspection(later.report) if later else ''}"


def _row(tracked: Tracked) -> tuple[Cell, ...]:
    improvement = tracked.improvement
    report, paragraph = improvement.report, improvement.paragraph
    return (
        words_of(improvement),
        name_report(report),
        report.when,
        paragraph.number,
        paragraph.page if tracked.is_held else None,
        list_name(improvement),
        _capital(area_of(tracked)) if improvement.area else None,
        *(_written(tracked, name) for name in FIELD_NAMES),
        "\n".join(each.words for each in tracked.evidence) or None,
        *_later(tracked),
        key_cell(tracked),
    )


def _cited(tracked: Tracked) -> Iterator[tuple[str, Citation]]:
    """What columns lead to: the page to the Improvement's own, the later report to the first of its Paragraphs."""
    if tracked.is_held:
        yield "Page", Citation(1, tracked.improvement.paragraph, tracked.improvement.report)
    later = newest_later(tracked)
    if later and later.paragraphs:
        yield "Later report", Citation(1, later.paragraphs[0], later.report)


def _written(tracked: Tracked, name: Field) -> Cell:
    return tracked.due if name == "due" else tracked.value(name) or None


def _later(tracked: Tracked) -> tuple[Cell, ...]:
    later = newest_later(tracked)
    if later is None:
        return (None,) * 5
    quotes = [f"{words} ({Citation(1, paragraph, later.report).label})" for paragraph, words in quoted(later)]
    decided = tracked.value(decision_field(later.report)) or None
    proposed = later.proposed if later.proposed != "not sure" else "not sure: read these"
    return (name_report(later.report), proposed, later.why, "\n".join(quotes) or None, decided)


def _history(tracked: Sequence[Tracked]) -> Sheet:
    """Every change, newest first."""
    columns = (Column("When (UTC)", 18), Column("Who", 20), Column("Improvement", 50))
    changes = sorted(((change, each) for each in tracked for change in each.changes), key=lambda pair: -pair[0].number)
    rows = tuple(
        (
            f"{change.when:%Y-%m-%d %H:%M}",
            change.who,
            words_of(each.improvement),
            name_field(change.field),
            _said(change.before),
            _said(change.after),
        )
        for change, each in changes
    )
    return Sheet("History", (*columns, Column("What", 18), Column("From", 30), Column("To", 30)), rows)


def _enquiries(enquiries: Sequence[Enquiry], opens_at: Opens | None) -> Sheet:
    columns = (Column("Why it is likely", 50), Column("Report", 30), Column("Paragraph", 10), Column("Page", 7))
    cited = [(reason, citation) for reason, citations in enquiries for citation in citations]
    rows = tuple(
        (
            reason,
            name_report(citation.report),
            citation.paragraph.number,
            citation.paragraph.page,
            citation.paragraph.text,
        )
        for reason, citation in cited
    )
    links = {(at, 3): opens_at(citation) for at, (_reason, citation) in enumerate(cited)} if opens_at else {}
    return Sheet("Lines of enquiry", (*columns, Column("The report's words", 80)), rows, links)


def _meanings() -> Sheet:
    said: tuple[tuple[str, Iterable[tuple[str, str]]], ...] = (
        ("Action", ACTION_MEANS.items()),
        ("Impact", IMPACT_MEANS.items()),
        ("Proposed and decided", PROGRESS_MEANS.items()),
    )
    rows = tuple((kind, words, meaning) for kind, meanings in said for words, meaning in meanings)
    proposed = "Found by the assistant from the later report's words; a person decides."
    unsure = "Nothing is proposed: the nearest paragraphs are shown, for a person to read."
    changed = f"Change {', '.join(WRITTEN)} and {DECISION}, save, and import the file again. Other columns stay."
    rows += (("Proposed", "not sure: read these", unsure), ("Proposed", "", proposed), ("This file", "", changed))
    return Sheet("What the words mean", (Column("Column", 22), Column("Word", 18), Column("Means", 80)), rows)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _said(words: str) -> Cell:
    """A change's value: a date as one, nothing as nothing."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return words or None
