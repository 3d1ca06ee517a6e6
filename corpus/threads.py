"""What lets all threads of a process use one Library: acts done one at a time, and a memory of the store."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from corpus.report import Paragraph, Report

Values = ParamSpec("Values")
Result = TypeVar("Result")


class Shared(Protocol):
    """What several threads use, and the lock that they take turns by; it lets in again whoever holds it."""

    turns: threading.RLock


Owner = TypeVar("Owner", bound=Shared)


def alone(act: Callable[Concatenate[Owner, Values], Result]) -> Callable[Concatenate[Owner, Values], Result]:
    """The same method, done by one thread at a time."""

    @wraps(act)
    def in_turn(self: Owner, /, *values: Values.args, **named: Values.kwargs) -> Result:
        with self.turns:
            return act(self, *values, **named)

    return in_turn


@dataclass
class Known:
    """What was read of the store since its last change.

    A change brings a new one instead of emptying the old, so that who reads while the store changes writes what is
    out of date into one that nobody asks again.
    """

    reports: tuple[Report, ...] | None = None
    paragraphs: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
