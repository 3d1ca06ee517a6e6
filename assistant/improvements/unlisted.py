"""Criticisms in a report's body that no item of its lists covers: what an action plan misses that follows the lists."""

import re
from dataclasses import dataclass

from assistant.improvements.alike import Matter, share_telling
from assistant.improvements.improvement import Improvement
from assistant.improvements.listed import find_area, identify
from assistant.improvements.saying import criticises, praises, says_better
from assistant.improvements.sentences import Sentence, read_listed, read_sentences
from assistant.search import Searcher
from corpus.report import Report

_MOST = 15
_NEAR, _NEAR_TELLING = 0.5, 0.3
"""Cosines from which an item covers a sentence: whatever their terms, and where they share one. They are low, since it
is better to leave out a criticism that an item may mean than to show one that stands in the list."""

_HEAVY = re.compile(
    r"\b(?:inadequate|serious\w*|unsafe|fail\w*|unacceptabl\w+|significant\w*|too (?:many|few|long|often|late"
    r"|slow\w*|high)|"
    r"poor\w*|weak\w*|ineffective\w*|widespread|most|delay\w*|drift|at risk|lack\w*|absence|insufficient\w*"
    r"|not yet)\b",
    re.IGNORECASE,
)
_LIGHT = re.compile(
    r"\b(?:(?:a )?(?:very )?(?:small|few) (?:number|proportion|minority|cases?)|a (?:very )?(?:few|minority)"
    r"|one case|two cases|"
    r"occasional\w*|sometimes|some|isolated|minor|on occasions?|could be|plans to|are aware|recogni[sz]\w+"
    r"|acknowledg\w+|"
    r"already|action is being taken|aware of)\b",
    re.IGNORECASE,
)
_LIGHTER = 0.7  # of a heavy word: what one word takes back that makes light of it
_POINTS_BACK = re.compile(
    r"(?:(?:However|But|Also|While|Although)\W+)?(?:this|these|they|it|those|such|as a result|"
    r"consequently|most are|some are|others|for (?:some|others)\W)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is not understood without the one before it."""
_NOT_PRACTICE = re.compile(
    r"\b(?:national(?:ly)?|statistical neighbours|deprivation|population|proportion of children|census"
    r"|unemployment|previous"
    r"|last inspection|had been|historical\w*|judged|inspectors? (?:found|saw|met)? ?no)\b",
    re.IGNORECASE,
)
"""What tells of the place, of the past or of the judgement, and not of practice seen."""


@dataclass(frozen=True, slots=True, eq=False)
class _Criticism:
    """A sentence that criticises, and how heavily: its heavy words, less what makes light of it."""

    sentence: Sentence
    weight: float


def unlisted(report: Report, searcher: Searcher) -> tuple[Improvement, ...]:
    """The body's criticisms that no item of the lists covers, the heaviest first, at most fifteen, one a Paragraph.

    None for a report without a list, such as a letter: nothing there was left out of one.
    """
    listed = read_listed(report.id, searcher.library)
    if not listed:
        return ()
    matters = [matter for _item, found in listed for matter in found]
    told: dict[str, _Criticism] = {}
    for sentence in read_sentences(report, searcher.library):
        weight = _weigh(sentence)
        known = told.get(sentence.paragraph.id)
        if weight > 0 and (known is None or known.weight < weight) and not _is_covered(sentence.matter, matters):
            told[sentence.paragraph.id] = _Criticism(sentence, weight)
    heaviest = sorted(told.values(), key=lambda one: (-one.weight, one.sentence.paragraph.position))[:_MOST]
    texts = [one.sentence.text for one in heaviest]
    return tuple(
        Improvement(
            id=id_,
            report=report,
            paragraph=one.sentence.paragraph,
            position=position,
            area=find_area(report, one.sentence.paragraph.heading, one.sentence.text),
            quote=one.sentence.text,
        )
        for position, (one, id_) in enumerate(zip(heaviest, identify(report, texts), strict=True), start=1)
    )


def _weigh(sentence: Sentence) -> float:
    """How heavily a sentence criticises practice; 0 where it does not, or says that it is better."""
    text = sentence.text
    summary = sentence.paragraph.kind == "prose" and not sentence.paragraph.heading
    if summary or not sentence.matter.terms or not criticises(text) or praises(text) or says_better(text):
        return 0.0
    if _NOT_PRACTICE.search(text) or _POINTS_BACK.match(text):
        return 0.0
    heavy = {match.lower() for match in _HEAVY.findall(text)}
    return len(heavy) - _LIGHTER * len(_LIGHT.findall(text))


def _is_covered(matter: Matter, items: list[Matter]) -> bool:
    """True if an item may mean what a sentence says: if they share telling terms, or are near to one another."""
    for item in items:
        near = float(item.embedding @ matter.embedding)
        telling = len(share_telling(item, matter))
        if telling > 1 or near >= _NEAR or (telling and near >= _NEAR_TELLING):
            return True
        if item.terms and item.terms <= matter.terms and near >= _NEAR_TELLING:
            return True
    return False
