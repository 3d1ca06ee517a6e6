"""Many ask at once: each has a place in the line, and is told how many are ahead."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from ui.page.line import Line

SOON = 10  # seconds: far more than any of this takes, so that a mistake fails and does not hang


class Left(BaseException):
    """How Streamlit ends the thread of somebody who has left."""


def nobody(_ahead: int) -> None:
    """Whoever is not to wait is told nothing."""
    pytest.fail("Nobody was ahead.")


def until(happened: Callable[[], bool]) -> None:
    """Wait for something to happen."""
    deadline = time.monotonic() + SOON
    while not happened():
        assert time.monotonic() < deadline, "It did not happen."
        time.sleep(0.005)


@contextmanager
def asking(line: Line, name: str, answered: list[str], told: list[int]) -> Iterator[threading.Thread]:
    """Somebody who waits in the line, until it is their turn."""

    def wait() -> None:
        with line.wait(told.append):
            answered.append(name)

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    until(lambda: bool(told))
    yield thread
    thread.join(SOON)
    assert not thread.is_alive()


def test_who_comes_first_is_served_at_once_and_told_nothing() -> None:
    line = Line(at_once=2)
    with line.wait(nobody), line.wait(nobody):
        pass
    with line.wait(nobody):
        pass


def test_who_comes_first_is_served_first_and_each_is_told_how_many_are_ahead() -> None:
    line = Line(at_once=1)
    answered: list[str] = []
    first: list[int] = []
    second: list[int] = []
    place = line.wait(nobody)
    place.__enter__()
    with asking(line, "second", answered, first), asking(line, "third", answered, second):
        assert (first[0], second[0]) == (1, 2)
        place.__exit__(None, None, None)
    assert answered == ["second", "third"]
    assert sorted(second, reverse=True) == second


def test_as_many_as_may_are_answered_together_and_never_more() -> None:
    line = Line(at_once=3)
    now: list[int] = []
    most: list[int] = []

    def ask() -> None:
        with line.wait(lambda _ahead: None):
            now.append(1)
            most.append(len(now))
            time.sleep(0.01)
            now.pop()

    threads = [threading.Thread(target=ask, daemon=True) for _asker in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SOON)
    assert len(most) == 20
    assert max(most) == 3


def test_whoever_leaves_while_waiting_lets_the_others_move_up() -> None:
    line = Line(at_once=1)
    answered: list[str] = []
    told: list[int] = []

    def leave(_ahead: int) -> None:
        if told:
            raise Left

    def wait() -> None:
        with pytest.raises(Left), line.wait(leave):
            answered.append("the one who left")

    being_answered = line.wait(nobody)
    being_answered.__enter__()
    leaver = threading.Thread(target=wait, daemon=True)
    leaver.start()
    until(lambda: len(line._places) == 2)
    with asking(line, "the one behind", answered, told):
        assert told[0] == 2
        until(lambda: told[-1] == 1)
        leaver.join(SOON)
        assert answered == []
        being_answered.__exit__(None, None, None)
    assert answered == ["the one behind"]


def test_an_answer_that_fails_gives_its_place_to_the_next() -> None:
    line = Line(at_once=1)
    with pytest.raises(Left), line.wait(nobody):
        raise Left
    with line.wait(nobody):
        pass
