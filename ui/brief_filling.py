"""A briefing that fills itself: in a thread of its own, a step at a time, so that others can ask in between."""

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from assistant.briefings.briefing import Briefing
from assistant.briefings.filling import Filling
from corpus.errors import InspectionError
from ui.line import Line

_UNFORESEEN = "Something went wrong that was not foreseen. Try again; if it happens again, tell whoever runs this chat."


@dataclass(eq=False, slots=True)
class Making:
    """How far a briefing has come. A thread changes it, the page reads it.

    `told` says what is being looked for, `made` of `of` steps are done; `id` is that of the briefing once it is kept,
    `problem` the sentence that says why there is none; `done` says that nothing more will come.
    """

    told: str = "Beginning…"
    made: int = 0
    of: int = 1
    ahead: int = 0
    id: str = ""
    problem: str = ""
    done: bool = False
    stopped: bool = False
    _news: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> None:
        """Wait for something new, for so long at most."""
        self._news.wait(seconds)
        self._news.clear()

    def stop(self) -> None:
        """Have the thread end before its next step; nothing is kept."""
        self.stopped = True

    def work(self, steps: Iterator[Filling], keep: Callable[[Briefing], str], line: Line) -> None:
        """Take the steps, each in its turn in the line, and keep the briefing. Every failure is told."""
        try:
            whole = None
            while not self.stopped:
                with line.wait(self._wait_behind):
                    self._wait_behind(0)
                    step = next(steps, None)
                if step is None:
                    break
                whole = step.briefing
                self.told, self.made, self.of = step.told, step.done, step.of
                self._news.set()
            if whole is not None and not self.stopped:
                self.id = keep(whole)
        except InspectionError as error:
            self.problem = str(error)
        except Exception:
            logging.getLogger(__name__).exception("A briefing could not be filled.")
            self.problem = _UNFORESEEN
        finally:
            self.done = True
            self._news.set()

    def _wait_behind(self, ahead: int) -> None:
        self.ahead = ahead
        self._news.set()


def begin(steps: Iterator[Filling], keep: Callable[[Briefing], str], line: Line) -> Making:
    """Begin to fill a briefing."""
    found = Making()
    threading.Thread(target=found.work, args=(steps, keep, line), daemon=True).start()
    return found
