"""Checking an Answer: every Claim against its Citations."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.citations import Citation, Claim
from corpus.words import content_words

_QUOTED = re.compile(r"“([^”]{12,})”")
_COVER = 0.5
"""Least share of a sentence's content words, cut to their stems, that its paragraphs must hold."""
_STEM = 5  # letters: enough to tell words apart, few enough to join "assess" and "assessments"


def check(answer: Answer) -> Answer:
    """The Answer without Claims that cite nothing, or that quote what their Paragraphs do not say."""
    kept = tuple(claim for claim in answer.claims if _quotes_stand(claim, answer.citations))
    return answer if len(kept) == len(answer.claims) else replace(answer, claims=kept)


def supports(claim: Claim, citations: Sequence[Citation]) -> bool:
    """True if a Claim's Citations hold its quotations, its numbers and most of its words."""
    if not _quotes_stand(claim, citations):
        return False
    cited = _cited(claim, citations)
    labels = " ".join(citation.label for citation in citations if citation.number in claim.citations)
    known = {word[:_STEM] for word in content_words(f"{cited} {labels}")}
    words = content_words(claim.text)
    if any(word[:_STEM] not in known for word in words if word[0].isdigit()):
        return False
    return sum(word[:_STEM] in known for word in words) >= _COVER * len(words)


def _quotes_stand(claim: Claim, citations: Sequence[Citation]) -> bool:
    texts = [f" {_plain(each.paragraph.text)} " for each in citations if each.number in claim.citations]
    quotations = [f" {_plain(quoted)} " for quoted in _QUOTED.findall(claim.text)]
    return bool(claim.citations) and all(any(each in text for text in texts) for each in quotations)


def _cited(claim: Claim, citations: Sequence[Citation]) -> str:
    return " ".join(citation.paragraph.text for citation in citations if citation.number in claim.citations)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()
