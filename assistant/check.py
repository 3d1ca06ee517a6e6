"""Checking an Answer: every Claim against its Citations."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.citations import Citation, Claim

_QUOTED = re.compile(r"“([^”]{12,})”")


def check(answer: Answer) -> Answer:
    """The Answer without Claims that cite nothing, or that quote what their Paragraphs do not say.

    A Claim that has yet to be proven may stay while the Answer grows, never in a finished one.
    """
    kept = tuple(
        claim
        for claim in answer.claims
        if (claim.proven and _quotes_stand(claim, answer.citations)) or not (claim.proven or answer.finished)
    )
    return answer if len(kept) == len(answer.claims) else replace(answer, claims=kept)


def _quotes_stand(claim: Claim, citations: Sequence[Citation]) -> bool:
    texts = [f" {_plain(each.paragraph.text)} " for each in citations if each.number in claim.citations]
    quotations = [f" {_plain(quoted)} " for quoted in _QUOTED.findall(claim.text)]
    return bool(claim.citations) and all(any(each in text for text in texts) for each in quotations)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()
