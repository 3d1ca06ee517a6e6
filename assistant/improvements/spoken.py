"""What a Paragraph says of a matter: the sentences that are about it, and whether they praise, criticise or both."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.comparing.tones import find_parts, tell_tone
from assistant.improvements.alike import find_terms
from assistant.improvements.nearness import Pages, Wanted, find_stems
from assistant.improvements.saying import says_better, says_met
from corpus.report import Paragraph
from corpus.sentences import split_sentences

_TELLING = 1.3
"""The rarity from which a word tells of a matter: it stands in at most a quarter of a report's Paragraphs."""
_MINOR = re.compile(
    r"\b(?:(?:a )?(?:very )?small (?:number|proportion|minority|group)|a minority|a (?:very )?few|one case|"
    r"occasional\w*|sometimes|isolated|more to do|mostly|most)\b",
    re.IGNORECASE,
)
"""What keeps a criticism small."""
_BEGINNING = 60  # characters in which a sentence names what it is about
_LIVES = re.compile(r"\bpoor (?:mental|emotional|physical|dental)(?: and \w+)? (?:health|well-?being)\b", re.IGNORECASE)
"""Words that look like criticism and tell of children's lives."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a Paragraph says of a matter. `quote` is its sentences on it, word for word, " … " where some are between.

    `is_minor` is True where all that criticises is said of few, `is_named` where a sentence names the matter itself.
    """

    paragraph: Paragraph
    quote: str
    praises: bool
    criticises: bool
    is_better: bool
    is_met: bool
    is_minor: bool
    is_named: bool


def read_spoken(paragraph: Paragraph, wanted: Wanted, pages: Pages) -> Spoken:
    """What a Paragraph says of what is wanted, from the parts of its sentences on it; from all where none names it."""
    telling = {word for word in wanted.stems if pages.rare(word) >= _TELLING}
    terms = {term for term in wanted.terms if pages.term_rarity.get(term, _TELLING) >= _TELLING}

    def about(text: str) -> bool:
        return bool(telling & find_stems(text) or terms & find_terms(text))

    sentences = [(one, _parts(one, about)) for one in _on_matter(paragraph.text, about)]
    tones = [(one, tell_tone(one, lambda _part: True)) for _sentence, parts in sentences for one in parts]
    bad = [one for one, tone in tones if tone in ("criticism", "both")]
    return Spoken(
        paragraph,
        _quote(paragraph.text, [one for one, _parts_ in sentences]),
        praises=any(tone in ("praise", "both") for _one, tone in tones),
        criticises=bool(bad),
        is_better=any(says_better(one) for one, _tone in tones),
        is_met=any(says_met(one) for one, _parts_ in sentences),
        is_minor=bool(bad) and all(_MINOR.search(one) for one in bad),
        is_named=about(paragraph.text),
    )


def _on_matter(text: str, about: Callable[[str], bool]) -> list[str]:
    """The sentences of a text on the matter, and those that go on about it; all where none names it."""
    parts, sentences = find_parts(text, about), list(split_sentences(text))
    return [one for one in sentences if any(part.strip() in one for part in parts)] or sentences


def _parts(sentence: str, about: Callable[[str], bool]) -> list[str]:
    """The parts of a sentence on the matter; all of one that begins with it, as the rest may take from that."""
    begun = sentence[: max(len(sentence) // 2, _BEGINNING)]
    parts = [] if about(begun) else find_parts(sentence, about)
    return [_LIVES.sub(" ", part) for part in parts or [sentence]]


def _quote(text: str, sentences: list[str]) -> str:
    """These sentences of a text, those that follow one another as they stand there."""
    said, end = "", -1
    for one in sentences:
        start = text.find(one, max(end, 0))
        between = text[end:start] if end >= 0 else ""
        said += one if end < 0 else (between if not between.strip() else " … ") + one
        end = start + len(one)
    return said
