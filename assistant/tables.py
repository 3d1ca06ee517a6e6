"""An answer whose sentences are all grades, as a table."""

import re
from dataclasses import dataclass

from assistant.answer import Answer

_GRADE = re.compile(
    r"(?P<report>.+?)(?: \([^()]*\))?: (?P<area>[^:]+?) (?:was|were) judged “(?P<words>[^”]+)”\.", re.DOTALL
)
"""How assistant/grades.py says a grade."""


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One grade: whose inspection it is of, what was judged, how in the report's words, and its Citations' numbers."""

    report: str
    area: str
    words: str
    citations: tuple[int, ...]


def grade_rows(answer: Answer) -> tuple[GradeRow, ...]:
    """A row for each Claim, in their order; none unless every Claim is a grade."""
    matched = [_GRADE.fullmatch(claim.text) for claim in answer.claims]
    found = [
        GradeRow(match["report"], match["area"], match["words"], claim.citations)
        for match, claim in zip(matched, answer.claims, strict=True)
        if match
    ]
    counted = answer.status == "counted from the facts"
    return tuple(found) if counted and len(found) == len(matched) else ()
