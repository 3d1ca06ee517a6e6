"""Quotations in a model's sentence: the source's exact words, or none."""

import re

from rapidfuzz import fuzz

from assistant.chat_model.likeness import exact_words, tokens

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
_LEAST = 3  # words; fewer between quotation marks are a term, not a quotation
_ALIKE = 90  # of 100: a few letters or a small word wrong
_ROUGH = re.compile(r"[^\W_]+")


def with_exact_quotes(text: str, source: str) -> str | None:
    """The text with every quotation in the source's exact words; None where one does not stand there."""
    parts: list[str] = []
    end = 0
    for match in _QUOTED.finditer(text):
        quoted = match[1] or match[2]
        exact = _find(quoted, source)
        if exact is None and len(_ROUGH.findall(quoted)) >= _LEAST:
            return None
        parts += [text[end : match.start()], f"“{exact or quoted}”"]
        end = match.end()
    return "".join([*parts, text[end:]])


def _find(quoted: str, source: str) -> str | None:
    """The source's words that a quotation means."""
    words = _ROUGH.findall(quoted)
    if not words:
        return None
    found = re.search(r"[\W_]+".join(map(re.escape, words)), source, re.IGNORECASE)
    if found:
        return found[0]
    near = fuzz.partial_ratio_alignment(quoted.lower(), source.lower(), score_cutoff=_ALIKE)
    if near is None or len(quoted) > len(source):
        return None
    start, end = near.dest_start, near.dest_end
    while start > 0 and source[start - 1].isalnum():
        start -= 1
    while end < len(source) and source[end].isalnum():
        end += 1
    exact = source[start:end].strip()
    return exact if _agree(quoted, exact) else None


def _agree(quoted: str, exact: str) -> bool:
    """True if two wordings hold the same numbers and the same words that turn or bound."""
    one, other = tokens(quoted), tokens(exact)
    numbers = [[token.root for token in each if token.is_number] for each in (one, other)]
    return exact_words(one) == exact_words(other) and numbers[0] == numbers[1]
