"""Reading a model's sentences, and the numbers that they cite, from text that arrives in pieces."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from corpus.sentences import split_sentences

_MARK = re.compile(
    r"[\[【]\s*(?:paragraphs?|paras?|sources?)?\s*(\d{1,3}(?:\s*(?:,|;|and|&|-|–)\s*\d{1,3})*)\s*[^\]】\d]{0,12}[\]】]",
    re.IGNORECASE,
)
"""[1], [1, 2], 【1】, [paragraph 3]; (1) is no mark."""
_AFTER_STOP = re.compile(r"([.!?]+[”\"’']?)((?:\s*[\[【][^\]】\n]{1,40}[\]】])+)")
_OPEN = re.compile(r"[\[【][^\]】\n]{0,40}$")
_BULLET = re.compile(r"^\s*(?:[-*•#>]+|\d{1,2}[.)])\s+")
_EMPHASIS = re.compile(r"\*\*|__|`+|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence as far as it has been written, and the numbers that it cites; `whole` once nothing can follow."""

    text: str
    numbers: tuple[int, ...] = ()
    whole: bool = False


def read_sentences(pieces: Iterable[str], issued: Collection[int]) -> Iterator[Written]:
    """The sentences of a text in pieces, each growing until it is whole; numbers never `issued` are left out."""
    held = ""
    for piece in pieces:
        held += piece
        *whole, held = _divide(held)
        for sentence in whole:
            if found := _read(sentence, issued, whole=True):
                yield found
        if found := _read(_OPEN.sub("", held), issued, whole=False):
            yield found
    for sentence in _divide(held):
        if found := _read(_OPEN.sub("", sentence), issued, whole=True):
            yield found


def _divide(text: str) -> list[str]:
    """The sentences of a text; the last may go on. A mark behind the full stop belongs to the sentence before it."""
    *lines, last = text.split("\n")
    sentences = [sentence for line in lines for sentence in _split(line)]
    unfinished = _OPEN.search(last)
    head = last[: unfinished.start()] if unfinished else last
    parts = _split(head) or [head]
    return [*sentences, *parts[:-1], parts[-1] + last[len(head) :] if unfinished else _tail(parts[-1], head)]


def _tail(sentence: str, text: str) -> str:
    """The last sentence with the space after it, which the next piece may need."""
    return sentence + text[len(text.rstrip()) :]


def _split(text: str) -> list[str]:
    if not re.search(r"[.!?]", text):
        return [text] if text.strip() else []
    return list(split_sentences(_AFTER_STOP.sub(lambda found: f"{found[2]}{found[1]}", text)))


def _read(sentence: str, issued: Collection[int], *, whole: bool) -> Written | None:
    sentence = _AFTER_STOP.sub(lambda found: f"{found[2]}{found[1]}", _BULLET.sub("", sentence))
    numbers = [number for mark in _MARK.findall(sentence) for number in _numbers(mark)]
    words = " ".join(_EMPHASIS.sub("", _MARK.sub(" ", sentence)).split())
    words = re.sub(r"\s+([.!?,;])", r"\1", words)
    if not any(character.isalnum() for character in words):
        return None
    return Written(words, tuple(dict.fromkeys(n for n in numbers if n in issued)), whole)


def _numbers(mark: str) -> list[int]:
    """The numbers of a mark: "1, 3" and "2-4"."""
    found: list[int] = []
    for part in re.split(r"\s*(?:,|;|and|&)\s*", mark):
        first, *more = (int(number) for number in re.findall(r"\d+", part))
        found += range(first, more[-1] + 1) if more and 0 < more[-1] - first < 12 else [first, *more]
    return found
