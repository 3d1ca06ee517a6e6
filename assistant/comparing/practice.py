"""Good practice: Paragraphs that praise, from reports that judged that very area good or outstanding."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.comparing.graded import NAMES, whose
from assistant.comparing.matter import Matter, read_matter, says, touches
from assistant.comparing.narrowing import Narrowing, stands_in_area
from assistant.comparing.theme import asked_for, find_printed
from assistant.comparing.tones import tell_tone
from assistant.describe import name_searched
from assistant.periods import order
from assistant.remarks import superseded_by
from assistant.search import Searcher
from corpus.report import Area, Grade, Judgement, Paragraph, Report
from corpus.sentences import count_words

_GOOD: tuple[Grade, ...] = ("outstanding", "good")
_FEWEST_WORDS = 20  # fewer praise and show nothing
_MOST_OF_ONE = 3
_SHOWS = "an example of effective practice that makes a difference to children: {area}"
"""What a Paragraph is held against where no matter is named."""
_KINDS = ("numbered", "prose", "bullet")


@dataclass(frozen=True, slots=True)
class Example:
    """A Paragraph that praises and criticises nothing, and the Judgement of its area in its Report.

    `newer` is a later Report of the council that took this one's place, None where there is none.
    """

    report: Report
    judgement: Judgement
    paragraph: Paragraph
    newer: Report | None


@dataclass(frozen=True, slots=True)
class Practice:
    """Examples of good practice in an area, several councils before several of one; `searched` were judged so."""

    area: Area
    about: str
    examples: tuple[Example, ...]
    searched: tuple[Report, ...]

    @property
    def coverage(self) -> str:
        """What was searched, as a sentence."""
        if not self.searched:
            return f"No report judged {NAMES[self.area]} good or outstanding."
        return f"Searched: {name_searched(self.searched)} that judged {NAMES[self.area]} good or outstanding."


def find_practice(
    area: Area,
    searcher: Searcher,
    narrowing: Narrowing = Narrowing(),  # noqa: B008 - frozen
    about: str = "",
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> Practice:
    """Paragraphs that praise, `about` a matter or anything, from reports judged good or outstanding in an area.

    The best of each council come first, of outstanding areas before good ones, of newer reports before older; what
    stands in a superseded report comes after all that stands in a current one.
    `tell` hears after each report how many are done, of how many. Raises WrongUse for words that name nothing.
    """
    library = searcher.library
    matter = read_matter(about, library) if about.strip() else None
    judged = [report for report in narrowing.of(library.reports) if report.grade(area) in _GOOD]
    printed = find_printed(library)
    found: list[tuple[Example, float]] = []
    for done, report in enumerate(judged, start=1):
        held = [
            each
            for each in library.paragraphs(report.id)
            if _praises(each, matter) and _is_of(area, each, report) and each.text not in printed
        ]
        found += _judged(matter, area, report, held, searcher)
        tell(done, len(judged))
    return Practice(area, matter.words if matter else "", _in_turn(found), tuple(judged))


def _is_of(area: Area, paragraph: Paragraph, report: Report) -> bool:
    return not asked_for(report, paragraph) and (area == "overall" or stands_in_area(paragraph, [area]))


def _praises(paragraph: Paragraph, matter: Matter | None) -> bool:
    """True if a Paragraph is long enough, and says of the matter, or of all it is about, nothing but good."""
    if paragraph.kind not in _KINDS or count_words(paragraph.text) < _FEWEST_WORDS:
        return False
    if matter and not touches(matter, paragraph.text):
        return False
    return tell_tone(paragraph.text, partial(touches, matter) if matter else lambda _part: True) == "praise"


def _judged(
    matter: Matter | None, area: Area, report: Report, held: Sequence[Paragraph], searcher: Searcher
) -> list[tuple[Example, float]]:
    """The examples of a report with how well each shows what is wanted (a logit)."""
    judgement = next(each for each in report.judgements if each.area == area)
    newer = superseded_by(report, searcher.library.reports)
    wording = matter.wording if matter else _SHOWS.format(area=NAMES[area])
    scores = searcher.reranker.score(wording, [each.text for each in held])
    return [
        (Example(report, judgement, paragraph, newer), score)
        for paragraph, score in zip(held, scores, strict=True)
        if matter is None or says(matter, paragraph, score)
    ]


def _in_turn(found: Sequence[tuple[Example, float]]) -> tuple[Example, ...]:
    """The best example of each council, then the second of each, and so on; superseded reports after all others."""
    newest = {report.id: at for at, report in enumerate(reversed(order([each.report for each, _score in found])))}
    of_council: dict[str, list[Example]] = {}
    ordered = sorted(
        found,
        key=lambda pair: (
            pair[0].newer is not None,
            _GOOD.index(pair[0].judgement.grade or "good"),
            newest[pair[0].report.id],
            -pair[1],
        ),
    )
    for example, _score in ordered:
        of_council.setdefault(whose(example.report), []).append(example)
    rounds = [[own[at] for own in of_council.values() if at < len(own)] for at in range(_MOST_OF_ONE)]
    every = [example for each in rounds for example in each]
    return tuple(sorted(every, key=lambda example: example.newer is not None))
