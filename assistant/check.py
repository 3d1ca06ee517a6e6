"""Checking an Answer: every Claim against its Citations."""

import re
from dataclasses import replace

from assistant.answer import Answer

_QUOTED = re.compile(r"“([^”]{12,})”")


def check(answer: Answer) -> Answer:
    """The Answer without Claims that cite nothing, or that quote what their Paragraphs do not say."""
    texts = {citation.number: _plain(citation.paragraph.text) for citation in answer.citations}

    def stands(text: str, numbers: tuple[int, ...]) -> bool:
        cited = " ".join(texts.get(number, "") for number in numbers)
        return bool(numbers) and all(_plain(quoted) in cited for quoted in _QUOTED.findall(text))

    kept = tuple(claim for claim in answer.claims if stands(claim.text, claim.citations))
    return answer if len(kept) == len(answer.claims) else replace(answer, claims=kept)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
