"""Choosing the plan by the model, where the rules see a plain question: one of a few names, or the rules' own."""

import logging
from dataclasses import replace

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage

from assistant.chat_model.calling import ask as ask_model
from assistant.chat_model.disclosure import log_call
from assistant.chat_model.failing import scrub
from assistant.question import Question, Sort
from assistant.reading import Reading, ask
from corpus.library import Library

_LOG = logging.getLogger("assistant.chat_model")
_PLANS: dict[str, tuple[Sort, str]] = {
    "finding": ("fact", "what inspectors found on a matter"),
    "change": ("over time", "how a matter changed from inspection to inspection"),
    "councils": ("across councils", "which councils something is true of, or how several compare"),
}
"""The plans by the names that the model is given, and what each answers.

In these every sentence must still be seen to answer the question, so that a wrong choice costs length, not truth. Lists
and grades are left to the rules: a model of 1.5 billion parameters chose the list for 22 of 28 questions, 19 of which
asked for one fact.
"""
_RULES = (
    "You are given one question about inspection reports of children's services. Say what its reader wants to be told. "
    "Write one of these words and nothing else:\n"
)


def choose_plan(question: Question, library: Library, model: BaseChatModel) -> Question:
    """The question with the plan that the model names; as it is where the rules know the plan or the model fails."""
    plans = {name: plan for name, plan in _PLANS.items() if plan[0] in _open_to(question, library)}
    if len(plans) == 1:
        return question
    log_call(library.settings, question.standalone, [])
    told = _RULES + "\n".join(f"{name}: {meaning}" for name, (_sort, meaning) in plans.items())
    try:
        said = ask_model(model, [SystemMessage(told), HumanMessage(question.standalone)])
    except Exception as error:  # noqa: BLE001 - each provider raises errors of its own
        _LOG.info("The plan was chosen by the rules: %s.", scrub(str(error)))
        return question
    chosen = plans.get(said.strip(" .\"'`*\n").lower())
    if chosen is None or chosen[0] == "fact":
        return question
    reading = Reading(
        councils=question.councils,
        when=question.when,
        kind=question.kind,
        areas=question.areas,
        sort=chosen[0],
        topic=question.topic,
        wording=question.wording,
    )
    planned = ask(question.text, question.standalone, reading, library.reports)
    # The plan says how to look, not what was asked: what cannot be answered stays so.
    return question if planned.missing else replace(planned, carried=question.carried, unanswered=question.unanswered)


def _open_to(question: Question, library: Library) -> tuple[Sort, ...]:
    """The plans that may serve a question: those that its councils and its time leave open."""
    if question.sort != "fact" or question.missing:
        return ("fact",)
    if not question.councils:
        several = len({report.council for report in library.reports if report.council}) > 1
        return ("fact", "across councils") if several else ("fact",)
    if len(question.councils) > 1:
        return ("fact",)
    inspections = [report for report in library.reports if report.council == question.councils[0]]
    return ("fact", "over time") if len(inspections) > 1 and not question.when.named else ("fact",)
