"""Finding councils in what people write: by full name, short name, initials, possessive or with a letter wrong."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from assistant.councils import ENGLISH_COUNCILS, EVERYDAY_WORDS, OTHER_NAMES

_ALIKE = 88
"""Least similarity, of 100, for a misspelling: one letter missing or too many in a name of six."""
_SHORTEST_MISSPELT = 6  # letters; shorter names are too near to everyday words
_SHORTEST_MISTYPED = 7  # letters of a name that may have one letter wrong or two swapped: a survey is not Surrey
_LONG_WORD = re.compile(r"\b(?P<word>[a-z][a-z-]{3,}?[a-z])(?:['’]s\b)?(?![\w-])", re.IGNORECASE)

Mention = tuple[range, str]
"""Where in a text a council is named, and which."""


def find_councils(text: str, held: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The councils that a text names: those of the library in order of mention, and those it does not hold."""
    held = frozenset(held)
    names = _names(held)
    written = _written(text, names)
    # Beside a council that is written right, only those of the library: the more names, the more chance likenesses.
    likely = {alias: council for alias, council in names.items() if council in held} if written else names
    found = sorted([*written, *_misspelt(text, likely, written)], key=lambda mention: mention[0].start)
    mentioned = list(dict.fromkeys(council for _where, council in found))
    return tuple(c for c in mentioned if c in held), tuple(c for c in mentioned if c not in held)


def replace_councils(text: str, councils: Iterable[str], other: str) -> str:
    """The text with the names of these councils, however they are written, replaced by another."""
    named = frozenset(councils)
    names = _names(named)
    written = _written(text, names)
    likely = {alias: council for alias, council in names.items() if council in named}
    found = sorted([*written, *_misspelt(text, likely, written)], key=lambda mention: -mention[0].start)
    for where, council in found:
        if council in named:
            text = f"{text[: where.start]} {other} {text[where.stop :]}"
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
    first = re.match(r"(\w+)[- ](?:on|upon|under|in|with|of)[- ]", plain)
    if first and first[1] not in {"kingston", "city", "isle", "isles", "east"}:
        yield first[1]


@lru_cache(maxsize=4096)
def _pattern(alias: str) -> re.Pattern[str]:
    """Finds an alias with any hyphens, dashes, spaces, commas and full stops between its words, and "&" for "and"."""
    words = [r"(?:and|&)" if word == "and" else re.escape(word) for word in re.findall(r"[^\s,-]+", alias)]
    name = r"[-\s,.‐-–]+".join(words) or re.escape(alias)
    return re.compile(rf"(?<!\w){name}(?:['’]?s)?(?!\w)", re.IGNORECASE)


def _is_name(text: str, found: re.Match[str]) -> bool:
    """True if an everyday word is meant as a name: with a capital inside a sentence, as a possessive, or alone."""
    if not text[found.start()].isupper():
        return False
    inside = text[: found.start()].rstrip()[-1:] not in {".", "?", "!", ""}
    return inside or found[0][-2:] in {"'s", "’s"} or text.strip(" ?.!") == found[0]


def _written(text: str, names: Mapping[str, str]) -> list[Mention]:
    """Where a text writes one of these names; of two that overlap, the longer."""
    found: list[Mention] = []
    for alias in sorted(names, key=lambda name: (-len(name), name)):
        for match in _pattern(alias).finditer(text):
            if not _overlaps(match, found) and (alias not in EVERYDAY_WORDS or _is_name(text, match)):
                found.append((range(*match.span()), names[alias]))
    return found


def _misspelt(text: str, names: Mapping[str, str], written: Sequence[Mention]) -> Iterator[Mention]:
    """Where a text has one of these names with a letter wrong, beside those that it writes right."""
    candidates = [name for name in names if len(name) >= _SHORTEST_MISSPELT and name not in EVERYDAY_WORDS]
    longer = [name for name in candidates if len(name) >= _SHORTEST_MISTYPED]
    for match in _LONG_WORD.finditer(text):
        word = match["word"].lower()
        if word in EVERYDAY_WORDS or _overlaps(match, written):
            continue
        alike = process.extractOne(word, candidates, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        mistyped = None if alike else process.extractOne(word, longer, scorer=OSA.distance, score_cutoff=1)
        if best := alike or mistyped:
            yield range(*match.span()), names[best[0]]


def _overlaps(match: re.Match[str], mentions: Sequence[Mention]) -> bool:
    return any(match.start() < where.stop and where.start < match.end() for where, _council in mentions)
