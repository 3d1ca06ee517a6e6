"""Answering a list of questions, each with the earlier questions of its chat asked first."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked, build_chain
from assistant.conversation import Conversation, Turn
from assistant.question import Question
from corpus.errors import WrongUse
from corpus.library import Library
from ui.forms import answer_form


def answer_all(questions: Path, answers: Path, library: Library) -> int:
    """Write an answer a line for each question a line, and return how many. Raises WrongUse for a line it cannot read.

    A line has `id`, `question` and `turns`, the earlier user questions of the same chat in order.
    """
    asked = list(_read(questions))
    chain = build_chain(library)
    if asked:
        chain.invoke(Asked("Are the models loaded?"))  # so that the first question is timed like the others
    try:
        with answers.open("w", encoding="utf-8", errors="replace") as file:  # JSON may spell half a character
            for line in asked:
                conversation = Conversation()
                for text in line["turns"]:
                    conversation += Turn(text, _answered(chain, Asked(text, conversation)))
                answer = _answered(chain, Asked(line["question"], conversation))
                file.write(json.dumps(answer_form(answer, str(line["id"])), ensure_ascii=False) + "\n")
    except OSError as error:
        raise WrongUse(f"{answers} cannot be written ({error.strerror}): choose another file.") from error
    return len(asked)


def _answered(chain: Runnable[Asked, Answer], asked: Asked) -> Answer:
    """The chain's answer; a question that cannot be acted on is answered with the reason, and the rest goes on."""
    try:
        return chain.invoke(asked)
    except WrongUse as problem:
        return Answer(Question(asked.text, asked.text), "not understood", note=str(problem))


def _read(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"{path} cannot be read as UTF-8 text: check it and try again.") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _parsed(line, f"{path}, line {number}")


def _parsed(line: str, place: str) -> dict[str, Any]:
    try:
        read = dict(json.loads(line))
        texts = [read["question"], *read.setdefault("turns", [])]
        sound = "id" in read and isinstance(read["turns"], list) and all(isinstance(text, str) for text in texts)
    except (ValueError, KeyError, TypeError):
        sound = False
    if not sound:
        raise WrongUse(f"{place}: it is not an object with id and question (and turns, a list): mend it and try again.")
    return read
