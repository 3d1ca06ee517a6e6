"""Grades are compared only where they mean the same, and where they do not that is said."""

from pathlib import Path

import pytest

from assistant.comparing.graded import find_graded
from assistant.comparing.narrowing import Narrowing
from assistant.comparing.regimes import are_comparable, explain_changes, find_regime
from corpus.report import Report
from tests.assistant.comparing.made import LANTERNS, judged, searching

SIF = judged("Ambleford", 2016, [], kind="SIF", overall="good", care_leavers="good").report
ILACS = judged("Ambleford", 2019, [], overall="good", leaders="good").report
ILACS_AGAIN = judged("Ambleford", 2022, [], overall="inadequate", leaders="good").report
APART = judged("Ambleford", 2024, [], overall="good", leaders="good", care_leavers="good").report
WITHOUT = judged("Ambleford", 2026, [], leaders="good", care_leavers="good").report
BEFORE = judged("Ambleford", 2012, [], kind="child protection", overall="adequate").report
SEND = judged("Ambleford", 2025, [], kind="area SEND").report


@pytest.mark.parametrize(
    ("one", "other"), [(BEFORE, SIF), (SIF, ILACS), (ILACS, APART), (APART, WITHOUT), (APART, SEND)]
)
def test_grades_on_two_sides_of_a_change_are_not_comparable(one: Report, other: Report) -> None:
    assert find_regime(one) != find_regime(other)
    assert not are_comparable(one, other)
    assert "not comparable" in explain_changes([[one, other]])[0]


def test_grades_of_one_regime_are_comparable() -> None:
    assert are_comparable(ILACS, ILACS_AGAIN)
    assert explain_changes([[ILACS, ILACS_AGAIN], [APART]]) == ()


def test_each_change_is_said_once_in_the_order_of_time() -> None:
    said = explain_changes([[ILACS, APART], [SIF, ILACS, APART]])
    assert [sentence[:17] for sentence in said] == ["From January 2018", "From January 2023"]


def test_each_grade_has_the_paragraph_that_states_it(tmp_path: Path) -> None:
    with searching(
        tmp_path,
        judged("Birchley", 2019, [LANTERNS], overall="good", leaders="outstanding"),
        judged("Ambleford", 2016, [LANTERNS], kind="SIF", overall="inadequate"),
    ) as searcher:
        found = find_graded(searcher.library)
        led = find_graded(searcher.library, areas=["leaders"])
        late = find_graded(searcher.library, Narrowing((), ("ILACS",), 2018, None))
    assert [(each.report.council, each.judgement.area, each.judgement.grade) for each in found.graded] == [
        ("Ambleford", "overall", "inadequate"),
        ("Birchley", "overall", "good"),
        ("Birchley", "leaders", "outstanding"),
    ]
    assert all(each.paragraph.id == each.judgement.paragraph_id for each in found.graded)
    assert [each.judgement.grade for each in led.graded] == ["outstanding"]
    assert {each.report.council for each in late.graded} == {"Birchley"}
    assert found.not_comparable == ()
