"""Answering a list of questions, each with the earlier questions of its chat asked first."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.chain import Asked, build_chain
from assistant.conversation import Conversation, Turn
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
        with answers.open("w", encoding="utf-8") as file:
            for line in asked:
                conversation = Conversation()
                for text in line.get("turns", []):
                    conversation += Turn(text, chain.invoke(Asked(text, conversation)))
                answer = chain.invoke(Asked(line["question"], conversation))
                file.write(json.dumps(answer_form(answer, str(line["id"])), ensure_ascii=False) + "\n")
    except OSError as error:
        raise WrongUse(f"{answers} cannot be written ({error.strerror}): choose another file.") from error
    return len(asked)


def _read(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                read = json.loads(line)
                read["id"], read["question"] + ""
            except (ValueError, KeyError, TypeError) as error:
                raise WrongUse(
                    f"{path}, line {number}: it is not an object with id and question: mend it and try again."
                ) from error
            yield read
