"""Correcting what was understood: a Question's parts as they are shown, and the same Question without one of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.periods import When
from assistant.question import Question
from assistant.reading import Reading, ask
from assistant.restate import again
from corpus.report import Report

PartKind = Literal["council", "year", "kind", "area"]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a Question was understood to be about, and its words as shown: a year, "2019" or "since 2020"."""

    what: PartKind
    words: str


def parts(question: Question) -> tuple[Part, ...]:
    """What a Question was understood to be about, in the order in which it is shown."""
    return (
        *(Part("council", council) for council in question.councils),
        *(Part("year", words) for words in question.when.words),
        *((Part("kind", question.kind),) if question.kind else ()),
        *(Part("area", _name(area)) for area in question.areas),
    )


def without(question: Question, part: Part, reports: Sequence[Report]) -> Question:
    """The same Question with that part taken away, about all the reports that it then fits; as it is without the part.

    What an area is called stays in the wording, since it may be the subject: only its grade is no longer asked for.
    """
    if part not in parts(question):
        return question
    councils = tuple(council for council in question.councils if part != Part("council", council))
    compared = question.sort == "across councils" and len(councils) == 1  # of two councils, one is left
    reading = Reading(
        councils=councils,
        when=_without(question.when, part.words) if part.what == "year" else question.when,
        kind=None if part.what == "kind" else question.kind,
        areas=tuple(area for area in question.areas if part != Part("area", _name(area))),
        sort="fact" if compared else question.sort,
    )
    standalone, reading = again(question, reading)
    return ask(question.text, standalone, reading, reports)


def _without(when: When, words: str) -> When:
    """A time without what is said of it in these words."""
    periods = tuple(each for each in when.periods if each.words != words)
    if len(periods) < len(when.periods):
        return replace(when, periods=periods, by=when.by and bool(periods))
    kept = replace(when, newest=0) if when.newest else replace(when, oldest=0)
    return kept if words not in kept.words else replace(when, oldest=0, before=False, last_but_one=False)


def _name(area: str) -> str:
    return area.replace("_", " ")
