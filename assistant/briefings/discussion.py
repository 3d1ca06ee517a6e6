"""Questions to discuss: our words, fitted to what was found, each above the sentence that it is about."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.briefings.briefing import Item
from assistant.briefings.gathering import Said
from assistant.briefings.theme import Theme
from assistant.citations import Draft
from assistant.describe import name_report
from assistant.grades import find_area_grades
from assistant.tone import Tone
from corpus.library import Library
from corpus.report import Paragraph, Report

_OF_TONE: dict[Tone, str] = {
    "criticism": "Inspectors wrote this in {when}. What has changed since, and what shows that it has?",
    "praise": "Inspectors wrote this in {when}. What keeps it so, and how would we notice if it slipped?",
}
_TWICE = (
    "Two inspections, {before} and {after}, asked for something on {theme}. Is it the same matter, and if so, what "
    "stood in the way between them?"
)
_ALIKE = 0.45  # in meaning (cosine) without the theme's words: less alike, nobody would ask whether they are the same
_BEST = "This is the latest grade. What would we have to let slip for the next one to be lower?"
_BELOW = "This is the latest grade. What would inspectors need to see next time to give a better one?"
_MOST_OF_TONE = {"criticism": 2, "praise": 1}


def find_questions(theme: Theme, said: Sequence[Said], library: Library) -> Iterator[Item]:
    """Questions on criticism, praise, what was asked for twice, and the latest grade, as far as anything was found."""
    newest = next((each for each in reversed(said) if each.extracts), None)
    if newest is None:
        return
    for tone in ("criticism", "praise"):
        found = [each for each in newest.extracts if theme.tone(each.text) == tone]
        for each in found[: _MOST_OF_TONE[tone]]:
            yield Item("question", _of(tone, newest.report), (each.draft(),), (newest.report,))
    reports = [each.report for each in said]
    yield from _asked_twice(theme, reports, library)
    yield from _of_grade(theme, reports, library)


def _of(tone: Tone, report: Report) -> str:
    return _OF_TONE[tone].format(when=f"{report.when:%B %Y}" if report.when else "this report")


def _asked_twice(theme: Theme, reports: Sequence[Report], library: Library) -> Iterator[Item]:
    """The two things most alike in meaning that two reports, one after the other, asked for on the theme."""
    asked = [(report, found) for report in reports if (found := _asked(theme, report, library))]
    best, least = None, _ALIKE
    for (before, some), (after, others) in pairwise(asked):
        embedded = library.embedder.encode([theme.without(each.text) for each in [*some, *others]])
        alike = embedded[: len(some)] @ embedded[len(some) :].T
        if alike.max() >= least:
            at_some, at_others = divmod(int(alike.argmax()), len(others))
            best, least = ((before, some[at_some]), (after, others[at_others])), float(alike.max())
    if best:
        (before, one), (after, other) = best
        words = _TWICE.format(before=_when(before), after=_when(after), theme=theme.text)
        drafts = (Draft(one.text, (one,), name_report(before)), Draft(other.text, (other,), name_report(after)))
        yield Item("question", words, drafts, (before, after))


def _of_grade(theme: Theme, reports: Sequence[Report], library: Library) -> Iterator[Item]:
    for report in reversed(reports):
        area = next((area for area in (*theme.graded_as, "overall") if report.grade(area)), None)
        if area and (drafts := find_area_grades([area], report, library)):
            words = _BEST if report.grade(area) == "outstanding" else _BELOW
            yield Item("question", words, (Draft(drafts[0].text, drafts[0].paragraphs[:1]),), (report,))
            return


def _asked(theme: Theme, report: Report, library: Library) -> list[Paragraph]:
    ids = [id_ for found in report.improvement_lists for id_ in found.paragraph_ids]
    paragraphs = (library.paragraph(id_) for id_ in ids)
    return [each for each in paragraphs if each and theme.is_on(each)]


def _when(report: Report) -> str:
    return f"{report.when:%B %Y}" if report.when else name_report(report)
