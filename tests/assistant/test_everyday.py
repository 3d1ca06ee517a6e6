"""What people say is put as inspectors write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.everyday import in_inspectors_words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("children with nothing to do", "kids with nothing to do"),
        ("Are caseloads manageable?", "Are workloads manageable?"),
        ("agency staff", "temps"),
        ("elected members", "councillors"),
        ("section 20", "s.20"),
        ("care leavers who are parents", "care leavers with kids of their own"),
        ("multi-agency safeguarding hub (MASH)", "mash"),
        ("no suitable accommodation", "no decent place to live"),
        ("out-of-hours emergency duty team", "night-time and weekend cover"),
        ("children not attending school", "kids bunking off"),
        ("", ""),
    ],
)
def test_what_people_say_is_put_as_inspectors_write_it(written: str, said: str) -> None:
    assert in_inspectors_words(said) == written


@pytest.mark.parametrize("text", ["skidding", "the mashed", "unit", "jobless", "grandparenting", "Saltmere", "(MASH)"])
def test_a_word_inside_another_and_one_that_is_explained_already_stay(text: str) -> None:
    assert in_inspectors_words(text) == text


def test_what_people_say_is_known_in_any_case() -> None:
    assert in_inspectors_words("KIDS and Kids") == "children and children"


def test_what_inspectors_write_stays_as_it_is() -> None:
    written = "Senior leaders do not know how many children in care are missing from education."
    assert in_inspectors_words(written) == written


@given(st.text(max_size=200))
def test_any_text_is_put_into_words_without_fail(text: str) -> None:
    assert in_inspectors_words(text) or not text
