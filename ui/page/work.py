"""What takes seconds or minutes, done by a thread of its own: the page can be used meanwhile, or stop it."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from corpus.errors import InspectionError
from ui.page.line import Line

_UNFORESEEN = "Something went wrong that was not foreseen. Try again; if it happens again, tell whoever runs this chat."

Found = TypeVar("Found")


class _StoppedError(Exception):
    """The reader no longer wants it."""


@dataclass(eq=False, slots=True)
class Work(Generic[Found]):
    """How far something has come. A thread changes it, the page reads it.

    `ahead` is how many questions are to be finished first; `made` of `of` steps are done, and `told` says what is being
    done. `found` is what it is done for, as far as it goes; `problem` the sentence that says why it failed. `stopped`
    says that the reader ended it, and `done` that nothing more will come.
    """

    ahead: int = 0
    made: int = 0
    of: int = 0
    told: str = ""
    found: Found | None = None
    problem: str = ""
    stopped: bool = False
    done: bool = False
    _news: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> None:
        """Wait for something new, for so long at most."""
        self._news.wait(seconds)
        self._news.clear()

    def stop(self) -> None:
        """Have it end: at once where it waits in the line, else before its next step."""
        self.stopped = True
        self._news.set()

    def tell(self, made: int, of: int, told: str = "") -> None:
        """Say how far it is, and what is being done."""
        self.made, self.of, self.told = made, of, told
        self.heed()

    def show(self, found: Found) -> None:
        """Show what was found, as far as it goes."""
        self.found = found
        self.heed()

    def heed(self) -> None:
        """Have the page look, and end here if the reader no longer wants it."""
        self._news.set()
        if self.stopped:
            raise _StoppedError

    @contextmanager
    def turn(self, line: Line) -> Iterator[None]:
        """A turn in the line of questions, so that who asks meanwhile is answered."""
        with line.wait(self._wait_behind):
            self._wait_behind(0)
            yield

    def run(self, act: Callable[["Work[Found]"], None]) -> None:
        """Do it. Every failure is told; of what was stopped nothing is left."""
        try:
            act(self)
        except _StoppedError:
            self.found = None
        except InspectionError as error:
            self.problem = str(error)
        except Exception:
            logging.getLogger(__name__).exception("What was to be done in the background failed.")
            self.problem = _UNFORESEEN
        finally:
            self.done = True
            self._news.set()

    def _wait_behind(self, ahead: int) -> None:
        self.ahead = ahead
        self.heed()


def start(act: Callable[[Work[Found]], None]) -> Work[Found]:
    """Begin with it."""
    work = Work[Found]()
    threading.Thread(target=work.run, args=(act,), daemon=True).start()
    return work
