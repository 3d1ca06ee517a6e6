"""Laying a sentence beside a source's sentence: which words stand for each other, and which stretch it rests on."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.chat_model.plain import SAME, in_plain_words
from corpus.words import content_words

_TOKEN = re.compile(r"\d[\d,.]*\d|\d|%|[^\W\d_]+(?:['’][^\W\d_]+)?|[;:,.()–—!?]")
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
EXACT = frozenset(
    """no not never none nor neither nobody nothing without all every most many some several few fewer little less more
    almost nearly always often usually sometimes rarely seldom occasionally only too half any both either much mostly
    generally largely hardly barely frequently should must may might could would will if unless until yet still except
    previously formerly need say tell believe feel think aim intend hope expect propose least than""".split()
)
"""Words that turn, bound or hedge what a sentence says: they may be neither added nor left out."""
_DENY = frozenset("not no never none nor neither without few little less rarely seldom hardly barely".split())
_ADVERB = re.compile(r"(?<=[^i])(?<!time)ly$")
"""What makes an adverb of another word: "effectively" is "effective", but "timely" is not "time"."""
_SHORTEST_ADVERB = 6  # letters; "early" and "only" are of themselves
_WALLS = frozenset(";:()–—!?")
_TURNS = frozenset({"but", "although", "though", "while", "whereas", "and"})
_CONDITIONS = frozenset("if unless except when where until once only provided".split())
"""What may follow a comma and still bound the words before it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or punctuation mark as it compares: `root` is one for all words that may stand for it."""

    word: str
    root: str
    tells: bool

    @property
    def is_number(self) -> bool:
        """True for figures and numbers in words."""
        return self.root[:1].isdigit()


@dataclass(frozen=True, slots=True)
class Likeness:
    """A sentence beside its source: the `stretch` of the source's tokens that it rests on.

    `before` is the part of the stretch that leads in to the first word they share. `order` is the share of the
    sentence's telling words, 0 to 1, that stand in the source's order, and `cover` is the share of the stretch's
    telling words, from there on, that the sentence holds.
    """

    order: float
    before: tuple[Token, ...]
    stretch: tuple[Token, ...]
    cover: float


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order."""
    found: list[Token] = []
    for match in _TOKEN.finditer(in_plain_words(text)):
        word = match[0].lower().replace("’", "'")
        if word.endswith("n't"):
            found.append(Token(word, "not", tells=False))
            continue
        word = word.removesuffix("'s")
        found.append(Token(word, root(word), tells=bool(content_words(word)) or word in _GROUP))
    return tuple(found)


@lru_cache(maxsize=32_768)
def root(word: str) -> str:
    """What a word and its inflections have in common; "improv" of "improves" and "improved", "timely" of itself.

    Suffixes that change the sort of word stay, unlike in a stem: "manageable" is not "management".
    """
    if word[:1].isdigit():
        return word.replace(",", "").rstrip(".")
    word = _NUMBERS.get(word, word)
    return _OF_WORD.get(word) or _GROUP.get(_cut(word), _cut(word))


def _cut(word: str) -> str:
    word = _ADVERB.sub("", word) if len(word) > _SHORTEST_ADVERB and word not in EXACT else word
    for ending, plain in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + plain
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word


_GROUP = {_cut(word): _cut(group.split()[0]) for group in SAME for word in group.split()}
_OF_WORD = {word: _cut(group.split()[0]) for group in SAME for word in group.split()}
_EXACT_ROOTS = frozenset(root(word) for word in EXACT) | {"said", "told", "felt", "thought"}

_FLOATING = frozenset(map(root, "often always usually sometimes rarely generally largely mostly too".split()))
"""Of these, what may stand before or behind what it bounds."""


def exact_words(found: tuple[Token, ...]) -> list[str]:
    """The roots of the words that turn, bound or hedge, in order."""
    return [token.root for token in found if token.root in _EXACT_ROOTS]


def bound_words(found: tuple[Token, ...]) -> list[tuple[str, str]]:
    """The same with the telling word that each goes with, sorted; "" for those that float in a clause."""
    bound: list[tuple[str, str]] = []
    for at, token in enumerate(found):
        if token.root in _EXACT_ROOTS:
            behind = (other.root for other in found[at + 1 :] if other.tells and other.root not in _FLOATING)
            bound.append((token.root, "" if token.root in _FLOATING else next(behind, "")))
    return sorted(bound)


def turned(found: tuple[Token, ...]) -> list[tuple[str, str]]:
    """The words that deny or diminish, each with the telling word that follows it."""
    behind = [(token.root, next((t.root for t in found[at + 1 :] if t.tells), "")) for at, token in enumerate(found)]
    return [(word, of) for word, of in behind if word in _DENY]


def new_words(sentence: tuple[Token, ...], source: tuple[Token, ...]) -> tuple[Token, ...]:
    """The telling words of a sentence that its source lacks."""
    held = {token.root for token in source}
    return tuple(token for token in sentence if token.tells and token.root not in held)


def compare(sentence: tuple[Token, ...], source: tuple[Token, ...]) -> Likeness:
    """A sentence beside a source."""
    telling = [token for token in sentence if token.tells]
    words = [token.root for token in telling]
    roots = [token.root if token.tells else "" for token in source]
    matched = in_order(words, roots)
    if not matched:
        return Likeness(0.0, (), (), 0.0)
    # Forwards the match ends as early as it can; backwards from there it begins as late as it can.
    backwards = in_order(words[::-1], roots[matched[-1] :: -1])
    first = matched[-1] - backwards[-1]
    start, end = _widen(source, first, matched[-1])
    stretch = source[start : end + 1]
    told = [token for token in source[first : end + 1] if token.tells]
    said = set(words)
    return Likeness(
        len(matched) / len(telling),
        source[start:first],
        stretch,
        sum(token.root in said for token in told) / len(told),
    )


def in_order(sentence: list[str], source: list[str]) -> list[int]:
    """The positions in the source of the longest common subsequence."""
    rows = [[0] * (len(source) + 1) for _row in range(len(sentence) + 1)]
    for i in range(len(sentence) - 1, -1, -1):
        row, below = rows[i], rows[i + 1]
        for j in range(len(source) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if sentence[i] == source[j] else max(below[j], row[j + 1])
    found, i, j = [], 0, 0
    while i < len(sentence) and j < len(source):
        if sentence[i] == source[j]:
            found.append(j)
            i, j = i + 1, j + 1
        elif rows[i + 1][j] >= rows[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _widen(source: tuple[Token, ...], start: int, end: int) -> tuple[int, int]:
    """The stretch up to where its clause begins and ends: a "not all" before it, an "in few cases" after it."""
    opening = source[0].word in ("although", "while", "whereas", "despite", "though") if source else False
    while start > 0 and source[start - 1].word not in _WALLS and source[start - 1].word not in (".", "but"):
        if opening and source[start - 1].word == ",":
            break
        start -= 1
    while end < len(source) - 1:
        word = source[end + 1].word
        if word == "," and end + 2 < len(source) and source[end + 2].word in _CONDITIONS:
            end += 2
            continue
        if word in _WALLS or word in _TURNS or word in (".", ","):
            break
        end += 1
    return start, end
