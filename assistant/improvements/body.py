"""The body of a report: the Paragraphs that say what inspectors found, apart from what they asked for."""

import re
from collections.abc import Sequence

from corpus.library import Library
from corpus.report import Paragraph, Report

_LEFT_OUT = re.compile(
    r"contents$|table of contents|publisher$|annex|information about|(?:the )?inspection team|about (?:ofsted|this)"
    r"|what the inspection judge?ments mean|the inspection judge?ments and what they mean|service information"
    r"|local area partnership details|(?:children|child protection) .*in this area|.*previous ofsted inspections"
    r"|other (?:ofsted inspections|information)|local leadership|additional contextual|summary for children",
    re.IGNORECASE,
)
"""Headings over what no inspector found: the publisher's words, facts about the place, and the children's own copy."""

_SUMMARY = re.compile(r"(?:executive )?summary\b", re.IGNORECASE)
_BOARD = re.compile(r"safeguarding children board|\bLSCB\b", re.IGNORECASE)
_SHORTEST = 6  # words: what is shorter is a label or a fact of the front page
_LEAST_TOP = 25  # words of a paragraph under no heading: shorter ones are the front page's


def find_body(report: Report, library: Library, *, summary: bool = False) -> tuple[Paragraph, ...]:
    """What inspectors found, in reading order: no heading, grade or footnote, nothing asked for, nothing of an annex.

    With `summary` also what says it in short: the paragraphs under no heading, and those under "Summary".
    """
    asked = asked_ids(report, library)
    return tuple(
        paragraph
        for paragraph in library.paragraphs(report.id)
        if paragraph.kind in ("numbered", "bullet", "prose")
        and paragraph.id not in asked
        and _is_found(paragraph, summary=summary)
    )


def asked_ids(report: Report, library: Library) -> frozenset[str]:
    """The ids of all that stands under the headings of a report's lists, their items and sub-bullets."""
    items = {id_ for found in report.improvement_lists for id_ in found.paragraph_ids}
    paragraphs = library.paragraphs(report.id)
    paths = {paragraph.heading for paragraph in paragraphs if paragraph.id in items and paragraph.heading}
    return frozenset(p.id for p in paragraphs if p.id in items or p.introduced_by in items or p.heading in paths)


def of_board(heading: Sequence[str]) -> bool:
    """True for a place in the review of the local safeguarding children board, which is not of the council."""
    return any(_BOARD.search(part) for part in heading)


def _is_found(paragraph: Paragraph, *, summary: bool) -> bool:
    words = len(paragraph.text.split())
    if words < _SHORTEST or any(_LEFT_OUT.match(part) for part in paragraph.heading):
        return False
    if not paragraph.heading and paragraph.kind != "numbered":
        return summary and words >= _LEAST_TOP
    return summary or not any(_SUMMARY.match(part) for part in paragraph.heading)
