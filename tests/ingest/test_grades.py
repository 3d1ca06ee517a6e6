"""Grades are told in the report's words and on the common scale."""

import pytest

from ingest import grades


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("Requires improvement to be good", "requires improvement"),
        ("Requires\nimprovement", "requires improvement"),
        ("Grade 3 (Adequate)", "adequate"),
        ("Inadequate Grade 4", "inadequate"),
        ("Outstanding.", "outstanding"),
    ],
)
def test_a_grade_alone_is_understood(words: str, grade: str) -> None:
    assert grades.grade_in(words) == grade


@pytest.mark.parametrize("words", ["Grade", "good enough", "All", ""])
def test_other_words_are_no_grade(words: str) -> None:
    assert grades.grade_in(words) is None


@pytest.mark.parametrize(
    ("sentence", "area", "grade"),
    [
        ("The experiences and progress of care leavers: good", "care_leavers", "good"),
        (
            "The experiences and progress of children in care and care leavers: inadequate",
            "children_in_care",
            "inadequate",
        ),
        ("The overall judgement is that children’s services are inadequate", "overall", "inadequate"),
        ("Children’s services in Saltmere require improvement to be good", "overall", "requires improvement"),
        ("The Local Safeguarding Children Board requires improvement", "lscb", "requires improvement"),
        ("The graded judgement for adoption performance is that it is good", "adoption", "good"),
        (
            "The impact of leaders on social work practice with children and families: outstanding",
            "leaders",
            "outstanding",
        ),
    ],
)
def test_a_sentence_that_grades_an_area_is_understood(sentence: str, area: str, grade: str) -> None:
    found = grades.sentence(sentence)
    assert found is not None
    assert (found.area, found.grade) == (area, grade)


@pytest.mark.parametrize("sentence", ["The food is good", "Leaders know what good", "Care leavers are well supported"])
def test_other_sentences_grade_nothing(sentence: str) -> None:
    assert grades.sentence(sentence) is None
