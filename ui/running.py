"""An answer in the making: the chain runs in a thread of its own, and the page can be used meanwhile, or stop it."""

import logging
import threading
from dataclasses import dataclass, field, replace

from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked
from assistant.remarks import with_searched
from assistant.scope import understand_within
from corpus.errors import InspectionError
from corpus.library import Library
from corpus.report import Report
from ui.line import Line

_UNFORESEEN = "Something went wrong that was not foreseen. Ask again; if it happens again, tell whoever runs this chat."


class _StoppedError(Exception):
    """The reader no longer wants the answer."""


@dataclass(eq=False, slots=True)
class Running:
    """How far an answer has come. A thread changes it, the page reads it.

    `ahead` is how many questions are to be finished first, `answer` the Answer as far as it goes, `problem` the
    sentence that says why there is none; `done` says that nothing more will come.
    """

    ahead: int = 0
    answer: Answer | None = None
    problem: str = ""
    done: bool = False
    _stopped: bool = False
    _news: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> None:
        """Wait for something new, for so long at most."""
        self._news.wait(seconds)
        self._news.clear()

    def stop(self) -> None:
        """Have the thread end: at once where it waits in the line, else before the next sentence."""
        self._stopped = True

    def work(
        self, asked: Asked, about: Report | None, chain: Runnable[Asked, Answer], library: Library, line: Line
    ) -> None:
        """Wait in the line, then answer a question, `about` one report only or all. Every failure is told."""
        try:
            with line.wait(self._wait_behind):
                self._wait_behind(0)
                if about and asked.understood is None:
                    asked = replace(asked, understood=understand_within(asked.text, asked.conversation, about))
                for answer in chain.stream(asked):
                    self.answer = answer if not answer.finished else with_searched(answer, library.reports)
                    self._tell()
        except _StoppedError:
            self.answer = None
        except InspectionError as error:
            self.problem = str(error)
        except Exception:
            logging.getLogger(__name__).exception("A question could not be answered.")
            self.problem = _UNFORESEEN
        finally:
            self.done = True
            self._news.set()

    def _wait_behind(self, ahead: int) -> None:
        self.ahead = ahead
        self._tell()

    def _tell(self) -> None:
        self._news.set()
        if self._stopped:
            raise _StoppedError


def start(asked: Asked, about: Report | None, chain: Runnable[Asked, Answer], library: Library, line: Line) -> Running:
    """Begin to answer a question."""
    running = Running()
    threading.Thread(target=running.work, args=(asked, about, chain, library, line), daemon=True).start()
    return running
