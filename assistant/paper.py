"""Paper: what is exported of a conversation, the same for every format."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.answer import Answer
from assistant.citations import Citation, Claim
from assistant.conversation import Conversation, Turn
from assistant.describe import name_day, name_searched

CARE = "Check the source before you rely on it."
"""Stands on everything that leaves the screen."""


@dataclass(frozen=True, slots=True)
class Part:
    """One question and its answer. `about` says how it was understood, "" where that is plain from the question.

    `is_list` is True where the answer's sentences are the items of a list. `links` are the addresses at which sources
    open at their page, by number; none where they have no address.
    """

    question: str
    about: str
    status: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    note: str
    is_list: bool = False
    links: Mapping[int, str] = field(default_factory=dict)

    @property
    def groups(self) -> list[tuple[str, list[Claim]]]:
        """The Claims under their headings, in order; one without a heading stands under the one before, if any ("")."""
        return group_claims(self.claims)


@dataclass(frozen=True, slots=True)
class Paper:
    """A conversation as it is exported: its name, the day, each question with its answer.

    `notes` are sentences of our own that stand above everything.
    """

    title: str
    made: date
    parts: tuple[Part, ...]
    notes: tuple[str, ...]


def write_paper(name: str, conversation: Conversation, made: date, replaced: Sequence[str] = ()) -> Paper:
    """What is exported of a conversation; `replaced` are sentences on reports that the library holds no longer."""
    answers = [turn.answer for turn in conversation.turns]
    notes = [CARE, _made_from(answers, made), *_worded_by(answers), *dict.fromkeys(replaced)]
    return Paper(" ".join(name.split()) or "A conversation", made, tuple(map(_part, conversation.turns)), tuple(notes))


def group_claims(claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims under their headings, in order; one without a heading stands under the one before, if any ("")."""
    groups: list[tuple[str, list[Claim]]] = []
    for claim in claims:
        if not groups or (claim.group and claim.group != groups[-1][0]):
            groups.append((claim.group or "", []))
        groups[-1][1].append(claim)
    return groups


def source(citation: Citation) -> str:
    """The report behind a Citation as a reader finds it: its title and its file."""
    return " · ".join(filter(None, [citation.report.title, citation.report.file]))


def exact(citation: Citation) -> tuple[str, ...]:
    """The lines of the paragraph behind a Citation, in its exact words."""
    lines = citation.paragraph.text.split("\n")
    return tuple(shown(" ".join(line.split())) for line in lines if line.strip())


def shown(words: str) -> str:
    """Words that are fit for every format: without what cannot be printed, and turning nothing around them.

    Line breaks stay. XML, which Word documents are made of, allows no other control characters and no half characters
    (https://www.w3.org/TR/xml/#charsets). Words with marks of direction, or with letters that run to the left, are
    closed in by the two characters that Unicode has for that (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
    """
    kept = "".join(letter for letter in words.replace("\t", " ") if letter == "\n" or _is_allowed(letter)).strip()
    return f"\u2068{kept}\u2069" if any(map(_turns, kept)) else kept


def _is_allowed(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cs") and ord(letter) & 0xFFFE != 0xFFFE


def _turns(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in (
        "R",
        "AL",
        "RLE",
        "RLO",
        "LRE",
        "LRO",
        "RLI",
        "LRI",
        "FSI",
        "PDF",
        "PDI",
    )


def _part(turn: Turn) -> Part:
    answer, question = turn.answer, turn.answer.question
    alone = f"“{question.standalone.strip()}”" if question.standalone.strip() != question.text.strip() else ""
    return Part(
        question=turn.asked,
        about=" · ".join(filter(None, [alone, question.about])),
        status=answer.status[0].upper() + answer.status[1:],
        claims=answer.claims,
        citations=answer.citations,
        note=answer.note,
        is_list=len(answer.claims) > 1 and (question.sort == "list" or answer.status == "counted from the facts"),
    )


def _made_from(answers: Sequence[Answer], made: date) -> str:
    cited = {citation.report.id: citation.report for answer in answers for citation in answer.citations}
    told = f"{name_day(made)} by the inspection assistant"
    return f"Made on {told} from {name_searched(list(cited.values()))}." if cited else f"Made on {told}."


def _worded_by(answers: Sequence[Answer]) -> Iterator[str]:
    models = dict.fromkeys(answer.writing.model for answer in answers if answer.writing)
    if models:
        yield f"Worded by {' and '.join(models)} from the sources below each answer."
