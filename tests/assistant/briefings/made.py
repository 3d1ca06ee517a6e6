"""Briefings to be shown, kept and exported: one with an item of every kind, and one whose every word is hostile."""

from dataclasses import replace
from datetime import date
from typing import get_args

from assistant.briefings.briefing import Briefing, Item, ItemKind, Section, quote_item
from assistant.citations import Draft
from corpus.library import Library
from corpus.report import Judgement, Report
from tests.builders import SENTENCES, entry
from tests.fakes import HOSTILE

MADE = date(2026, 11, 22)
NAMED = "Lead inspector: Ada Lantern, His Majesty’s Inspector. Kites fly over the marsh."
_BASE = entry().report
PARAGRAPHS = tuple(replace(each, number=str(each.position + 1)) for each in entry().paragraphs)
REPORT = replace(
    _BASE,
    inspected_to=date(2021, 3, 19),
    judgements=(
        Judgement("overall", "Overall", "Good", "good", PARAGRAPHS[2].id),
        Judgement("care_leavers", "Care leavers", "Outstanding", "outstanding", PARAGRAPHS[3].id),
    ),
)
_GRADED = "Fennimoor, ILACS inspection, March 2021 (March 2021): "


def full() -> Briefing:
    """An item of every kind; the first and the last cite the same paragraph."""
    grades = (
        Draft(f"{_GRADED}care leavers was judged “outstanding”.", (PARAGRAPHS[3],)),
        Draft(f"{_GRADED}overall effectiveness was judged “good”.", (PARAGRAPHS[2],)),
    )
    named = replace(PARAGRAPHS[0], text=NAMED)
    return Briefing(
        "Lanterns in Fennimoor",
        MADE,
        "Councillors",
        "To ask about lanterns.",
        (
            Section("Key messages", (
                Item("key message", "", (Draft(SENTENCES[1], (PARAGRAPHS[1],)),), (REPORT,)),
                Item("grades", "", grades, (REPORT,), "Compare with care."),
            )),
            Section("Findings", (
                Item("answer", "Who keeps bees?", (
                    Draft(SENTENCES[3], (PARAGRAPHS[3],), "Fennimoor"), Draft(SENTENCES[2], (PARAGRAPHS[2],)),
                ), (REPORT,), "One report was searched."),
                quote_item(named, REPORT),
                Item("contrast", "", (Draft(SENTENCES[1], (PARAGRAPHS[1],), "Here"),), (REPORT,), "Proposed."),
                Item("note", "Bring the map.\nAnd a lantern."),
                Item("question", "What has changed since?", (Draft(SENTENCES[1], (PARAGRAPHS[1],)),), (REPORT,)),
                Item("term", "marsh", remark="Wet land. After common usage."),
            )),
        ),
        "Searched: 1 report.",
    )  # fmt: skip


def hostile() -> Briefing:
    """Every word of it could be mistaken for something else than words."""
    report = replace(REPORT, id="f" * 16, council=f"Hostham {HOSTILE}", title=HOSTILE, file=f"{HOSTILE}.pdf")
    paragraph = replace(PARAGRAPHS[0], id=f"{report.id}-0000", report_id=report.id, text=f"{HOSTILE}\n# {HOSTILE}")
    cited = (Draft(HOSTILE, (paragraph,), HOSTILE),)
    items = tuple(Item(kind, f"{HOSTILE}\n# {HOSTILE}", cited, (report,), HOSTILE) for kind in get_args(ItemKind))
    return Briefing(HOSTILE, MADE, HOSTILE, HOSTILE, (Section(HOSTILE, items),), HOSTILE)


def hold(library: Library) -> Library:
    """The library with the report that the full briefing cites."""
    library.add(replace(entry(), report=replace(REPORT, judgements=())))
    return library


def newer() -> Report:
    """A later inspection of the same council."""
    return replace(REPORT, id="e" * 16, file="later.md", inspected_to=date(2024, 3, 1))
