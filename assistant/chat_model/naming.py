"""The sector's terms under the name that a source writes them by: "MASH" for "multi-agency safeguarding hub"."""

import re
from functools import lru_cache

from assistant.glossary import find_names, stands_in

_LEFT_OUT = frozenset("and of or the in".split())
"""Words whose initials many short forms leave out."""


def in_its_terms(text: str, window: str) -> str:
    """The text with each short form of a term, or what it is short for, as the window has it.

    The glossary's other names are there to be searched for together, and do not say the same: alcohol is not every
    misuse of substances.
    """
    for names in _terms(text):
        theirs = next((name for name in names if stands_in(name, window)), None)
        for name in sorted(names, key=len, reverse=True):
            if theirs and not stands_in(name, window) and stands_in(name, text) and _is_short_for(name, theirs):
                text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", theirs, text, flags=re.IGNORECASE)
    return text


@lru_cache(maxsize=256)
def _terms(text: str) -> tuple[tuple[str, ...], ...]:
    """The names of each term of the sector in a sentence."""
    return tuple(find_names(text))


@lru_cache(maxsize=1024)
def _is_short_for(one: str, other: str) -> bool:
    """True if one of two names is made of the other's initials."""
    short, long = sorted((one, other), key=len)
    letters = (short[:-1] if short[-1:] == "s" and short[:-1].isupper() else short).casefold()
    words = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", long.casefold()))
    return letters in {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in _LEFT_OUT)}
