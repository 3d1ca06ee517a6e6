"""Scoring Answers against gold questions, without a judge model.

A gold file has a question a line: `id`, `kind`, `turns` (the earlier questions of its chat), `question`, `answerable`
and `nuggets`, each a `fact` with its `evidence`: places of which any one will do, each a `report` (file name) and an
`anchor`, words that stand there, or `all_of`, the cells of a table row. Texts are compared by their letters and digits.

- recall: of the facts asked for by answerable questions, those of whose evidence one stands whole in a cited Paragraph.
- precision: of the Paragraphs cited for answerable questions, those that hold evidence of the question.
- verbatim: of the cited Paragraphs, those that stand word for word on their pages as pdftotext reads them; and of the
  quotations (12 letters and more between “ and ”) in the Claims, those that stand in a Paragraph they cite.
- abstention: F1 of being silent where nothing answers: the harmonic mean of how many of the silent answers rightly are
  and of how many of the unanswerable questions were met with silence.
- words: the median of an answer's words, of those not silent; seconds: the median of the time to the finished answer.

A Paragraph of more than LONGEST words holds no evidence: who cites a page has not said where it stands.
"""

import json
import re
import statistics
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.answer import Answer
from assistant.citations import Citation
from corpus.errors import WrongUse
from corpus.library import Library
from tests.evaluation import reading

LONGEST = 350  # words

_QUOTED = re.compile(r"“([^”]{12,})”")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that holds a fact: a report's file name and the phrases that stand together there, squashed."""

    report: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """A question with what a right answer must cite: for each fact its Evidence, of which any one will do."""

    id: str
    kind: str
    turns: tuple[str, ...]
    question: str
    answerable: bool
    facts: tuple[tuple[Evidence, ...], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one configuration; shares from 0 to 1, `tokens` in and out together over all questions."""

    questions: int
    recall: float
    precision: float
    verbatim: float
    abstention: float
    words: float
    seconds: float
    written: int
    """Answers in a chat model's words."""
    writing: float
    """The median of their seconds from the call to the last check: for a model that answers at once, the checking."""
    tokens_in: int
    tokens_out: int
    dropped: int
    reattached: int


def read_gold(path: Path) -> tuple[Gold, ...]:
    """The gold questions of a file. Raises WrongUse for a file or a line that cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return tuple(_gold(line) for line in lines if line.strip())
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WrongUse(f"{path} is not a file of gold questions ({error!r}): see {__name__} for its form.") from error


def score(asked: Sequence[tuple[Gold, Answer]], stands: Callable[[Citation], bool]) -> Score:
    """The figures of answers to gold questions; `stands` says whether a Citation's Paragraph stands on its page."""
    answerable = [(gold, answer) for gold, answer in asked if gold.answerable]
    shown = [answer for _gold, answer in asked if not answer.abstained]
    found = [_found(gold, answer) for gold, answer in answerable]
    held = [_useful(gold, citation) for gold, answer in answerable for citation in _cited(answer)]
    exact = [stands(citation) for answer in shown for citation in answer.citations]
    exact += [one for answer in shown for one in _quotations(answer)]
    writings = [answer.writing for _gold, answer in asked if answer.writing]
    return Score(
        questions=len(asked),
        recall=sum(found) / max(1, sum(len(gold.facts) for gold, _answer in answerable)),
        precision=_share(held),
        verbatim=_share(exact),
        abstention=_abstention(asked),
        words=statistics.median([len(answer.text.split()) for answer in shown] or [0]),
        seconds=statistics.median([answer.seconds for _gold, answer in asked] or [0.0]),
        written=len(writings),
        writing=statistics.median([writing.seconds for writing in writings] or [0.0]),
        tokens_in=sum(writing.tokens_in for writing in writings),
        tokens_out=sum(writing.tokens_out for writing in writings),
        dropped=sum(writing.dropped for writing in writings),
        reattached=sum(writing.reattached for writing in writings),
    )


def stands_in(library: Library) -> Callable[[Citation], bool]:
    """What says whether a Citation's Paragraph stands on its page, by pdftotext's reading of the file as it was added.

    A document that is not a PDF has no pages to look at: its Paragraphs must stand in its text.
    """

    @cache
    def pages(report_id: str) -> list[tuple[str, str]]:
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(library.original(report_id) or b"")
            file.flush()
            return reading._pdftotext(Path(file.name))

    def stands(citation: Citation) -> bool:
        paragraph, report = citation.paragraph, citation.report
        if not report.file.lower().endswith(".pdf"):
            return squash(paragraph.text) in squash((library.original(report.id) or b"").decode(errors="replace"))
        marks = reading._marks(library.paragraphs(report.id))
        return reading._stands(paragraph, pages(report.id), marks)

    return stands


def squash(text: str) -> str:
    """A text's letters and digits, in lower case and with ligatures taken apart."""
    return re.sub(r"[^a-z0-9]", "", text.lower().replace("\ufb01", "fi").replace("\ufb02", "fl"))


def _gold(line: str) -> Gold:
    read = json.loads(line)
    facts = tuple(tuple(map(_evidence, nugget["evidence"])) for nugget in read["nuggets"])
    return Gold(
        str(read["id"]), read["kind"], tuple(read.get("turns", ())), read["question"], bool(read["answerable"]), facts
    )


def _evidence(read: dict[str, str | list[str]]) -> Evidence:
    phrases = read["all_of"] if "all_of" in read else [read["anchor"]]
    return Evidence(str(read["report"]), tuple(squash(str(phrase)) for phrase in phrases))


def _holds(citation: Citation, evidence: Evidence) -> bool:
    if citation.report.file != evidence.report or len(citation.paragraph.text.split()) > LONGEST:
        return False
    text = squash(citation.paragraph.text)
    return all(phrase in text for phrase in evidence.phrases)


def _cited(answer: Answer) -> tuple[Citation, ...]:
    return () if answer.abstained else answer.citations


def _found(gold: Gold, answer: Answer) -> int:
    cited = _cited(answer)
    return sum(any(_holds(each, place) for each in cited for place in places) for places in gold.facts)


def _useful(gold: Gold, citation: Citation) -> bool:
    return any(_holds(citation, place) for places in gold.facts for place in places)


def _quotations(answer: Answer) -> Iterable[bool]:
    for claim in answer.claims:
        texts = [squash(each.paragraph.text) for each in answer.citations if each.number in claim.citations]
        for quoted in _QUOTED.findall(claim.text):
            yield any(squash(quoted) in text for text in texts)


def _abstention(asked: Sequence[tuple[Gold, Answer]]) -> float:
    silent = sum(answer.abstained for _gold, answer in asked)
    unanswerable = sum(not gold.answerable for gold, _answer in asked)
    rightly = sum(answer.abstained and not gold.answerable for gold, answer in asked)
    return 2 * rightly / (silent + unanswerable) if silent + unanswerable else 1.0


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 1.0
