"""A follow-up put into a stand-alone question by the model, where it adds nothing that nobody said."""

import logging
import re
from dataclasses import replace

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from assistant.chat_model.calling import ask
from assistant.chat_model.disclosure import log_call
from assistant.chat_model.failing import scrub
from assistant.conversation import Conversation
from assistant.names import find_councils
from assistant.question import Question
from assistant.understand import understand
from corpus.library import Library

_LOG = logging.getLogger("assistant.chat_model")
_RULES = (
    "You are given the questions of a conversation about inspection reports of children's services, and a follow-up. "
    "Write the follow-up as one question that can be understood alone, in the reader's own words. Add no council, "
    "year, number or name that the questions do not hold. Write the question only."
)
_TURNS = 6  # questions before it that the model is told: what a follow-up leans on stands near
_LONGEST = 300  # characters of a stand-alone question
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_WORD = re.compile(r"[^\W_]+")
_OPENERS = frozenset(
    """what which who whom whose when where why how did do does is are was were has have had can could will would should
    in at for of on and tell compare were""".split()
)
"""What a question may open with, capital and all, that nobody said before."""
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def follow_up(question: Question, conversation: Conversation, library: Library, model: BaseChatModel) -> Question:
    """A follow-up as the model understands it; as the rules do where it fails, or says what nobody said."""
    if not conversation.turns or not _is_follow_up(question):
        return question
    before = [turn.answer.question.standalone for turn in conversation.turns[-_TURNS:]]
    log_call(library.settings, question.text, [])
    try:
        said = ask(model, _messages(question.text, before))
    except Exception as error:  # noqa: BLE001 - each provider raises errors of its own
        _LOG.info("A follow-up was understood by the rules: %s.", scrub(str(error)))
        return question
    alone = " ".join(said.split()).strip('"“” ')
    if not _is_sound(alone, question, before, library):
        return question
    understood = understand(alone, Conversation(), library.reports)
    return replace(understood, text=question.text, carried=question.carried)


def _is_follow_up(question: Question) -> bool:
    return bool(question.carried) or question.standalone.strip() != question.text.strip()


def _messages(text: str, before: list[str]) -> list[BaseMessage]:
    told = "\n".join(f"- {question}" for question in before)
    return [SystemMessage(_RULES), HumanMessage(f"Questions before:\n{told}\n\nFollow-up: {text}")]


def _is_sound(alone: str, question: Question, before: list[str], library: Library) -> bool:
    """True if a question names only what was named, and all that the follow-up names or the rules carried over."""
    if not alone.endswith("?") or len(alone) > _LONGEST or alone.count("?") > 1 or re.search(r"[\[\]<>{}]", alone):
        return False
    known = " ".join([*before, question.text, question.standalone, *question.councils])
    held = [report.council for report in library.reports if report.council]
    named, said, own = (
        {name for found in find_councils(text, held) for name in found} for text in (alone, known, question.text)
    )
    if not own | set(question.councils) <= named <= said:
        return False
    numbers, told, own_numbers = (set(_NUMBER.findall(text)) for text in (alone, known, question.text))
    if not own_numbers | {str(year) for year in question.years} <= numbers <= told:
        return False
    heard = set(_WORD.findall(known.lower())) | _OPENERS
    return all(word.lower() in heard for name in _NAME.findall(alone) for word in _WORD.findall(name))
