"""Chunk and Passage: what is embedded, and what is found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is embedded: one Paragraph, a piece of a long one, or short bullets with the line that introduces them.

    `text` is exactly what the embedder reads (the report's and heading's words in front); `tokens` counts it with
    tiktoken's cl100k_base.
    """

    id: str
    report_id: str
    position: int
    paragraph_ids: tuple[str, ...]
    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A Chunk found for a question, with the scores that found it (None: that search did not find it).

    `by_meaning` is a cosine similarity, `by_words` a BM25 score, `fused` the reciprocal-rank sum, and `relevance` the
    cross-encoder's logit.
    """

    chunk: Chunk
    by_meaning: float | None = None
    by_words: float | None = None
    fused: float = 0.0
    relevance: float | None = None
