"""The line of questions: first come, first served, so that of many who ask at once all are answered."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_ONCE = 3
"""Questions answered at the same time. It is the cores that limit: twenty questions on the sample reports took 4.1,
4.3, 3.9 and 3.8 seconds with 1 to 4 at once on two cores (the best of four rounds), half of them 2.0, 2.4, 2.3 and 2.8.
With 3 a short question passes a long one, and a chat model that thinks for seconds does not hold up everybody."""
_LOOK_UP = 0.5  # seconds after which whoever waits is told again, so that one who has left gives the place up


class Line:
    """Where questions wait for their turn. One for all visits of a process; `at_once` are answered at the same time."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._places: list[object] = []  # in order of arrival; the first `at_once` are being answered
        self._moved = threading.Condition()

    @contextmanager
    def wait(self, tell: Callable[[int], None]) -> Iterator[None]:
        """Wait for a turn, and keep it while the block runs.

        While there is one to wait for, `tell` hears how many questions have to be finished first (from 1): at once,
        whenever that changes, and every half second. It is called by the thread that waits, so it may draw. An error
        from it gives up the place, and so does the end of the block, however it ends.
        """
        place = object()
        with self._moved:
            self._places.append(place)
        try:
            while ahead := self._ahead(place):
                tell(ahead)
                with self._moved:
                    if self._ahead(place) == ahead:
                        self._moved.wait(_LOOK_UP)
            yield
        finally:
            with self._moved:
                self._places.remove(place)
                self._moved.notify_all()

    def _ahead(self, place: object) -> int:
        with self._moved:  # the thread may hold it already: a Condition's lock can be taken again
            return max(self._places.index(place) + 1 - self._at_once, 0)
