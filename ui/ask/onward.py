"""Where an answer leads on to: the pages on which more can be done with what it says."""

from collections.abc import Mapping

from assistant.answer import Answer
from assistant.tables import grade_rows
from ui.page.buttons import button
from ui.page.navigation import Place

Onward = tuple[Place, Mapping[str, str]]
"""A page, and what its address is to say."""


def improvements(answer: Answer) -> Onward | None:
    """The improvements of the council whose list of what inspectors asked for an answer gives, one council's."""
    councils = {citation.report.council for citation in answer.citations}
    if len(councils) != 1 or answer.question.sort != "list":
        return None
    listed = {
        id_ for each in answer.citations for list_ in each.report.improvement_lists for id_ in list_.paragraph_ids
    }
    council = councils.pop()
    asked_for = any(citation.paragraph.id in listed for citation in answer.citations)
    return ("improvements", {"council": council}) if council and asked_for else None


def comparison(answer: Answer) -> Onward | None:
    """The comparison of grades for an answer that gives grades, of a theme for one that goes across councils."""
    if grade_rows(answer):
        return ("compare", {"part": "grades"})
    if answer.question.sort == "across councils" and answer.claims and answer.question.topic.strip():
        return ("compare", {"part": "theme", "theme": answer.question.topic.strip()})
    return None


def buttons(position: int, answer: Answer) -> str:
    """The buttons that lead from the answer at a position to other pages, those that fit it, as HTML."""
    if not answer.claims:
        return ""
    shown = button(f"brief:{position}", "Add to briefing", "Add this answer to a briefing")
    if improvements(answer):
        shown += button(f"follow:{position}", "Follow these improvements")
    if comparison(answer):
        shown += button(f"compare:{position}", "Compare")
    return shown
