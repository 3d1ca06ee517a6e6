"""What takes seconds or minutes, done by a thread of its own: the page can be used meanwhile, or stop it."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from assistant.comparing.practice import Practice
from assistant.comparing.theme import Theme
from corpus.errors import InspectionError
from ui.line import Line

_UNFORESEEN = "Something went wrong that was not foreseen. Try again; if it happens again, tell whoever runs this chat."

Tell = Callable[[int, int], None]


class _StoppedError(Exception):
    """The reader no longer wants it."""


@dataclass(eq=False, slots=True)
class Work:
    """How far it has come: `done` of `of` steps. A thread changes it, the page reads it.

    `ahead` is how many questions are to be finished first, `problem` the sentence that says why it failed, `stopped`
    says that the reader ended it and `finished` that nothing more will come. `found` is what it was done for; the cells
    of a grid are kept elsewhere, one by one.
    """

    done: int = 0
    of: int = 0
    ahead: int = 0
    problem: str = ""
    stopped: bool = False
    finished: bool = False
    found: Theme | Practice | None = None
    _news: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> None:
        """Wait for something new, for so long at most."""
        self._news.wait(seconds)
        self._news.clear()

    def stop(self) -> None:
        """Have it end before its next step."""
        self.stopped = True
        self._news.set()

    def tell(self, done: int, of: int) -> None:
        """Say how far it is."""
        self.done, self.of = done, of
        self._heed()

    @contextmanager
    def turn(self, line: Line) -> Iterator[None]:
        """A turn in the line of questions, so that who asks meanwhile is answered."""
        with line.wait(self._wait_behind):
            self._wait_behind(0)
            yield

    def run(self, act: Callable[["Work"], None]) -> None:
        """Do it. Every failure is told."""
        try:
            act(self)
        except _StoppedError:
            pass
        except InspectionError as error:
            self.problem = str(error)
        except Exception:
            logging.getLogger(__name__).exception("A comparison could not be made.")
            self.problem = _UNFORESEEN
        finally:
            self.finished = True
            self._news.set()

    def _wait_behind(self, ahead: int) -> None:
        self.ahead = ahead
        self._heed()

    def _heed(self) -> None:
        self._news.set()
        if self.stopped:
            raise _StoppedError


def start(act: Callable[[Work], None]) -> Work:
    """Begin with it."""
    work = Work()
    threading.Thread(target=work.run, args=(act,), daemon=True).start()
    return work
