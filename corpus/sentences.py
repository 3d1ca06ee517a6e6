"""Splitting text into sentences with pysbd, and counting words."""

import re
from functools import lru_cache

import pysbd

# pysbd ends a sentence after these; what follows belongs to it.
_UNFINISHED = re.compile(r"(?:\b(?:para|paras|incl|approx|no|nos|cf|pp?|s|ss|Reg|Sec)\.|\b[A-Z]\.)$")


@lru_cache(maxsize=4096)
def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in order, each an exact piece of it without the space around it."""
    sentences: list[str] = []
    end = 0
    for piece in pysbd.Segmenter(language="en", clean=False).segment(text):
        words = str(piece).strip()
        start = text.find(words, end)
        if not words or start < 0:
            continue
        joined = sentences and (_UNFINISHED.search(sentences[-1]) or words[0].islower() or not words[0].isalnum())
        if joined and words[0] not in "‘“'\"":
            begin = text.rindex(sentences[-1], 0, end)
            sentences[-1] = text[begin : start + len(words)]
        else:
            sentences.append(text[end : start + len(words)].strip())
        end = start + len(words)
    rest = text[end:].strip()
    return (*sentences, rest) if rest else tuple(sentences)


def count_words(text: str) -> int:
    """The number of words in a text, as separated by space."""
    return len(text.split())
