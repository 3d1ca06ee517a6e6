"""Contrast cases: where this council is criticised, what was written of one that was judged good or outstanding.

A sentence of criticism is compared, by meaning, with the sentences on the same theme that do not criticise. Which is
nearest is a proposal: whether it is the same matter is for a person to judge, and the Item says so.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.briefings.briefing import Item
from assistant.briefings.gathering import find_on, gather
from assistant.briefings.theme import Theme
from assistant.citations import Draft
from assistant.describe import name_report
from assistant.extract import Extract
from assistant.grades import find_area_grades
from assistant.periods import order
from assistant.search import Searcher, fuse
from corpus.report import Area, Grade, Paragraph, Report
from corpus.sentences import count_words, split_sentences

_LOOKED_AT = 80  # candidates in other councils' reports for one sentence
_COMPARED = 40  # of their sentences, those that are embedded
_ALIKE = 0.5
"""How alike in meaning (cosine) criticism and praise have to be, without the words of the theme, which all share."""
_LEAST_WORDS = 6
_ASKED = 3  # councils, where nothing is contrasted
_REMARK = (
    "Proposed because the two are close in meaning, and because that council was judged good or outstanding. Read "
    "both sources before you compare them."
)


_PRAISED = (
    "On the same theme in a council that was judged good or outstanding; it is not set against a criticism here. "
    "Whether it would fit here is for you to judge."
)


def find_contrasts(
    theme: Theme, criticism: Sequence[Extract], here: Report, searcher: Searcher, limit: int
) -> tuple[Item, ...]:
    """A pair for each sentence of criticism that has one, with the grade that makes the other council an example."""
    good = find_good(theme, here, searcher.library.reports)
    by_id = {report.id: report for report in good}
    items: list[Item] = []
    used: set[str] = set()
    for found in criticism:
        blamed = next((each for each in split_sentences(found.text) if theme.tone(each) == "criticism"), found.text)
        answered = _nearest(theme, blamed, [id_ for id_ in by_id if id_ not in used], searcher)
        if answered and len(items) < limit:
            paragraph, words = answered
            there = by_id[paragraph.report_id]
            used.add(there.id)
            grade = find_area_grades(_areas(theme, there), there, searcher.library)[:1]
            drafts = (
                found.draft(name_report(here)),
                Draft(words, (paragraph,), name_report(there)),
                *(replace(draft, group=name_report(there)) for draft in grade),
            )
            items.append(Item("contrast", "", drafts, (here, there), _REMARK))
    return tuple(items)


def find_praised(theme: Theme, here: Report, searcher: Searcher, limit: int) -> tuple[Item, ...]:
    """What inspectors praised on the theme in councils judged good or outstanding, the outstanding ones first.

    For where no criticism has a contrast.
    """
    good = sorted(find_good(theme, here, searcher.library.reports), key=lambda report: _grade(theme, report) == "good")
    items: list[Item] = []
    for there in good[:_ASKED]:
        praised = [each for each in gather(theme, there, searcher).extracts if theme.tone(each.text) == "praise"]
        if praised and len(items) < limit:
            grade = find_area_grades(_areas(theme, there), there, searcher.library)[:1]
            group = name_report(there)
            drafts = (praised[0].draft(group), *(replace(draft, group=group) for draft in grade))
            items.append(Item("contrast", "", drafts, (there,), _PRAISED))
    return tuple(items)


def find_good(theme: Theme, here: Report, reports: Sequence[Report]) -> list[Report]:
    """The newest graded report of each other council, where it was judged good or outstanding on the theme."""
    graded = [report for report in order(reports) if report.council != here.council and _areas(theme, report)]
    newest = {report.council: report for report in graded}.values()
    return [each for each in newest if _grade(theme, each) in ("good", "outstanding")]


def _grade(theme: Theme, report: Report) -> Grade | None:
    return report.grade(_areas(theme, report)[0])


def _areas(theme: Theme, report: Report) -> tuple[Area, ...]:
    """The theme's graded area in a report, or its overall grade; none where it gives neither."""
    return tuple(area for area in (*theme.graded_as, "overall") if report.grade(area))[:1]


def _nearest(theme: Theme, words: str, within: Sequence[str], searcher: Searcher) -> tuple[Paragraph, str] | None:
    """The sentence in these reports that is nearest in meaning and does not criticise, with its Paragraph."""
    library = searcher.library
    found = find_on(theme, fuse(library, words, within, _LOOKED_AT), library) if within else []
    sentences = [
        (paragraph, sentence)
        for passage in found
        for paragraph in (library.paragraph(id_) for id_ in passage.chunk.paragraph_ids)
        if paragraph
        for sentence in split_sentences(paragraph.text)
        if theme.names(sentence) and theme.tone(sentence) != "criticism" and count_words(sentence) >= _LEAST_WORDS
    ][:_COMPARED]
    if not sentences:
        return None
    bare = [theme.without(each) for each in (words, *(sentence for _paragraph, sentence in sentences))]
    embedded = library.embedder.encode(bare)
    alike = embedded[1:] @ embedded[0]
    best = int(alike.argmax())
    return sentences[best] if alike[best] >= _ALIKE else None
