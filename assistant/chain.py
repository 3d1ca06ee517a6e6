"""The chain: a question goes in, ever longer Answers come out. LangChain's runnables, one for each step."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answer import Answer
from assistant.chat_model.disclosure import forbid_tracing
from assistant.chat_model.following import follow_up
from assistant.chat_model.opening import open_chat_model
from assistant.chat_model.planning import choose_plan
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


def build_chain(
    library: Library, reranker: Reranker | None = None, model: BaseChatModel | None = None
) -> Runnable[Asked, Answer]:
    """The chain over a library. `stream()` yields ever longer Answers, `invoke()` the finished one.

    With a chat model, the one given or the settings' own, answers from the reports are in its words.

    Raises WrongUse for a question that cannot be acted on, and the errors of the library and its models.
    """
    forbid_tracing()
    searcher = Searcher(library, reranker or Reranker(library.settings.reranker))
    guide = model
    if model is None and library.settings.chat_model:
        model = open_chat_model(library.settings)
        guide = open_chat_model(library.settings, _UNDERSTANDS, retries=0)

    def understand_(asked: Asked) -> tuple[Question, Asked, float]:
        started = time.perf_counter()
        text = _clean(asked.text)
        question = asked.understood or understand(text, asked.conversation, library.reports)
        if guide is not None and asked.understood is None:
            question = choose_plan(follow_up(question, asked.conversation, library, guide), library, guide)
        return question, asked, started

    def search(step: tuple[Question, Asked, float]) -> tuple[Found, Asked, float]:
        question, asked, started = step
        return find(question, searcher), asked, started

    def answer(step: tuple[Found, Asked, float]) -> Iterator[Answer]:
        found, asked, started = step
        grown = compose(found, searcher)
        if model is not None:
            *_growing, extracted = grown
            grown = write(extracted, searcher, model, asked.reader)
        for each in grown:
            yield replace(check(each), seconds=round(time.perf_counter() - started, 3))

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
