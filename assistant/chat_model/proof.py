"""Proving a model's sentence: what it says must stand in the Paragraph it cites, or in another that was given.

It proves nearly word for word: other wordings and orders count where they are known to say the same, and anything that
only reads alike does not, for nothing that runs here offline tells "some" from "most" or a cause from a neighbour. How
much that lets through was measured on 60 sentences of real reports of four kinds, each among ten paragraphs of its
report and put by us in two other true wordings, as freely as a good model writes, and in three false ones (a word that
narrows left out, another group, degree, time or subject, a denial turned, a cause or a wish made up). Shown were 17 of
120 true ones and 0 of 180 false ones; of the half that the wordings were not made with, 6 of 60 and 0 of 90. With a
share of words in order instead of assistant.chat_model.ordering, and few wordings, it was 7 and 0; but of 3,226
sentences that a program spoilt (a word dropped, moved or swapped, a degree, number, name or tail changed), which are
often no English, 901 were shown, and 200 now: most of these leave one of several things out of a list, or a word that
changes nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from assistant.chat_model.framing import with_council, without_frame
from assistant.chat_model.likeness import (
    Likeness,
    Token,
    bound_words,
    compare,
    exact_words,
    new_words,
    root,
    tokens,
    turned,
)
from assistant.chat_model.naming import in_its_terms
from assistant.chat_model.omission import FOUND, narrows
from assistant.chat_model.ordering import in_same_order
from assistant.chat_model.prompt import is_evidence
from assistant.chat_model.quoting import with_exact_quotes
from assistant.chat_model.turning import wordings
from assistant.citations import Citation, Claim
from assistant.describe import AREA_NAMES
from assistant.grades import named_grades
from assistant.reranker import Reranker
from assistant.tone import has_tone
from corpus.sentences import split_sentences

FLOOR = 2.0
"""Least score (a logit) of the cross-encoder for a sentence and the words it rests on. Of 410 true sentences in
slightly other words, from the answers to 54 questions about 56 reports, the lowest scored 4.7; of the tests' own, which
are shortened too, 2.4. It catches little that the words let through: they are the stricter of the two."""
_COVER = 0.6
"""Least share of the telling words of the stretch it rests on: words picked out of a long passage say another thing."""
_SHORT = 4  # telling words; a sentence with fewer is only proven by a clause that says little else
_LED_IN = 3  # telling words before those it shares with its source; behind more it is part of another statement
_SHORT_COVER = 0.75
_JUDGING = frozenset({"judged", "rated", "graded"})  # what a row of grades leaves to its reader
_JUDGED = 2  # candidates that the cross-encoder scores for one sentence at most
_TENSES = frozenset(map(root, "is are was were has have had".split()))
_GRADED = re.compile(r"\b(?:judg\w+|rat(?:ed|ing)|grad(?:e|ed|ing)|overall effectiveness)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:previous|last|earlier|prior|since|then|before)\b", re.IGNORECASE)
_LINK = re.compile(r"https?:|www\.|\]\(|<[/!a-z]|\b[\w-]+\.(?:com|org|net|io|example|uk)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proved:
    """What became of a Claim: as it may be shown, or None and the reason; `reattached` if it cites another source."""

    claim: Claim | None
    reattached: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Support:
    """A source that may support a sentence: its window of sentences, and how alike they are."""

    citation: Citation
    text: str
    window: str
    likeness: Likeness


def prove(claim: Claim, citations: Sequence[Citation], reranker: Reranker) -> Proved:
    """The Claim proven by the citations it names, or by another of those given; without a Claim where by none.

    `citations` are all that were given, best first.
    """
    if _LINK.search(claim.text):
        return Proved(None, reason="it holds a link or markup")
    cited = [citation for citation in citations if citation.number in claim.citations]
    others = [citation for citation in citations if citation.number not in claim.citations]
    reason = "no source holds its words"
    for among in (cited, others):
        found = sorted((s for each in among for s in _supports(claim.text, each)), key=lambda s: -_closeness(s))
        proven: list[_Support] = []
        for support in found[:_JUDGED]:
            score = reranker.score(support.text, [support.window])[0]
            if score >= FLOOR:
                proven.append(support)
            else:
                reason = f"its source scores {score:.1f}, under {FLOOR}"
            if proven and among is others:
                break
        if proven:
            numbers = tuple(dict.fromkeys(support.citation.number for support in proven))
            said = replace(claim, text=proven[0].text, citations=numbers, proven=True)
            return Proved(said, reattached=among is others)
    return Proved(None, reason=reason)


def _closeness(support: _Support) -> float:
    return support.likeness.cover + support.likeness.order


def _supports(text: str, citation: Citation) -> Iterator[_Support]:
    """The best window of a citation's Paragraph that can support a text, if there is one."""
    quoted = with_exact_quotes(text, citation.paragraph.text)
    if quoted is None or not _grade_stands(quoted, citation):
        return
    best: _Support | None = None
    for window in _windows(citation.paragraph.text):
        said = without_frame(in_its_terms(quoted, window), citation, window)
        for one, other in wordings(said, with_council(window, citation.report)):
            likeness = _liken(tokens(one), tokens(other), citation)
            if likeness and (best is None or likeness.cover > best.likeness.cover):
                best = _Support(citation, quoted, window, likeness)
    if best:
        yield best


