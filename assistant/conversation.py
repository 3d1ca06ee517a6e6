"""Turn and Conversation: the questions and answers of one chat."""

from dataclasses import dataclass

from assistant.answer import Answer


@dataclass(frozen=True, slots=True)
class Turn:
    """One question as it was asked, and its Answer."""

    asked: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of one chat, oldest first."""

    turns: tuple[Turn, ...] = ()

    def __add__(self, turn: Turn) -> "Conversation":
        """The conversation with one more turn."""
        return Conversation((*self.turns, turn))
