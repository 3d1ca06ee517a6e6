"""A theme across reports: how many say something on it, of what tone, and the best Paragraphs of each."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.comparing.matter import Matter, may_say, read_matter, says, touches
from assistant.comparing.narrowing import Narrowing, stands_in_area
from assistant.comparing.tones import Verdict, joined, tell_tone
from assistant.describe import name_searched
from assistant.search import Searcher, fuse
from corpus.library import Library
from corpus.report import Area, Paragraph, Report

_BEST = 3
_LOOKED_AT = 20  # chunks of a report by meaning and by words each, on a theme of several words
_JUDGED = 8  # of them at most by the cross-encoder
_NO_FINDING = ("heading", "judgement", "table")


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says on a theme: its Paragraphs, the most relevant first, and the tone of all that it says.

    `tones` are those of each Paragraph. Only the first few Paragraphs are kept: `count` is how many there are in all.
    """

    report: Report
    tone: Verdict
    paragraphs: tuple[Paragraph, ...]
    tones: tuple[Verdict, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme across reports: those that say something on it, by council and then by date, and all that were searched.

    Being silent on it is no finding about a council.
    """

    words: str
    said: tuple[Said, ...]
    searched: tuple[Report, ...]

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many reports there are of each tone."""
        found = Counter(each.tone for each in self.said)
        return {tone: found[tone] for tone in ("praise", "criticism", "both", "neither")}

    @property
    def silent(self) -> tuple[Report, ...]:
        """The reports that say nothing on it that was found."""
        speaking = {each.report.id for each in self.said}
        return tuple(report for report in self.searched if report.id not in speaking)

    @property
    def coverage(self) -> str:
        """What was searched: "55 reports on 14 councils (2013 to 2025), the newest of January 2025"."""
        newest = max((report.when for report in self.searched if report.when), default=None)
        when = f", the newest of {newest:%B %Y}" if newest else ""
        return f"Searched: {name_searched(self.searched)}{when}."


def find_theme(
    words: str,
    searcher: Searcher,
    narrowing: Narrowing = Narrowing(),  # noqa: B008 - frozen
    areas: Collection[Area] = (),
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> Theme:
    """What the reports that a narrowing leaves say on a theme; with `areas` only what stands under headings on those.

    `tell` hears after each report how many are done, of how many; an error from it ends the search.
    Raises WrongUse for words that name nothing to look for.
    """
    matter = read_matter(words, searcher.library)
    reports = narrowing.of(searcher.library.reports)
    printed = find_printed(searcher.library)
    found = []
    for done, report in enumerate(reports, start=1):
        own = [
            each
            for each in _paragraphs(matter, report, searcher)
            if each.text not in printed and (not areas or stands_in_area(each, areas))
        ]
        if own:
            found.append(_said(matter, report, own))
        tell(done, len(reports))
    return Theme(matter.words, tuple(found), reports)


def find_printed(library: Library) -> frozenset[str]:
    """The texts that reports on several councils share word for word: they explain and find nothing."""
    whose: dict[str, str | None] = {}
    printed = set()
    for report in library.reports:
        for paragraph in library.paragraphs(report.id):
            if whose.setdefault(paragraph.text, report.council) != report.council:
                printed.add(paragraph.text)
    return frozenset(printed)


def asked_for(report: Report, paragraph: Paragraph) -> bool:
    """True if a Paragraph is, or is a part of, what inspectors asked for in a list."""
    return any(
        not {paragraph.id, paragraph.introduced_by}.isdisjoint(each.paragraph_ids) for each in report.improvement_lists
    )


def _said(matter: Matter, report: Report, paragraphs: Sequence[Paragraph]) -> Said:
    about = partial(touches, matter)
    tones: list[Verdict] = [
        "criticism" if asked_for(report, each) else tell_tone(each.text, about) for each in paragraphs
    ]
    return Said(report, joined(tones), tuple(paragraphs[:_BEST]), tuple(tones[:_BEST]), len(paragraphs))


def _paragraphs(matter: Matter, report: Report, searcher: Searcher) -> list[Paragraph]:
    """The Paragraphs of a report that say something on a matter, the most relevant first."""
    library = searcher.library
    if matter.single:  # what names it says something on it: all are looked through, and judged only to be put in order
        held = [p for p in library.paragraphs(report.id) if p.kind not in _NO_FINDING and says(matter, p, 0.0)]
        scores = searcher.reranker.score(matter.wording, [each.text for each in held]) if len(held) > 1 else [0.0]
        return [each for _score, each in sorted(zip(scores, held, strict=False), key=lambda pair: -pair[0])]
    passages = [
        passage
        for passage in fuse(library, matter.words, [report.id], _LOOKED_AT)
        if any(may_say(matter, each) for each in _of(passage.chunk.paragraph_ids, library))
    ]
    judged = searcher.judge(matter.wording, passages[:_JUDGED])
    found = {
        each.id: each
        for passage in judged
        for each in _of(passage.chunk.paragraph_ids, library)
        if says(matter, each, passage.relevance or 0.0)
    }
    return list(found.values())


def _of(ids: Sequence[str], library: Library) -> list[Paragraph]:
    """The Paragraphs of these ids that can hold a finding."""
    found = [library.paragraph(id_) for id_ in ids]
    return [each for each in found if each and each.kind not in _NO_FINDING]
