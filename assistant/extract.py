"""Picking the sentences of Passages that answer, word for word."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from rapidfuzz import fuzz

from assistant.citations import Draft
from assistant.confidence import (
    Asked,
    confidence,
    cover,
    cover_of_matter,
    held_words,
    measure,
    mentioned,
    names_only_whom,
    read_asked,
    touches,
    weigh,
)
from assistant.counting import counts
from assistant.definitions import is_no_finding
from assistant.question import Question
from assistant.search import Group, Searcher
from assistant.sorts import find_kind
from assistant.timing import tells_of_timing
from assistant.tone import has_tone
from corpus.library import Library
from corpus.report import Paragraph
from corpus.sentences import count_words, split_sentences

_SECOND = 1.5  # how much less relevant (a logit) a neighbouring sentence may be and still be taken with the best
_WANTED = 20.0  # what praise, criticism or a figure, where it is asked for, adds: more than any relevance (a logit)
_SAME = 75  # how alike, of 100, two sentences are in their words that say the same
_EXACT = re.compile(r"\d+(?:[.,]\d+)*|\b(?:no|not|nor|never|none|few|without)\b|n['’]t\b")
_ASKED_FOR = re.compile(r"\bneeds? to improve\b|\bareas? for (?:improvement|priority action)\b", re.IGNORECASE)
_MOST = 0.7  # of what is to be in time, by the rarity of its words
_ABOUT = 3.0  # what holding every telling word of the question adds to it
_NAMED = 4.0  # and naming the rarest term
_OF_MARGIN = 0.5  # what a logit of relevance in a group's margin is worth of all that speaks for a Paragraph
_LEAST_WORDS = 4  # a shorter sentence says nothing alone
_LEANS_BACK = re.compile(
    r"(?:This|These|That|Those|They|It|Their|Its|He|She|Such|Both|However|As a (?:result|consequence)|Consequently|"
    r"Therefore|For (?:this|these) reasons?|In addition|Additionally|Furthermore|For example|Similarly|Also|But|And|"
    r"In the (?:fifth|other|others|rest|first|second|remaining)|In (?:these|those|this|such|most of these))\b"
)
"""How a sentence begins that is understood only after the one before it."""
_TURNS = re.compile(
    r"(?:However|But|Nevertheless|Nonetheless|Yet|Even so|Despite (?:this|these)|That said|This is not|"
    r"Challenges remain)\b"
    r"|[^,.]{1,60}, however,"
)
"""How a sentence begins without which the one before it would tell half of the story."""


@dataclass(frozen=True, slots=True)
class Extract:
    """Sentences of one Paragraph, word for word, and how well it answers (a logit).

    `also` are other Paragraphs of the same report that say the same.
    """

    text: str
    paragraph: Paragraph
    relevance: float
    also: tuple[Paragraph, ...] = ()

    def draft(self, group: str | None = None) -> Draft:
        """This as a draft of a Claim; what is no sentence but asked for in a list says so."""
        heading = self.paragraph.heading[-1].rstrip(":?") if self.paragraph.heading else ""
        asked_for = self.paragraph.kind == "bullet" and _ASKED_FOR.search(heading)
        return Draft(f"{heading}: {self.text}" if asked_for else self.text, (self.paragraph,), group, self.also)


def extract(question: Question, group: Group, searcher: Searcher, used: Collection[str] = ()) -> list[Extract]:
    """The sentences that answer in a group's Paragraphs, best first; none of Paragraphs whose ids are `used`.

    What a report says twice is taken once, from where it is said more fully.
    """
    found: list[Extract] = []
    asked = read_asked(question, searcher.library)

    # In a report on SEND, to name that tells nothing.
    named = _NAMED if asked.term and not find_kind(" ".join(asked.term)) else 0.0

    def score(sentences: Sequence[str]) -> list[float]:
        """How well each sentence answers, and whether it tells what was asked for: a tone, a number, a time."""
        scores = searcher.reranker.score(question.wording, list(sentences))
        picky = group.tone is not None or group.amount is not None or asked.timing
        about = [_ABOUT * cover(asked, each) + named * touches(asked, each) for each in sentences]
        wanted = [_WANTED * (picky and _answers(asked, sentences, at, group)) for at in range(len(sentences))]
        return [sum(each) for each in zip(scores, about, wanted, strict=True)]

    for paragraph, relevance in choose(asked, group, searcher.library, used):
        new = _sentences(paragraph, relevance, score)
        same = next((at for at, other in enumerate(found) if _say_the_same(new, other)), None)
        if same is not None:
            found[same] = _joined(found[same], new)
        elif len(found) < group.limit:
            found.append(new)
        else:
            break
    return found


def choose(asked: Asked, group: Group, library: Library, used: Collection[str] = ()) -> list[tuple[Paragraph, float]]:
    """The Paragraphs of a group that hold what was asked for, with their relevance, the most relevant first."""
    chosen: dict[str, tuple[Paragraph, float]] = {}
    weights: dict[str, float] = {}
    for passage in group.passages:
        relevance = passage.relevance or 0.0
        for paragraph_id in passage.chunk.paragraph_ids:
            paragraph = library.paragraph(paragraph_id)
            if paragraph is None or paragraph.kind == "judgement" or is_no_finding(paragraph) or paragraph_id in used:
                continue
            if not mentioned(asked, paragraph.report_id, library):
                continue
            features = measure(asked, paragraph, relevance)
            if _fits(asked, paragraph, group) and features.cover > 0 and confidence(features) >= group.least:
                chosen.setdefault(paragraph_id, (paragraph, relevance))
                weights.setdefault(paragraph_id, weigh(features))
    least = max(weights.values(), default=0.0) - group.margin * _OF_MARGIN
    return [each for id_, each in chosen.items() if weights[id_] >= least]


def _fits(asked: Asked, paragraph: Paragraph, group: Group) -> bool:
    """True if a sentence about what is asked has the tone, says how many or when, where that is asked for.

    What is asked about may stand in the sentence before: "Assessments are thorough. Some are late."
    """
    if group.tone is None and group.amount is None and not asked.timing:
        return True
    if group.amount is not None and not asked.kept.issubset(held_words(asked, paragraph.text)):
        return False
    sentences = split_sentences(paragraph.text)
    return any(_answers(asked, sentences, at, group) for at in range(len(sentences)))


def _answers(asked: Asked, sentences: Sequence[str], at: int, group: Group) -> bool:
    """True if the sentence at a place is about the matter and tells what is asked for."""
    about = _is_about(asked, sentences[max(0, at - asked.timing) : at + 1])
    return about and _is_wanted(asked, sentences[at], group)


def _is_about(asked: Asked, sentences: Sequence[str]) -> bool:
    """True if sentences name the matter; where a time is asked for, what is to be in time, and not only for whom."""
    said = " ".join(sentences)
    if not asked.timing:
        return touches(asked, said)
    return cover_of_matter(asked, said) >= _MOST or (touches(asked, said) and not names_only_whom(asked))


def _is_wanted(asked: Asked, sentence: str, group: Group) -> bool:
    toned = group.tone is None or has_tone(sentence, group.tone, partial(touches, asked))
    told = group.amount is None or counts(sentence, asked.counted, group.amount)
    return toned and told and (not asked.timing or tells_of_timing(sentence))


def _say_the_same(one: Extract, other: Extract) -> bool:
    """True if two extracts of a report say the same: nearly the same words, and the same numbers and negations."""
    if one.paragraph.report_id != other.paragraph.report_id:
        return False
    if one.text in other.text or other.text in one.text:
        return True
    exact = [sorted(_EXACT.findall(each.text.lower())) for each in (one, other)]
    return exact[0] == exact[1] and fuzz.token_sort_ratio(one.text, other.text) >= _SAME


def _joined(one: Extract, other: Extract) -> Extract:
    """The fuller of two extracts that say the same; the other's paragraph is where it is also said."""
    fuller, briefer = sorted((one, other), key=lambda each: -len(each.text))
    return replace(fuller, relevance=max(one.relevance, other.relevance), also=(*one.also, briefer.paragraph))


def _sentences(paragraph: Paragraph, relevance: float, score: Callable[[Sequence[str]], list[float]]) -> Extract:
    """The sentences of a Paragraph that answer best by this score."""
    sentences = split_sentences(paragraph.text)
    if len(sentences) <= 1:
        return Extract(paragraph.text, paragraph, relevance)
    scores = score(sentences)
    best = max(range(len(sentences)), key=lambda at: scores[at] - 2 * (count_words(sentences[at]) < _LEAST_WORDS))
    chosen = {best}
    for near in (best - 1, best + 1):
        if 0 <= near < len(sentences) and scores[near] >= scores[best] - _SECOND and len(chosen) < 2:
            chosen.add(near)
    return Extract(in_context(sentences, chosen), paragraph, relevance)


def in_context(sentences: Sequence[str], chosen: Collection[int]) -> str:
    """The chosen sentences of a Paragraph, with the one that the first leans on and the one that turns the last."""
    first, last = min(chosen), max(chosen)
    before = [first - 1] if first > 0 and _LEANS_BACK.match(sentences[first]) else []
    after = [last + 1] if last + 1 < len(sentences) and _TURNS.match(sentences[last + 1]) else []
    return " ".join(sentences[at] for at in [*before, *sorted(chosen), *after])
