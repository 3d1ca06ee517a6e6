"""Grades as a table."""

import pytest

from assistant.citations import Claim
from assistant.tables import GradeRow, grade_rows
from tests.ui import made

GOOD = "Saltmere, ILACS inspection, March 2019 (4 to 15 March 2019): overall effectiveness was judged “good”."


def rows(*claims: Claim, status: str = "counted from the facts") -> tuple[GradeRow, ...]:
    return grade_rows(made.turn(*claims, status=status).answer)


def test_a_sentence_that_gives_a_grade_is_a_row() -> None:
    expected = GradeRow("Saltmere, ILACS inspection, March 2019", "overall effectiveness", "good", (1, 2))
    assert rows(Claim(GOOD, (1, 2))) == (expected,)


@pytest.mark.parametrize(
    "other",
    ["Caseloads are high.", "Why: overall was judged “good”, not inadequate.", "Saltmere: “Arrangements are poor.”"],
)
def test_one_other_sentence_and_there_is_no_table(other: str) -> None:
    assert rows(Claim(GOOD, (1,)), Claim(other, (2,))) == ()


def test_only_what_was_counted_from_the_facts_is_a_table() -> None:
    assert rows(Claim(GOOD, (1,)), status="in the reports") == ()
    assert rows() == ()
