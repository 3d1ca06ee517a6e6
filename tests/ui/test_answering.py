"""An answer in the making: told as it grows, stopped, failing."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answer import Answer
from assistant.chain import Asked
from assistant.question import Question
from corpus.library import Library
from tests import fakes
from tests.ui import made
from ui.ask.answering import answer as begin
from ui.page.line import Line
from ui.page.work import Work


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with fakes.library(tmp_path) as held:
        yield held


def finished(running: Work[Answer]) -> Work[Answer]:
    """The same, once it is done."""
    for _look in range(200):
        if running.done:
            break
        running.wait(0.05)
    assert running.done
    return running


def answering(answer: Callable[[Asked], Any]) -> Runnable[Asked, Answer]:
    """A chain that does what is given."""
    return RunnableLambda(answer)


def test_a_finished_answer_says_what_was_searched(library: Library) -> None:
    running = finished(begin(Asked("How are caseloads?"), None, fakes.ScriptedChain(library), library, Line()))
    assert running.found is not None
    assert running.found.finished
    assert running.found.note.endswith("Searched: 2 reports on 2 councils (2019).")


def test_a_question_about_one_report_is_understood_to_be_about_that(library: Library) -> None:
    heard: list[Asked] = []

    def answer(asked: Asked) -> Answer:
        heard.append(asked)
        return Answer(Question(asked.text, asked.text), "in the reports")

    report = library.report("saltmere.pdf")
    finished(begin(Asked("How are caseloads?"), report, answering(answer), library, Line()))
    assert heard[0].understood is not None
    assert heard[0].understood.reports == (report.id,)


def test_failures_become_sentences_and_the_inside_stays_inside(library: Library) -> None:
    told = finished(begin(Asked("broken"), None, fakes.ScriptedChain(library), library, Line()))
    assert told.problem == "The library is broken: mend it <b>now</b>."
    hidden = finished(begin(Asked("unforeseen"), None, fakes.ScriptedChain(library), library, Line()))
    assert "Something went wrong" in hidden.problem
    assert "secret" not in hidden.problem


def test_an_answer_that_is_stopped_ends_and_leaves_nothing(library: Library) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def answer(_asked: Asked) -> Iterator[Answer]:
        growing = replace(made.turn().answer, finished=False)
        yield growing
        begun.set()
        go_on.wait(10)
        yield growing
        raise AssertionError("nobody wants this sentence")

    running = begin(Asked("How?"), None, answering(answer), library, Line())
    assert begun.wait(10)
    running.stop()
    go_on.set()
    assert finished(running).found is None
    assert running.problem == ""


def test_whoever_waits_in_the_line_knows_how_many_are_first_and_may_leave_it(library: Library) -> None:
    line = Line(at_once=1)
    with occupied(line):
        running = begin(Asked("How?"), None, fakes.ScriptedChain(library), library, line)
        for _look in range(100):
            if running.ahead:
                break
            running.wait(0.05)
        assert running.ahead == 1
        running.stop()
        assert finished(running).found is None


@contextmanager
def occupied(line: Line) -> Iterator[None]:
    """The line, its only place taken."""
    with line.wait(lambda _ahead: None):
        yield
