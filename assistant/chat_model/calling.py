"""Calling a chat model: its words in pieces, tried once more where that is sensible, stopped where it never ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from assistant.chat_model.failing import Unreadable, is_worth_retrying

_LONGEST = 8_000  # characters: five times what the rules ask for; a model that goes on has lost its way
_LEAST_READABLE = 0.8  # share of characters that can be printed
_ENDINGS = frozenset(".!?”\"'’)]】…:")


@dataclass(slots=True)
class Said:
    """What a model has said so far and what it counted; it grows while it speaks, so unlike the nouns it changes."""

    text: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    ended: str = field(default="")
    """The model's own word for why it ended: "stop", "length", or "" where it gives none."""


def listen(model: BaseChatModel, messages: Sequence[BaseMessage], said: Said) -> Iterator[str]:
    """The model's words as they come, kept in `said`. A call that fails before its first word is tried once more.

    Raises the provider's errors, and Unreadable where the output is empty, garbled, endless or broken off.
    """
    for again in (True, False):
        try:
            yield from _once(model, messages, said)
        except Exception as error:  # each provider raises errors of its own
            if said.text.strip() or not again or not is_worth_retrying(error):
                raise
        if said.text.strip():
            break
    _inspect(said)


def _once(model: BaseChatModel, messages: Sequence[BaseMessage], said: Said) -> Iterator[str]:
    for chunk in model.stream(list(messages)):
        piece = str(chunk.text)
        said.ended = str(chunk.response_metadata.get("finish_reason") or said.ended)
        if counted := chunk.usage_metadata:
            said.tokens_in = max(said.tokens_in, counted["input_tokens"])
            said.tokens_out += counted["output_tokens"]
        if piece:
            said.text += piece
            if len(said.text) > _LONGEST:
                raise Unreadable("it did not come to an end")
            yield piece


def _inspect(said: Said) -> None:
    text = said.text.strip()
    if not text:
        raise Unreadable("it said nothing")
    readable = sum(character.isprintable() or character.isspace() for character in text)
    if readable < _LEAST_READABLE * len(text) or "�" in text or not any(map(str.isalpha, text)):
        raise Unreadable("its words cannot be read")
    if not said.ended and text[-1] not in _ENDINGS:
        raise Unreadable("it stopped in the middle of a sentence")
