"""The sector's terms in a text: which stand in it, under which of their names, and which word was mistyped."""

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.terms import GLOSSARY, GRADE_TERMS, Term

_SHORTEST_MISTYPED = 6  # letters; shorter words are too near to one another


def expand(text: str) -> str:
    """The text with the other names of its terms behind it, for a search by words."""
    more = [name for names in find_names(text) for name in names if not stands_in(name, text)]
    return " ".join([text, *more])


def find_term(text: str) -> Term | None:
    """The term a text asks about, if the glossary explains it."""
    explained = [
        term for term in (*GLOSSARY, *GRADE_TERMS) if term.meaning and any(stands_in(name, text) for name in term.names)
    ]
    return max(explained, key=lambda term: max(len(n) for n in term.names if stands_in(n, text)), default=None)


def find_names(text: str) -> list[tuple[str, ...]]:
    """The names of each term that a text names."""
    return [term.names for term in GLOSSARY if any(stands_in(name, text) for name in term.names)]


def nearest_word(word: str) -> str | None:
    """The word of a term's name that a word of six letters or more is, with a letter wrong: "supervison"."""
    found = process.extractOne(word.lower(), _words(), scorer=OSA.distance, score_cutoff=1)
    return found[0] if found and len(word) >= _SHORTEST_MISTYPED else None


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    names = (name.lower() for term in GLOSSARY for name in term.names)
    return tuple(dict.fromkeys(word for name in names for word in name.split() if len(word) >= _SHORTEST_MISTYPED))


def stands_in(name: str, text: str) -> bool:
    """True if a name stands in a text as whole words, in any case and with either apostrophe."""
    return _pattern(name).search(text.replace("’", "'")) is not None


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
