"""The chain: a question goes in, ever longer Answers come out. LangChain's runnables, one for each step."""

import time
from collections.abc import Generator, Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field, replace

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answer import Answer
from assistant.chat_model.disclosure import forbid_tracing
from assistant.chat_model.guiding import guide
from assistant.chat_model.opening import open_chat_model
from assistant.chat_model.prompt import Reader
from assistant.chat_model.writing import write
from assistant.check import check
from assistant.compose import compose
from assistant.conversation import Conversation
from assistant.plans import Found, find
from assistant.question import Question
from assistant.reranker import Reranker
from assistant.search import Searcher
from assistant.understand import understand
from corpus.errors import WrongUse
from corpus.library import Library

LONGEST = 2_000
"""Characters of a question at most: more is a document, not a question."""
_UNDERSTANDS = 15.0
"""Seconds that a chat model has to say what is asked; the rules know it in milliseconds, so nobody waits longer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was asked, and the turns before it.

    `understood` is how it is to be understood, where that was corrected; None where it is to be understood anew.
    `reader` is for whom a chat model writes.
    """

    text: str
    conversation: Conversation = field(default_factory=Conversation)
    understood: Question | None = None
    reader: Reader = "councillor"


@dataclass(frozen=True, slots=True)
class _Step:
    """A question on its way: as the rules understand it, as the model will, and what was found for the former."""

    asked: Asked
    question: Question
    guided: "Future[Question]"
    started: float
    found: Found

    def timed(self, answer: Answer) -> Answer:
        return replace(answer, seconds=round(time.perf_counter() - self.started, 3))


def build_chain(
    library: Library, reranker: Reranker | None = None, model: BaseChatModel | None = None
) -> Runnable[Asked, Answer]:
    """The chain over a library. `stream()` yields ever longer Answers, `invoke()` the finished one.

    With a chat model, the one given or the settings' own, answers from the reports are in its words. Where it
    understands a question otherwise than the rules, the Answers begin anew with its understanding.

    Raises WrongUse for a question that cannot be acted on, and the errors of the library and its models.
    """
    forbid_tracing()
    searcher = Searcher(library, reranker or Reranker(library.settings.reranker))
    helper = model
    if model is None and library.settings.chat_model:
        model = open_chat_model(library.settings)
        helper = open_chat_model(library.settings, _UNDERSTANDS)

    def understand_(asked: Asked) -> _Step:
        started = time.perf_counter()
        text = _clean(asked.text)
        question = asked.understood or understand(text, asked.conversation, library.reports)
        guided = guide(question, asked.conversation, library, None if asked.understood else helper)
        return _Step(asked, question, guided, started, Found(question))

    def search(step: _Step) -> _Step:
        return replace(step, found=find(step.question, searcher))

    def grow(found: Found, reader: Reader) -> Generator[Answer, None, None]:
        grown = compose(found, searcher)
        if model is not None:
            *_growing, extracted = grown
            grown = write(extracted, searcher, model, reader)
        yield from map(check, grown)

    def answer(step: _Step) -> Iterator[Answer]:
        with closing(grow(step.found, step.asked.reader)) as grown:
            for each in grown:
                # Words are shown as they come. None is the last before it is certain what was asked.
                if (each.finished or step.guided.done()) and step.guided.result() != step.question:
                    break
                yield step.timed(each)
            else:
                return
        for each in grow(find(step.guided.result(), searcher), step.asked.reader):
            yield step.timed(each)

    return RunnableLambda(understand_) | RunnableLambda(search) | RunnableLambda(answer)


def warm(library: Library, reranker: Reranker) -> None:
    """Load the models that a search needs, by one search; a chat model is not called. Raises the library's errors."""
    searcher = Searcher(library, reranker)
    find(understand("What did inspectors find?", Conversation(), library.reports), searcher)


def _clean(text: str) -> str:
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(words) > LONGEST:
        raise WrongUse(f"The question is {len(words):,} characters long: ask in {LONGEST:,} or fewer.")
    if sum(character.isalnum() for character in words) < 2:
        raise WrongUse("The question is too short to understand: ask in a few words, such as “Are caseloads too high?”")
    return words
