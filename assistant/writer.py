"""Answers in a chat model's words, where the user has chosen one: checked sentence by sentence."""

from collections.abc import Iterator
from dataclasses import replace

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel

from assistant.answer import Answer
from assistant.check import supports
from assistant.citations import Draft, number
from assistant.prompt import read_claims, within_budget, write_messages
from corpus.errors import ModelProblem
from corpus.library import Library

_MOST = 12  # paragraphs that a model is given


def open_chat_model(name: str) -> BaseChatModel:
    """The chat model `provider:model`. Raises ModelProblem where its package or key is missing."""
    try:
        return init_chat_model(name, temperature=0)
    except Exception as error:
        raise ModelProblem(
            f"The chat model {name} cannot be used ({_first_line(error)}): install its package and set its key, "
            "or remove INSPECTION_CHAT_MODEL."
        ) from error


def rewrite(answer: Answer, library: Library, model: BaseChatModel) -> Iterator[Answer]:
    """The Answer in the model's words, growing; as it is where the facts say it, or where the model says nothing true.

    A sentence is kept only if the paragraphs it cites support it; how many were left out is told.
    """
    if answer.abstained or answer.status != "in the reports":
        yield answer
        return
    paragraphs = [citation.paragraph for citation in answer.citations]
    for passage in answer.passages:
        paragraphs += [found for id_ in passage.chunk.paragraph_ids if (found := library.paragraph(id_))]
    given = number([Draft("", (paragraph,)) for paragraph in paragraphs], library.reports)[1][:_MOST]
    citations = within_budget(given)
    text = ""
    try:
        for piece in model.stream(write_messages(answer.question.standalone, citations)):
            text += str(piece.text)
            kept = tuple(claim for claim in read_claims(text, citations)[:-1] if supports(claim, citations))
            if kept:
                yield replace(answer, claims=kept, citations=citations, finished=False)
    except Exception as error:  # noqa: BLE001 - each provider raises errors of its own
        yield replace(
            answer,
            note=f"The chat model could not answer ({_first_line(error)}): these are the reports' own sentences.",
        )
        return
    claims = read_claims(text, citations)
    kept = tuple(claim for claim in claims if supports(claim, citations))
    if not kept:
        yield replace(answer, note=f"{answer.note} These are the reports' own sentences.".strip())
        return
    dropped = len(claims) - len(kept)
    told = (
        f"{dropped} sentence{'s were' if dropped > 1 else ' was'} left out: no source supports it." if dropped else ""
    )
    drafts = [Draft(c.text, tuple(citations[n - 1].paragraph for n in c.citations)) for c in kept]
    final, used = number(drafts, library.reports)
    yield replace(answer, claims=final, citations=used, note=" ".join(filter(None, [answer.note, told])))


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__).rstrip(".")
