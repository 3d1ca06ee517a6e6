"""Picking the sentences of Passages that answer, word for word."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.citations import Draft
from assistant.glossary import expand
from assistant.question import Question
from assistant.reranker import Reranker
from assistant.search import FLOOR, Group, Searcher
from assistant.theme import telling_words
from corpus.report import Paragraph
from corpus.sentences import count_words, split_sentences

_SECOND = 1.5  # how much less relevant (a logit) a neighbouring sentence may be and still be taken with the best
_STEM = 5  # letters of a word that are compared: enough to join "assess" and "assessments"
_LEAST_WORDS = 4  # a shorter sentence says nothing alone
_LEANS_BACK = re.compile(
    r"(?:This|These|That|Those|They|It|Their|Its|He|She|Such|Both|However|As a (?:result|consequence)|Consequently|"
    r"Therefore|In addition|Additionally|Furthermore|For example|Similarly|Also|But|And)\b"
)
"""How a sentence begins that is understood only after the one before it."""


@dataclass(frozen=True, slots=True)
class Extract:
    """Sentences of one Paragraph, word for word, and how well the best of them answers (a logit)."""

    text: str
    paragraph: Paragraph
    relevance: float

    def draft(self, group: str | None = None) -> Draft:
        """This as a draft of a Claim."""
        return Draft(self.text, (self.paragraph,), group)


def extract(question: Question, group: Group, searcher: Searcher, used: Collection[str] = ()) -> list[Extract]:
    """The sentences that answer in a group's Paragraphs, best first; none of Paragraphs whose ids are `used`.

    A Paragraph that shares no telling word with the question, under any of its terms' names, is never taken: the
    cross-encoder alone finds "How often are bins emptied?" answered by whatever happens often.
    """
    wording, about = question.wording, _stems(expand(question.topic))
    best = max((passage.relevance or 0.0 for passage in group.passages), default=0.0)
    paragraphs: dict[str, tuple[Paragraph, float]] = {}
    for passage in group.passages:
        relevance = passage.relevance or 0.0
        for paragraph_id in passage.chunk.paragraph_ids if relevance >= max(FLOOR, best - group.margin) else ():
            paragraph = searcher.library.paragraph(paragraph_id)
            usable = paragraph is not None and paragraph.kind != "judgement" and paragraph_id not in used
            if paragraph and usable and about & _stems(" ".join([*paragraph.heading, paragraph.text])):
                paragraphs.setdefault(paragraph_id, (paragraph, relevance))
    chosen = list(paragraphs.values())[: group.limit]
    return [_sentences(wording, paragraph, relevance, searcher.reranker) for paragraph, relevance in chosen]


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in telling_words(text)}


def _sentences(wording: str, paragraph: Paragraph, relevance: float, reranker: Reranker) -> Extract:
    sentences = split_sentences(paragraph.text)
    if len(sentences) <= 1:
        return Extract(paragraph.text, paragraph, relevance)
    scores = reranker.score(wording, sentences)
    best = max(range(len(sentences)), key=lambda at: scores[at] - 2 * (count_words(sentences[at]) < _LEAST_WORDS))
    chosen = {best}
    for near in (best - 1, best + 1):
        if 0 <= near < len(sentences) and scores[near] >= scores[best] - _SECOND and len(chosen) < 2:
            chosen.add(near)
    if min(chosen) > 0 and _LEANS_BACK.match(sentences[min(chosen)]):
        chosen.add(min(chosen) - 1)
    return Extract(" ".join(sentences[at] for at in sorted(chosen)), paragraph, max(relevance, scores[best]))
