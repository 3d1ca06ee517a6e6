"""Chunk, Entry and Passage: what is embedded, what is kept of a report, and what is found."""

from dataclasses import dataclass

import numpy as np

from corpus.report import Paragraph, Report


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


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """All that the Library keeps of one report. `embeddings` are float32, (chunks, dimensions); `content` its bytes."""

    report: Report
    paragraphs: tuple[Paragraph, ...]
    chunks: tuple[Chunk, ...]
    embeddings: np.ndarray
    content: bytes


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
