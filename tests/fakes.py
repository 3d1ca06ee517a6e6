"""Small stand-ins whose every move can be foretold: two invented reports, and a chain that answers from a script."""

import hashlib
import re
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.runnables import Runnable, RunnableConfig

from assistant.answer import Answer
from assistant.chain import Asked
from assistant.citations import Citation, Claim
from assistant.question import Question
from corpus.chunk import Entry
from corpus.embedder import Embedder
from corpus.errors import LibraryProblem
from corpus.library import Library
from corpus.report import Paragraph
from corpus.settings import Settings
from ingest import facts, paragraphs, read
from ingest.chunks import chunk

HOSTILE = (
    "<script>document.title='taken'</script> <img src=x onerror=alert(1)> ![picture](http://evil.example/p.png) "
    "[link](javascript:alert(1)) https://evil.example/ :smile: :red[red] :material/home: $x^2$ **bold** _thin_ `code` "
    "&lt;b&gt; # top \u202eright to left\u202c a -> b"
)
"""Everything that a page could mistake for something else than words."""

_STYLE = "<style>@page{size:A4;margin:2cm;@bottom-center{content:counter(page)}} body{font:12pt/1.5 sans-serif}</style>"
_LONG = " ".join(f"Inspectors read record {number} and found it kept with care." for number in range(1, 60))
_PARAGRAPHS = [
    "Leaders in Saltmere know their services well.",
    "Social workers in Saltmere have manageable caseloads, and most see the same families for a year or more.",
    _LONG,
    "Care leavers are helped to find a home of their own.",
]


def saltmere_pdf() -> bytes:
    """An invented report of three pages in which paragraph 3 runs over the end of a page."""
    import weasyprint  # noqa: PLC0415 - a second, and only where a PDF is wanted

    body = "".join(f"<p>{number}. {words}</p>" for number, words in enumerate(_PARAGRAPHS, start=1))
    page = f"{_STYLE}<h1>Saltmere Borough Council</h1><p>Inspection of local authority children’s services</p>"
    page += "<p>Inspection dates: 4 March 2019 to 15 March 2019</p>"
    page += f"<div style='height:12cm'></div><h2>What inspectors found</h2>{body}"
    return bytes(weasyprint.HTML(string=page).write_pdf())


def entry(content: bytes, name: str) -> Entry:
    """A document read for real, with embeddings that mean nothing."""
    report_id = hashlib.sha256(content).hexdigest()[:16]
    document = read.read(content, name)
    found = paragraphs.find(document, report_id)
    report = facts.find(document, found, report_id, name)
    chunks = chunk(report, found)
    return Entry(report, found, chunks, np.zeros((len(chunks), 384), np.float32), content)


def library(folder: Path) -> Library:
    """A real library that holds the Saltmere report and a text without pages whose every word is hostile."""
    held = Library(Settings(data=folder))
    held.add(entry(saltmere_pdf(), "saltmere.pdf"))
    hostile = entry(f"Report on Hostham\n\n1. {HOSTILE}\n\n2. A quiet paragraph.\n".encode(), "hostile.txt")
    held.add(replace(hostile, report=replace(hostile.report, council=f"Hostham {HOSTILE}", title=HOSTILE)))
    return held


def numbered(held: Library, file: str, number: str) -> Paragraph:
    """The paragraph with an official number in a report."""
    report = held.report(file)
    return next(found for found in held.paragraphs(report.id) if found.number == number)


class ScriptedChain(Runnable[Asked, Answer]):
    """Answers by a word in the question: long, hostile, nothing, broken, unforeseen, slow, stuck, graded, listed.

    Else on caseloads. A question without a council, once that was taken away, is answered about care leavers.
    """

    def __init__(self, held: Library) -> None:
        self._held = held

    def invoke(self, input: Asked, config: RunnableConfig | None = None, **_kwargs: Any) -> Answer:  # noqa: A002
        """The finished answer."""
        *_growing, last = self.stream(input, config)
        return last

    def stream(
        self,
        input: Asked,  # noqa: A002
        config: RunnableConfig | None = None,  # noqa: ARG002
        **_kwargs: Any,
    ) -> Iterator[Answer]:
        """One sentence more at a time."""
        question = input.understood or Question(input.text, input.text, councils=("Saltmere",))
        if "broken" in input.text:
            raise LibraryProblem("The library is broken: mend it <b>now</b>.")
        if "unforeseen" in input.text:
            raise RuntimeError("secret of the house")
        if "nothing" in input.text or len(input.text.strip()) < 2:
            yield Answer(question, "the reports do not say", note="Two reports were searched.")
            return
        answer = self._graded(question) if "graded" in input.text else self._scripted(question)
        if "stuck" in input.text:
            time.sleep(15 if "for long" in input.text else 4)
        for count in range(1, len(answer.claims) + 1):
            if "slow" in input.text:
                time.sleep(0.6)
            yield replace(answer, claims=answer.claims[:count], finished=count == len(answer.claims))

    def _scripted(self, question: Question) -> Answer:
        file, numbers = ("saltmere.pdf", ("2", "4") if question.councils else ("4",))
        if "long" in question.text:
            numbers = ("3", "1")
        elif "hostile" in question.text:
            file, numbers = ("hostile.txt", ("1", "2"))
        found = [numbered(self._held, file, number) for number in numbers]
        report = self._held.report(file)
        return Answer(
            replace(question, sort="list") if "listed" in question.text else question,
            "in the reports",
            tuple(
                Claim(each.text[:400], (number,), group=report.council) for number, each in enumerate(found, start=1)
            ),
            tuple(Citation(number, each, report) for number, each in enumerate(found, start=1)),
            note="Two reports were searched.",
        )

    def _graded(self, question: Question) -> Answer:
        """Three grades, as assistant/grades.py says them."""
        report = self._held.report("saltmere.pdf")
        said = [(2015, "good"), (2019, "inadequate"), (2022, "requires improvement to be good")]
        claims = tuple(
            Claim(f"Saltmere, ILACS inspection, March {year}: overall effectiveness was judged “{grade}”.", (1,))
            for year, grade in said
        )
        cited = Citation(1, numbered(self._held, "saltmere.pdf", "1"), report)
        return Answer(question, "counted from the facts", claims, (cited,))


class WordBuckets(Embedder):
    """Embeds by counting words into buckets: texts that share words are alike, whatever they mean.

    `embedded` counts the texts it was given.
    """

    def __init__(self, name: str = "word buckets", buckets: int = 256) -> None:
        super().__init__(name)
        self._buckets = buckets
        self.embedded = 0

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors of length 1: float32, (texts, buckets)."""
        self.embedded += len(texts)
        counted = np.zeros((len(texts), self._buckets), np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w+", text.lower()):
                counted[row, zlib.crc32(word.encode()) % self._buckets] += 1
        return np.asarray(counted / np.maximum(np.linalg.norm(counted, axis=1, keepdims=True), 1), np.float32)
