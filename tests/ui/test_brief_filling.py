"""A briefing that fills itself in the background: kept when it is whole, stopped, told when it cannot be."""

import threading
import time
from collections.abc import Iterator
from datetime import date

import pytest

from assistant.briefings.briefing import Briefing
from assistant.briefings.filling import Filling
from corpus.errors import WrongUse
from ui.briefings.filling import begin
from ui.page.line import Line
from ui.page.work import Work


def steps(*titles: str) -> Iterator[Filling]:
    """A briefing that takes these titles one after another."""
    for done, title in enumerate(titles):
        yield Filling(Briefing(title, date(2026, 1, 2)), f"Reading {title}…", done, len(titles))


def finish(making: Work[str]) -> Work[str]:
    """The same once nothing more will come."""
    for _wait in range(100):
        if making.done:
            break
        making.wait(0.1)
    assert making.done
    return making


def test_the_whole_one_is_kept_and_only_that() -> None:
    kept: list[Briefing] = []

    def keep(briefing: Briefing) -> str:
        kept.append(briefing)
        return "its id"

    making = finish(begin(steps("One", "Two"), keep, Line()))
    assert [briefing.title for briefing in kept] == ["Two"]
    assert (making.found, making.problem, making.told) == ("its id", "", "Reading Two…")


def test_one_that_is_stopped_is_not_kept() -> None:
    goes_on, told = threading.Event(), threading.Event()

    def slow() -> Iterator[Filling]:
        yield from steps("One")
        told.set()
        goes_on.wait(5)
        yield from steps("Two")

    making = begin(slow(), lambda _briefing: "never", Line())
    assert told.wait(5)
    making.stop()
    goes_on.set()
    assert finish(making).found is None


def test_others_are_served_between_its_steps() -> None:
    """A line with one place: who asks while the first step is taken is served before the second one is."""
    line, order, arrived = Line(at_once=1), list[str](), threading.Event()

    def ask() -> None:
        arrived.set()
        with line.wait(lambda _ahead: None):
            order.append("somebody's question")

    def taken() -> Iterator[Filling]:
        threading.Thread(target=ask).start()
        arrived.wait(5)
        time.sleep(0.2)  # in which it takes its place in the line
        order.append("the first step")
        yield from steps("One")
        order.append("the second step")
        yield from steps("Two")

    finish(begin(taken(), lambda _briefing: "its id", line))
    assert order == ["the first step", "somebody's question", "the second step"]


@pytest.mark.parametrize(
    ("error", "told"),
    [(WrongUse("There is no report on Wigan."), "There is no report on Wigan."), (RuntimeError("secret"), "foreseen")],
)
def test_why_there_is_none_is_told(error: Exception, told: str) -> None:
    def broken() -> Iterator[Filling]:
        yield from steps("One")
        raise error

    making = finish(begin(broken(), lambda _briefing: "never", Line()))
    assert told in making.problem
    assert "secret" not in making.problem
    assert making.found is None
