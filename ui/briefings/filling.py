"""A briefing that fills itself, in the background: a step at a time, so that others can ask in between."""

from collections.abc import Callable, Iterator

from assistant.briefings.briefing import Briefing
from assistant.briefings.filling import Filling
from ui.page.line import Line
from ui.page.work import Work, start


def begin(steps: Iterator[Filling], keep: Callable[[Briefing], str], line: Line) -> Work[str]:
    """Begin to fill a briefing: each step in its turn in the line. What is found is its id, once it is kept."""

    def act(work: Work[str]) -> None:
        whole: Briefing | None = None
        while True:
            with work.turn(line):
                step = next(steps, None)
            if step is None:
                break
            whole = step.briefing
            work.tell(step.done, step.of, step.told)
        if whole is not None:
            work.heed()
            work.found = keep(whole)

    return start(act)