def _liken(core: tuple[Token, ...], source: tuple[Token, ...], citation: Citation) -> Likeness | None:
    """How alike a sentence and its source are; None where the source does not say it."""
    if any(citation.paragraph.kind != "judgement" or word.word not in _JUDGING for word in new_words(core, source)):
        return None
    likeness = compare(core, source)
    whole = [token.root for token in core] == [token.root for token in source]
    return likeness if whole or _stands(core, likeness) else None


def _windows(text: str) -> list[str]:
    """Each sentence of a text, and each with the next; none that speaks to a machine."""
    sentences = split_sentences(text)
    pairs = [f"{one} {two}" for one, two in pairwise(sentences)]
    return [window for window in (*sentences, *pairs) if is_evidence(window)]


def _stands(core: tuple[Token, ...], likeness: Likeness) -> bool:
    """True if a stretch says a sentence: in its order, with its numbers and every turn of meaning, of itself.

    Words led in by others, without one everyday word of English among them, are none that inspectors wrote.
    """
    telling = [token for token in core if token.tells]
    if not telling or not in_same_order(core, likeness) or likeness.cover < _COVER:
        return False
    said = {token.root for token in core}
    if turned(core) != turned(likeness.stretch) or any(
        _turns(word) and word.root not in said for word in likeness.stretch
    ):
        return False
    led_in = _last_part(likeness.before)
    words = {token.word for token in led_in}
    if not words & FOUND and ("that" in words or sum(token.tells for token in led_in) > _LED_IN):
        return False
    same = _turn_alike(core, likeness.stretch) and _numbers_stand(core, likeness.stretch)
    if not same or narrows(core, likeness):
        return False
    if likeness.before and all(token.tells for token in core if token.word[:1].isalnum()):
        return False
    alone = likeness.cover >= _SHORT_COVER and not any(token.tells for token in likeness.before)
    return len(telling) >= _SHORT or alone


def _turn_alike(core: tuple[Token, ...], stretch: tuple[Token, ...]) -> bool:
    """True if the words that turn, bound or hedge are the same, in the same order or before the same words."""
    return exact_words(core) == exact_words(stretch) or bound_words(core) == bound_words(stretch)


def _last_part(before: tuple[Token, ...]) -> tuple[Token, ...]:
    """What leads in to a sentence, from its last comma."""
    comma = next((at for at in range(len(before) - 1, -1, -1) if before[at].word == ","), -1)
    return before[comma + 1 :]


def _turns(word: Token) -> bool:
    """True for a word that praises or criticises: moved or left out, it would make the sentence say another thing."""
    return _has_tone(word.word)


@lru_cache(maxsize=8192)
def _has_tone(word: str) -> bool:
    return has_tone(word, "praise") or has_tone(word, "criticism")


def _numbers_stand(core: tuple[Token, ...], stretch: tuple[Token, ...]) -> bool:
    """True if every number stands in the stretch, in the same order and beside the same word."""
    at = 0
    for place, token in enumerate(core):
        if not token.is_number:
            continue
        beside = _beside(core, place)
        found = next(
            (i for i in range(at, len(stretch)) if stretch[i].root == token.root and beside == _beside(stretch, i)),
            None,
        )
        if found is None:
            return False
        at = found + 1
    return True


def _beside(among: tuple[Token, ...], place: int) -> str:
    """The root of the word behind a number; "" where a sentence or part of it ends there."""
    behind = among[place + 1].root if place + 1 < len(among) else ""
    return behind if (behind[:1].isalnum() and behind not in _TENSES) or behind == "%" else ""


def _grade_stands(text: str, citation: Citation) -> bool:
    """True if a grade that a sentence says was given is one that the report gives, for the area that it names.

    What was given at an earlier inspection is left to the words, as reports need not say it among their facts.
    """
    report = citation.report
    named = named_grades(text.lower().replace("improvement to be good", "improvement"))
    if not named or not _GRADED.search(text) or _EARLIER.search(text) or not report.judgements:
        return True
    areas = {area for area, name in AREA_NAMES.items() if name.lower() in text.lower()}
    given = {each.grade for each in report.judgements if not areas or each.area in areas}
    return all(grade in given for grade in named)
