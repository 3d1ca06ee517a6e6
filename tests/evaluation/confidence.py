"""Fits assistant.confidence: `python -m tests.evaluation.confidence DATA GOLD.jsonl...`.

DATA is a library's folder that holds the reports of the gold questions. A gold line has `question`, `turns`,
`answerable` and `nuggets`, whose evidence names a report and an anchor, words of the paragraph that answers (or
`all_of`, several). Every Paragraph that the plan for a question looks at is a case: its Features, and whether it holds
evidence. A logistic regression (Newton's method, ridge 1) is fitted on every other question and tried on the rest, both
ways round, then on all, which gives the constants.

What WEIGHTS, BASE and LEAST stand on: 280 questions about 55 published inspection reports of 15 councils, by three
writers, November 2026. Tried on the half that was not fitted, the best paragraph's confidence told 155 answerable
questions from 19 that no report answers with an area under the curve of .955 and .998, with one wrongly silent and one
wrongly answered at LEAST.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.answer import Answer
from assistant.confidence import LEAST, measure, read_asked
from assistant.conversation import Conversation, Turn
from assistant.plans import find
from assistant.reranker import Reranker
from assistant.search import Searcher
from assistant.understand import understand
from corpus.library import Library
from corpus.report import Paragraph
from corpus.settings import read_settings

Gold = dict[str, Any]
Weights = np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One question: whether a report answers it, and for each Paragraph looked at its Features and if it is evidence.

    `features` is float64, (paragraphs, features); `evidence` float64, (paragraphs,), 1 or 0.
    """

    answerable: bool
    features: np.ndarray
    evidence: np.ndarray


def gather(gold: Sequence[Gold], searcher: Searcher) -> Iterator[Case]:
    """A Case for each gold question that its plan searches for."""
    for line in gold:
        conversation = Conversation()
        for text in line["turns"]:
            earlier = understand(text, conversation, searcher.library.reports)
            conversation += Turn(text, Answer(earlier, "in the reports"))
        question = understand(line["question"], conversation, searcher.library.reports)
        found = find(question, searcher)
        asked = read_asked(question, searcher.library)
        rows = [
            ([*astuple(measure(asked, paragraph, passage.relevance or 0.0))], _is_evidence(line, paragraph, searcher))
            for group in found.groups
            for passage in group.passages
            for paragraph in filter(None, map(searcher.library.paragraph, passage.chunk.paragraph_ids))
            if paragraph.kind != "judgement"
        ]
        if rows and not any(group.drafts for group in found.groups):
            yield Case(line["answerable"], np.array([f for f, _e in rows]), np.array([float(e) for _f, e in rows]))


def fit(cases: Sequence[Case]) -> Weights:
    """Weights of the features, and behind them the constant: float64, (features + 1,)."""
    rows = np.concatenate([_with_one(case.features) for case in cases])
    wanted = np.concatenate([case.evidence for case in cases])
    ridge = np.diag([1.0] * (rows.shape[1] - 1) + [0.0])
    weights = np.zeros(rows.shape[1])
    for _step in range(50):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (wanted - likely) - ridge @ weights
        weights += np.linalg.solve((rows * (likely * (1 - likely))[:, None]).T @ rows + ridge, slope)
    return weights


def report(cases: Sequence[Case], weights: Weights) -> str:
    """How well the best Paragraph's confidence tells answerable questions from others."""
    best = [float((1 / (1 + np.exp(-_with_one(case.features) @ weights))).max()) for case in cases]
    held = [score for score, case in zip(best, cases, strict=True) if case.answerable]
    not_held = [score for score, case in zip(best, cases, strict=True) if not case.answerable]
    above = np.mean([(one > other) + 0.5 * (one == other) for one in held for other in not_held])
    silent, wrongly = sum(score < LEAST for score in not_held), sum(score < LEAST for score in held)
    f1 = 2 * silent / max(1, 2 * silent + wrongly + len(not_held) - silent)
    return (
        f"{len(held)} answerable, {len(not_held)} not: area under the curve {above:.3f}; at {LEAST} "
        f"{wrongly} wrongly silent, {len(not_held) - silent} wrongly answered, abstention {f1:.3f}"
    )


def _with_one(features: np.ndarray) -> np.ndarray:
    return np.hstack([features, np.ones((len(features), 1))])


def _is_evidence(line: Gold, paragraph: Paragraph, searcher: Searcher) -> bool:
    file = searcher.library.report(paragraph.report_id).file
    text = _bare(paragraph.text)
    return any(
        each["report"] == file and all(_bare(words) in text for words in each.get("all_of", [each.get("anchor", "")]))
        for nugget in line["nuggets"]
        for each in nugget["evidence"]
    )


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def main() -> None:
    """Print the fit on each half and on all."""
    folder, *files = map(Path, sys.argv[1:])
    gold = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]
    with Library(read_settings(folder)) as library:
        cases = list(gather(gold, Searcher(library, Reranker())))
    for half in (0, 1):
        weights = fit(cases[half::2])
        print(
            f"fitted on half {half + 1}:",
            np.round(weights, 2),
            "| on the other:",
            report(cases[1 - half :: 2], weights),
        )
    print("fitted on all:", np.round(fit(cases), 3))


if __name__ == "__main__":
    main()
