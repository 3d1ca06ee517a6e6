"""Completing what a model wrote with the reports' own sentences, where they say what it passed over."""

import math
from collections.abc import Sequence

from assistant.chat_model.likeness import tokens
from assistant.citations import Draft
from assistant.question import Question
from assistant.reranker import Reranker

_NEARER = 2.0
"""How much more relevant (a logit) the reports' own best sentence must be to be added: about what it costs to say the
same in other words."""


def complete(
    kept: Sequence[Draft], own: Sequence[Draft], facts: Sequence[Draft], question: Question, reranker: Reranker
) -> list[Draft]:
    """What is kept of a model's words, and under each heading the reports' own best sentence where it is needed.

    It is where the model says nothing under that heading, or only what is further from the question: it may have passed
    over what answers, or said it so that it could not be proven. A shorter form of an added sentence goes. `facts` come
    first under their headings, added sentences last.
    """
    everything = [*own, *kept]
    scores = reranker.score(question.wording or question.standalone, [draft.text for draft in everything])
    relevance = {id(draft): score for draft, score in zip(everything, scores, strict=True)}
    added: list[Draft] = []
    for group in dict.fromkeys(draft.group for draft in own):
        best = max((draft for draft in own if draft.group == group), key=lambda draft: relevance[id(draft)])
        there = [relevance[id(draft)] for draft in kept if draft.group == group]
        if max(there, default=-math.inf) < relevance[id(best)] - _NEARER:
            added.append(best)
    order = list(dict.fromkeys(draft.group for draft in (*facts, *everything)))
    rest = [draft for draft in kept if not any(_shortens(draft, one) for one in added)]
    return sorted([*facts, *rest, *added], key=lambda draft: order.index(draft.group))


def _shortens(draft: Draft, whole: Draft) -> bool:
    """True if a sentence says part of another of the same Paragraphs."""
    roots = [{token.root for token in tokens(each.text) if token.tells} for each in (draft, whole)]
    return draft.paragraphs == whole.paragraphs and roots[0] <= roots[1]
