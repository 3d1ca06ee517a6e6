"""What takes long is done in the background: it tells how far it is, can be stopped, and every failure is told."""

import threading

from corpus.errors import WrongUse
from ui.page.line import Line
from ui.page.work import Work, start

PATIENCE = 5.0  # seconds


def finished(work: Work[str]) -> Work[str]:
    """The work once nothing more will come."""
    for _look in range(50):
        if work.done:
            return work
        work.wait(PATIENCE / 50)
    raise AssertionError("It does not end.")


def test_it_tells_how_far_it_has_come() -> None:
    work = finished(start(lambda work: work.tell(2, 3)))
    assert (work.made, work.of, work.problem) == (2, 3, "")


def test_it_ends_before_the_next_step_once_it_is_stopped() -> None:
    stopped, steps = threading.Event(), list[int]()

    def act(work: Work[str]) -> None:
        for step in range(3):
            steps.append(step)
            stopped.wait(PATIENCE)
            work.tell(step, 3)

    work = start(act)
    work.stop()
    stopped.set()
    assert finished(work).problem == ""
    assert steps == [0]


def test_a_failure_is_told_and_one_that_was_not_foreseen_gives_nothing_away() -> None:
    def refuse(_work: Work[str]) -> None:
        raise WrongUse("Choose a report.")

    def break_(_work: Work[str]) -> None:
        raise RuntimeError("secret of the house")

    assert finished(start(refuse)).problem == "Choose a report."
    assert "secret" not in finished(start(break_)).problem


def test_it_waits_for_its_turn_and_gives_it_back() -> None:
    line = Line(at_once=1)

    def act(work: Work[str]) -> None:
        with work.turn(line):
            work.tell(1, 1)

    with line.wait(lambda _ahead: None):
        work = start(act)
        while not work.ahead:
            work.wait(0.1)
        assert (work.made, work.ahead) == (0, 1)
    assert finished(work).made == 1
    assert finished(start(act)).made == 1
