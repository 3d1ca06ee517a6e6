"""Calling a chat model: its words in pieces, tried once more where that is sensible, stopped where it never ends."""

import re
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from assistant.chat_model.failing import Unreadable, is_worth_retrying

# LangChain's client warns on standard error of a chunk whose form it does not know; we tell the reader ourselves.
warnings.filterwarnings("ignore", "Pydantic serializer warnings", UserWarning)

_LONGEST = 8_000  # characters: five times what the rules ask for; a model that goes on has lost its way
_LONGEST_THOUGHT = 60_000  # characters, about 15,000 tokens: models that think go on for a few thousand
_LONGEST_WAIT = 600.0  # seconds for a whole answer; the most that is asked for takes a slow machine three minutes
_RETRIED_WITHIN = 15.0  # seconds; a call that took longer to fail is not made again
_PAUSE = 0.5  # seconds before it is, so that a busy server gets its breath
_LEAST_READABLE = 0.8  # share of characters that can be printed
_ENDINGS = frozenset(".!?”\"’')]】…:")
_REASONS = ("finish_reason", "stop_reason", "done_reason")
"""Where OpenAI, Azure and Google say why a model ended; where Anthropic does; where Ollama does."""
_COMPLETE = frozenset({"stop", "end_turn", "stop_sequence", "eos"})
"""The reasons, in small letters, for which a model ended of itself."""
_REFUSED = frozenset({"refusal", "content_filter", "safety", "prohibited_content", "recitation", "blocklist"})
_THOUGHT = re.compile(r"<(/?)(?:think|thinking|thought|reasoning)>", re.IGNORECASE)
"""What Qwen, DeepSeek and their like write around their thoughts where their server leaves them in the text."""
_BEGUN = re.compile(r"<(?:/?[a-z]{0,9})?$", re.IGNORECASE)
"""What may become such a mark with the next piece; the longest has nine letters."""


@dataclass(slots=True)
class Said:
    """What a model has said so far and what it counted; it grows while it speaks, so unlike the nouns it changes."""

    text: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    ended: str = field(default="")
    """The model's own word, in small letters, for why it ended: "stop", "length", or "" where it gives none."""


@dataclass(slots=True)
class _Ear:
    """Hears words in pieces and lets no thought through; it holds back what may be the beginning of a mark."""

    held: str = ""
    thinking: bool = False
    thought: int = 0  # characters

    def hear(self, piece: str) -> str:
        """What is certain to be no thought. Raises Unreadable for thoughts without an end or a beginning."""
        self.held += piece
        heard: list[str] = []
        while mark := _THOUGHT.search(self.held):
            if not self.thinking:
                if mark[1]:
                    raise Unreadable("its thoughts could not be told from its answer")
                heard.append(self.held[: mark.start()])
            self.thinking = not mark[1]
            self.held = self.held[mark.end() :]
        begun = _BEGUN.search(self.held)
        end = begun.start() if begun else len(self.held)
        certain, self.held = self.held[:end], self.held[end:]
        if not self.thinking:
            return "".join([*heard, certain])
        self.thought += len(certain)
        if self.thought > _LONGEST_THOUGHT:
            raise Unreadable("its thoughts did not come to an end")
        return "".join(heard)

    def rest(self) -> str:
        """What was held back and has become no mark."""
        return "" if self.thinking else self.held


def listen(model: BaseChatModel, messages: Sequence[BaseMessage], said: Said) -> Iterator[str]:
    """The model's words as they come, kept in `said`. A call that soon fails without a word is tried once more.

    Thoughts are no words: those in blocks of their own, and those between marks in the text.

    Raises the provider's errors, and Unreadable where the output is empty, garbled, endless or broken off.
    """
    started = time.monotonic()
    for again in (True, False):
        try:
            yield from _once(model, messages, said)
        except Exception as error:  # each provider raises errors of its own
            if said.text.strip() or not again or not _is_soon(started) or not is_worth_retrying(error):
                raise
        if said.text.strip() or said.ended in _REFUSED or not again or not _is_soon(started):
            break
        time.sleep(_PAUSE)
    _inspect(said)


def _is_soon(started: float) -> bool:
    return time.monotonic() - started < _RETRIED_WITHIN


def ask(model: BaseChatModel, messages: Sequence[BaseMessage]) -> str:
    """What the model says, whole and without its thoughts. Raises the provider's errors, and Unreadable."""
    ear = _Ear()
    return ear.hear(str(model.invoke(list(messages)).text)) + ear.rest()


def _once(model: BaseChatModel, messages: Sequence[BaseMessage], said: Said) -> Iterator[str]:
    ear = _Ear()
    started = time.monotonic()
    for chunk in model.stream(list(messages)):
        if time.monotonic() - started > _LONGEST_WAIT:
            raise Unreadable(f"it had not finished after {_LONGEST_WAIT / 60:.0f} minutes")
        said.ended = _reason(chunk.response_metadata) or said.ended
        if counted := chunk.usage_metadata:
            said.tokens_in = max(said.tokens_in, counted["input_tokens"])
            said.tokens_out += counted["output_tokens"]
        if piece := ear.hear(str(chunk.text)):
            yield _keep(piece, said)
    if piece := ear.rest():
        yield _keep(piece, said)


def _keep(piece: str, said: Said) -> str:
    said.text += piece
    if len(said.text) > _LONGEST:
        raise Unreadable("it did not come to an end")
    return piece


def _reason(metadata: Mapping[str, Any]) -> str:
    """The model's own word for why it ended, in small letters; "" where these are not its last words."""
    return next((str(reason).lower() for name in _REASONS if (reason := metadata.get(name))), "")


def _inspect(said: Said) -> None:
    text = said.text.strip()
    if said.ended in _REFUSED:
        raise Unreadable("it would not answer")
    if not text:
        raise Unreadable("it said nothing")
    readable = sum(character.isprintable() or character.isspace() for character in text)
    if readable < _LEAST_READABLE * len(text) or "�" in text or not any(map(str.isalpha, text)):
        raise Unreadable("its words cannot be read")
    if said.ended not in _COMPLETE and text[-1] not in _ENDINGS:
        raise Unreadable("it stopped in the middle of a sentence")
