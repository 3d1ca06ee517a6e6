"""A Turn as it is written down, and read again: JSON that holds all that was shown, each report once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from assistant.answer import Answer
from assistant.citations import Citation
from assistant.conversation import Turn
from assistant.question import Question
from corpus.chunk import Passage
from corpus.report import Paragraph, Report

UNREADABLE = "This answer was kept by another version of the assistant and cannot be read here: ask the question again."


@dataclass(frozen=True, slots=True)
class _Cited:
    """A Citation with its Report's id in the place of the Report, which several share."""

    number: int
    paragraph: Paragraph
    report: str
    also: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Written:
    """A Turn whose Answer has no Citations and only the passages that follow-ups need; what it cites stands beside."""

    turn: Turn
    cited: tuple[_Cited, ...]
    reports: Mapping[str, Report]


_WRITTEN = TypeAdapter(_Written)


def write_turn(turn: Turn) -> str:
    """A Turn as JSON. Half a character, which no database takes, becomes a question mark."""
    answer = turn.answer
    kept = replace(answer, citations=(), passages=_needed(answer))
    written = _Written(
        Turn(turn.asked, kept),
        tuple(_Cited(each.number, each.paragraph, each.report.id, each.also) for each in answer.citations),
        {each.report.id: each.report for each in answer.citations},
    )
    text = json.dumps(_WRITTEN.dump_python(written, mode="json"), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode("utf-8")


def read_turn(written: str, asked: str) -> Turn:
    """The Turn of a JSON; one that cannot be read, as another version wrote it, says so in the place of its answer.

    `asked` is its question, for that case.
    """
    try:
        found = _WRITTEN.validate_json(written)
        citations = tuple(
            Citation(each.number, each.paragraph, found.reports[each.report], each.also) for each in found.cited
        )
    except (ValidationError, KeyError):
        return Turn(asked, Answer(Question(asked, asked), "not understood", note=UNREADABLE))
    return replace(found.turn, answer=replace(found.turn.answer, citations=citations))


def _needed(answer: Answer) -> tuple[Passage, ...]:
    """The passages that hold what is cited, which the next question may ask on about; without scores and words."""
    cited = {citation.paragraph.id for citation in answer.citations}
    chunks = (passage.chunk for passage in answer.passages)
    return tuple(Passage(replace(chunk, text="")) for chunk in chunks if cited.intersection(chunk.paragraph_ids))
