"""Finding councils in what people write: by full name, short name, initials, possessive or with a letter wrong."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz, process

from assistant.councils import ENGLISH_COUNCILS, EVERYDAY_WORDS, OTHER_NAMES

_ALIKE = 88
"""Least similarity, of 100, for a misspelling: one letter wrong in a name of seven. Norfolk and Suffolk have 71."""
_SHORTEST_MISSPELT = 6  # letters; shorter names are too near to everyday words


def find_councils(text: str, held: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The councils that a text names: those of the library in order of mention, and those it does not hold."""
    held = frozenset(held)
    names = _names(held)
    found: dict[int, str] = {}
    taken: list[range] = []
    for alias in sorted(names, key=lambda name: (-len(name), name)):
        for match in _pattern(alias).finditer(text):
            here = range(match.start(), match.end())
            if any(here.start < other.stop and other.start < here.stop for other in taken):
                continue
            if alias in EVERYDAY_WORDS and not _is_name(text, match.start()):
                continue
            taken.append(here)
            found[match.start()] = names[alias]
    if not found:
        found = dict(_misspelt(text, names))
    mentioned = list(dict.fromkeys(council for _start, council in sorted(found.items())))
    return tuple(c for c in mentioned if c in held), tuple(c for c in mentioned if c not in held)


def replace_councils(text: str, councils: Iterable[str], other: str) -> str:
    """The text with the names of these councils, however they are written, replaced by another."""
    named = frozenset(councils)
    aliases = [alias for alias, council in _names(named).items() if council in named]
    for alias in sorted(aliases, key=len, reverse=True):
        text = _pattern(alias).sub(f" {other}".rstrip() + " ", text)
    return " ".join(text.split())


@lru_cache(maxsize=32)
def _names(held: frozenset[str]) -> dict[str, str]:
    """Every way to write a council, lower case, and the council meant; those held win over those that are not."""
    names: dict[str, str] = {}
    for council in [*sorted(ENGLISH_COUNCILS - held), *sorted(held)]:
        names |= dict.fromkeys(_ways_to_write(council), council)
    official = {name.lower(): name for name in held}
    names |= {short: council for short, council in OTHER_NAMES.items() if short not in official}
    return names | official


def _ways_to_write(council: str) -> Iterator[str]:
    plain = council.lower()
    yield plain
    yield plain.replace("-", " ")
    yield plain.replace(" and ", " & ")
    first = re.match(r"(\w+)[- ](?:on|upon|under|in|with|of)[- ]", plain)
    if first and first[1] not in {"kingston", "city", "isle", "isles", "east"}:
        yield first[1]


@lru_cache(maxsize=4096)
def _pattern(alias: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(alias)}(?:['’]?s)?(?![\w-])", re.IGNORECASE)


def _is_name(text: str, start: int) -> bool:
    return text[start].isupper() and start > 0 and text[:start].rstrip()[-1:] not in {".", "?", "!", ""}


def _misspelt(text: str, names: dict[str, str]) -> Iterator[tuple[int, str]]:
    candidates = [name for name in names if len(name) >= _SHORTEST_MISSPELT]
    for match in re.finditer(r"[a-z][a-z-]{4,}(?=['’]s\b)|[a-z][a-z-]{5,}", text.lower()):
        best = process.extractOne(match[0], candidates, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best:
            yield match.start(), names[best[0]]
