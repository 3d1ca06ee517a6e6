"""Answering a list of questions, each with the earlier questions of its chat asked first."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.briefings.briefing import Briefing, Item, Section, answer_item
from assistant.briefings.export import FORMATS, export
from assistant.chain import Asked, build_chain
from assistant.conversation import Conversation, Turn
from assistant.describe import name_searched
from assistant.exports.comma import comma
from assistant.exports.excel import excel
from assistant.exports.sheet import Column, Sheet
from assistant.question import Question
from corpus.errors import WrongUse
from corpus.library import Library
from ui.commands.batch_list import Asking, Questions
from ui.commands.forms import answer_form
from ui.commands.originals import write_linked

_COLUMNS = (
    Column("id", 10),
    Column("question", 45),
    Column("status", 20),
    Column("answer", 90),
    Column("sources", 60),
)


def answer_all(questions: Questions, answers: Path, library: Library) -> int:
    """Write the answers of a list, in order, as the file's name ends, and return how many.

    A briefing (.docx, .pptx, .pdf, .md) or a table (.xlsx, .csv); else an answer a line, each as soon as it is there.
    Raises WrongUse where the file cannot be written.
    """
    chain = build_chain(library)
    if questions.asked:
        chain.invoke(Asked("Are the models loaded?"))  # so that the first question is timed like the others
    answered = ((asking, _answer(chain, asking)) for asking in questions.asked)
    ending = answers.suffix.lower().lstrip(".")
    try:
        if ending in FORMATS:
            briefing = _briefing(questions, [answer for _asking, answer in answered], library)
            write_linked(answers, library, briefing.reports, partial(export, briefing, library, ending))
        elif ending in ("csv", "xlsx"):
            sheet = _sheet(questions.title, list(answered))
            answers.write_bytes(comma(sheet) if ending == "csv" else excel([sheet], questions.title))
        else:
            with answers.open("w", encoding="utf-8", errors="replace") as file:  # JSON may spell half a character
                for asking, answer in answered:
                    file.write(json.dumps(answer_form(answer, asking.id), ensure_ascii=False) + "\n")
    except OSError as error:
        raise WrongUse(f"{answers} cannot be written ({error.strerror}): choose another file.") from error
    return len(questions.asked)


def _answer(chain: Runnable[Asked, Answer], asking: Asking) -> Answer:
    conversation = Conversation()
    for text in asking.turns:
        conversation += Turn(text, _answered(chain, Asked(text, conversation)))
    return _answered(chain, Asked(asking.question, conversation))


def _answered(chain: Runnable[Asked, Answer], asked: Asked) -> Answer:
    """The chain's answer; a question that cannot be acted on is answered with the reason, and the rest goes on."""
    try:
        return chain.invoke(asked)
    except WrongUse as problem:
        return Answer(Question(asked.text, asked.text), "not understood", note=str(problem))


def _briefing(questions: Questions, answers: Sequence[Answer], library: Library) -> Briefing:
    items = tuple(map(answer_item, answers))
    sections = (Section("Questions and answers", items), *_origins(questions))
    coverage = f"The library holds {name_searched(library.reports)}."
    return Briefing(questions.title, datetime.now(UTC).date(), sections=sections, coverage=coverage)


def _origins(questions: Questions) -> Iterator[Section]:
    """Where the questions come from, where they say so."""
    sources = dict.fromkeys(asking.source for asking in questions.asked if asking.source)
    if sources:
        said = f"The questions are our own, written after: {'; '.join(sources)}."
        yield Section("Where the questions come from", (Item("answer", remark=said),))


def _sheet(title: str, answered: Sequence[tuple[Asking, Answer]]) -> Sheet:
    rows = (
        (
            asking.id,
            asking.question,
            answer.status,
            answer.text,
            "\n".join(f"[{each.number}] {each.label}: {each.paragraph.text}" for each in answer.citations) or None,
        )
        for asking, answer in answered
    )
    return Sheet(title, _COLUMNS, tuple(rows))
