"""What leaves the machine: said on the screen before the first use, and logged for every call."""

import logging
from collections.abc import Sequence

from assistant.chat_model.opening import host_of, is_local, provider_of
from corpus.report import Paragraph
from corpus.settings import Settings

MOST = 12
"""Paragraphs that a model is given at most."""
_LOG = logging.getLogger("assistant.chat_model")


def disclose(settings: Settings) -> str:
    """What is sent where, in plain words; "" without a chat model. Raises ModelProblem for an unknown one."""
    if settings.chat_model is None:
        return ""
    if is_local(settings):
        return "A language model on this machine words the answers: nothing leaves this machine."
    host = host_of(settings)
    whose = "a server of your choice" if host in (settings.chat_url or "").lower() else provider_of(settings).name
    return (
        f"Your question and the {MOST} paragraphs found for it are sent to {whose} ({host}); a follow-up also sends "
        "the questions before it. A briefing sends its questions to discuss with the sentences they are about."
    )


def forbid_tracing() -> None:
    """Keep questions and paragraphs from LangSmith, where LangChain sends them if LANGSMITH_TRACING or its like is set.

    Source: https://reference.langchain.com/python/langsmith (configure), which goes before the environment.
    """
    from langsmith import configure  # noqa: PLC0415 - slow to load, and not needed until something is asked

    configure(enabled=False)


def log_call(settings: Settings, question: str, paragraphs: Sequence[Paragraph]) -> None:
    """One line for a call: the length of what was asked in characters, the ids of the paragraphs, and where to."""
    where = f"{settings.chat_model.split(':')[0]} at {host_of(settings)}" if settings.chat_model else "the model given"
    ids = " ".join(paragraph.id for paragraph in paragraphs) or "none"
    _LOG.info("Sent to %s: a question of %d characters, paragraphs: %s", where, len(question), ids)
