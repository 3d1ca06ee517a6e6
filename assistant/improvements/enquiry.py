"""Likely lines of enquiry for a council's next inspection, each with its reason and its Paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.describe import AREA_NAMES
from assistant.improvements.body import of_board
from assistant.improvements.improvement import Improvement
from assistant.improvements.later import asked_again, later_reports
from assistant.improvements.listed import listed
from assistant.improvements.sentences import read_matters
from assistant.improvements.unlisted import unlisted
from assistant.periods import order
from assistant.search import Searcher
from corpus.library import Library
from corpus.report import Grade, Paragraph, Report

_BELOW_GOOD: tuple[Grade, ...] = ("inadequate", "adequate", "requires improvement")
_MOST_CRITICISED = 5  # of the body's criticisms: the heaviest, beside all that was asked for


@dataclass(frozen=True, slots=True)
class Line:
    """One likely line of enquiry: its matter in the report's exact words, and why, in a sentence of ours.

    `paragraphs` stand behind it, the newest report's first, each in one of the `reports`. `improvement` is what it
    comes from; None for a grade.
    """

    reason: str
    matter: str
    reports: tuple[Report, ...]
    paragraphs: tuple[Paragraph, ...]
    improvement: Improvement | None = None


def lines_of_enquiry(council: str, searcher: Searcher) -> tuple[Line, ...]:
    """What the next inspectors of a council will likely look at, as its newest reports of each line go.

    What was asked for more than once comes first, then what was asked for last time, the areas graded below good, and
    the heaviest criticisms of the body that no list took up; of social care and area SEND alike.
    """
    inspections = [each for each in searcher.library.reports if each.council == council and each.improvement_lists]
    newest = [each for each in order(inspections) if not later_reports(each, inspections)]
    ranked = [line for report in reversed(newest) for line in _lines(report, inspections, searcher)]
    return tuple(line for _rank, line in sorted(ranked, key=lambda pair: pair[0]))


def _lines(report: Report, inspections: Sequence[Report], searcher: Searcher) -> Iterator[tuple[int, Line]]:
    """The lines that come from one report, each with its rank, the first 0."""
    library = searcher.library
    before = [other for other in order(inspections) if report in later_reports(other, inspections)][::-1]
    for item in listed(report, library):
        earlier = _asked_before(item, before, library)
        reason = (
            f"Asked for more than once: {_and([_when(each.report) for each in earlier])} asked for work on this too."
        )
        if not earlier:
            reason = f"Asked for by the last inspection, {_when(report)}."
        reports = (report, *(each.report for each in earlier))
        paragraphs = (item.paragraph, *(each.paragraph for each in earlier))
        yield (0 if earlier else 1), Line(reason, item.text, reports, paragraphs, item)
    for judgement in report.judgements:
        stated = library.paragraph(judgement.paragraph_id)
        if judgement.grade in _BELOW_GOOD and judgement.area != "overall" and stated:
            area = AREA_NAMES.get(judgement.area, judgement.label)
            reason = f"Below good: {_when(report)} judged {area} “{judgement.words.strip().lower()}”."
            yield 2, Line(reason, judgement.label, (report,), (stated,))
    for criticism in unlisted(report, searcher)[:_MOST_CRITICISED]:
        reason = f"Criticised by {_when(report)}, though its list does not ask for it."
        yield 3, Line(reason, criticism.quote, (report,), (criticism.paragraph,), criticism)


def _asked_before(item: Improvement, before: Sequence[Report], library: Library) -> list[Improvement]:
    """What earlier reports asked for on the same matter, one of each, newest report first."""
    board, matters = of_board(item.paragraph.heading), read_matters(item, library)
    found = [asked_again(report, matters, library, board=board)[:1] for report in before]
    return [asked for each in found for asked in each]


def _when(report: Report) -> str:
    kind = f"the {report.kind} inspection" if report.kind in ("ILACS", "SIF", "area SEND") else "the inspection"
    return f"{kind} of {report.when:%B %Y}" if report.when else kind


def _and(said: Sequence[str]) -> str:
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)
