"""How long search by words takes over 100,000 paragraphs, and how that compares with other ways and sizes.

Paragraphs are sentences of the sample reports put together by chance, about sixty words each, so that words are as
common as in real ones. Times are of one question at a time in one process; on a busy machine trust the ratios.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from assistant.glossary import expand
from corpus import words
from corpus.sentences import count_words, split_sentences
from tests.conftest import SAMPLES

PARAGRAPHS = 100_000
WORDS = 60
REPORT = 200  # paragraphs of one report
LIMIT = 40  # chunks that a search gives
TARGET = 10.0  # milliseconds at the median
ROUNDS = 20

QUESTIONS = (
    "Are caseloads too high?",
    "What did inspectors say about housing for care leavers?",
    "How well are children in care supported with their health?",
    "What needs to improve?",
    "Do leaders know their services well?",
    "How quickly are children seen when they are referred?",
    "Are children who go missing offered return home interviews?",
    "Is early help effective?",
    "How are unaccompanied asylum-seeking children supported?",
    "Are pathway plans for young people in custody any good?",
    "What did inspectors find about the quality of practice and supervision in services for children in need of help?",
    "the timeliness of initial child protection conferences",
)


def main() -> None:
    """Build the index, measure, and print a table."""
    lines = _paragraphs(PARAGRAPHS)
    reports = sorted({report for _id, report, _text in lines})
    with tempfile.TemporaryDirectory() as folder:
        index = words.open_folder(Path(folder) / "all")
        started = time.perf_counter()
        index.change([], lines)
        built = time.perf_counter() - started
        smaller = words.open_folder(Path(folder) / "tenth")
        smaller.change([], lines[: PARAGRAPHS // 10])
        print(f"built {PARAGRAPHS:,} paragraphs in {built:.1f} s; target: a median of {TARGET:.0f} ms")
        base = _measure("all reports", partial(index.find, limit=LIMIT))
        for share in (1, 10, len(reports) // 4, len(reports)):
            within = random.Random(share).sample(reports, share)
            _measure(f"within {share} reports", partial(index.find, limit=LIMIT, within=within), base)
        _measure("a tenth of the paragraphs", partial(smaller.find, limit=LIMIT), base)
        started = time.perf_counter()
        index.change([reports[0]], [line for line in lines if line[1] == reports[0]])
        print(f"one report replaced in {1_000 * (time.perf_counter() - started):.0f} ms")


def _measure(name: str, find: Callable[[str], Sequence[object]], base: float | None = None) -> float:
    """Print the median and the 95th percentile in milliseconds, and their ratio to `base`; gives the median."""
    times = []
    for _round in range(ROUNDS):
        for question in QUESTIONS:
            started = time.perf_counter()
            find(expand(question))
            times.append(1_000 * (time.perf_counter() - started))
    middle, high = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"{name:28} p50 {middle:6.2f} ms   p95 {high:6.2f} ms   x {middle / (base or middle):.2f}")
    return middle


def _paragraphs(count: int) -> list[tuple[str, str, str]]:
    """Chunks as the index takes them: id, report id, text."""
    chance = random.Random(1)
    sentences = [
        sentence
        for file in sorted((SAMPLES / "sources").glob("*.md"))
        for line in file.read_text("utf-8").splitlines()
        if count_words(line) > 10
        for sentence in split_sentences(line)
    ]
    made = []
    for number in range(count):
        text: list[str] = []
        while sum(map(count_words, text)) < WORDS - 5:
            text.append(chance.choice(sentences))
        report = f"report {number // REPORT:04}"
        made.append((f"{report} {number % REPORT:03}", report, " ".join(text)))
    return made
