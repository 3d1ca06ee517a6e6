"""Picking the sentences of Passages that answer, word for word."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.citations import Draft
from assistant.reranker import Reranker
from corpus.chunk import Passage
from corpus.library import Library
from corpus.report import Paragraph
from corpus.sentences import count_words, split_sentences

FLOOR = 0.0
MARGIN = 3.0
_SECOND = 1.5
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Extract:
    """Sentences of one Paragraph, word for word, and how well the best of them answers (a logit)."""

    text: str
    paragraph: Paragraph
    relevance: float

    def draft(self, group: str | None = None) -> Draft:
        """This as a draft of a Claim."""
        return Draft(self.text, (self.paragraph,), group)


def extract(
    wording: str, passages: Sequence[Passage], library: Library, reranker: Reranker, limit: int
) -> list[Extract]:
    """Of the best Passages' Paragraphs at most `limit`, each with the sentences that answer, best first."""
    best = max((passage.relevance or 0.0 for passage in passages), default=0.0)
    near = [p for p in passages if p.relevance is not None and p.relevance >= max(FLOOR, best - MARGIN)]
    paragraphs: dict[str, tuple[Paragraph, float]] = {}
    for passage in near:
        for paragraph_id in passage.chunk.paragraph_ids:
            paragraph = library.paragraph(paragraph_id)
            if paragraph and paragraph.id not in paragraphs and len(paragraphs) < limit:
                paragraphs[paragraph.id] = (paragraph, passage.relevance or 0.0)
    return [_sentences(wording, paragraph, relevance, reranker) for paragraph, relevance in paragraphs.values()]


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
    return Extract(" ".join(sentences[at] for at in sorted(chosen)), paragraph, max(relevance, scores[best]))
