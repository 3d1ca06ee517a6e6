"""Finding Passages that may answer: by meaning and by words, fused by rank, judged by a cross-encoder."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.citations import Draft
from assistant.confidence import LEAST
from assistant.counting import Amount
from assistant.glossary import expand
from assistant.question import Question
from assistant.reranker import Reranker
from assistant.tone import Tone
from corpus.chunk import Passage
from corpus.library import Library

_K = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke & Büttcher, SIGIR 2009)."""


@dataclass(frozen=True, slots=True)
class Group:
    """Passages that belong together in an answer, best first, under a label where there are several groups.

    An answer takes at most `limit` Paragraphs from it, none less relevant than the best by more than `margin`, after
    the `drafts` that the facts give; each with a confidence of `least`, and with a `tone` only such as praise or
    criticise, with an `amount` such as say how many: in figures, or vaguely ("most", "a small number of").
    """

    passages: tuple[Passage, ...] = ()
    label: str | None = None
    limit: int = 3
    margin: float = 3.0
    drafts: tuple[Draft, ...] = ()
    tone: Tone | None = None
    amount: Amount | None = None
    least: float = LEAST


@dataclass(frozen=True)
class Searcher:
    """What a search needs: the library to look in and the cross-encoder that judges."""

    library: Library
    reranker: Reranker

    def find(self, question: Question, within: Collection[str] | None, limit: int) -> list[Passage]:
        """The best Passages for a question in these reports (None: all), the most relevant first.

        `limit` is how many candidates the cross-encoder judges, beside what a follow-up carries over.
        """
        found = fuse(self.library, question.topic, within, limit)[:limit]
        known = {passage.chunk.id for passage in found}
        carried = self.library.chunks([id_ for id_ in question.carried if id_ not in known]).values()
        inside = [Passage(chunk) for chunk in carried if within is None or chunk.report_id in within]
        return self.judge(question.wording, [*found, *inside])

    def judge(self, wording: str, passages: Sequence[Passage]) -> list[Passage]:
        """The Passages with their relevance to a wording, the most relevant first."""
        scores = self.reranker.score(wording, [passage.chunk.text for passage in passages])
        judged = [replace(passage, relevance=score) for passage, score in zip(passages, scores, strict=True)]
        return sorted(judged, key=lambda passage: (-(passage.relevance or 0.0), passage.chunk.id))


def fuse(library: Library, topic: str, within: Collection[str] | None, each: int) -> list[Passage]:
    """Passages by meaning and by words (`each` of both), in the order of the sum of their reciprocal ranks."""
    by_meaning = library.by_meaning(library.embedder.encode([topic])[0], each, within)
    by_words = library.by_words(expand(topic), each, within)
    fused: dict[str, float] = {}
    for ranking in (by_meaning, by_words):
        for rank, (chunk_id, _score) in enumerate(ranking, start=1):
            fused[chunk_id] = fused.get(chunk_id, 0.0) + 1 / (_K + rank)
    meaning, words = dict(by_meaning), dict(by_words)
    chunks = library.chunks(list(fused))
    return [
        Passage(chunks[chunk_id], meaning.get(chunk_id), words.get(chunk_id), score)
        for chunk_id, score in sorted(fused.items(), key=lambda item: (-item[1], item[0]))
        if chunk_id in chunks
    ]
