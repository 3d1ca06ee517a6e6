"""Councils are found by every name that people use, and everyday words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.councils import ENGLISH_COUNCILS, EVERYDAY_WORDS
from assistant.names import find_councils, replace_councils

HELD = (
    "Saltmere",
    "Eldermarsh",
    "Corvenshire",
    "Stoke-on-Trent",
    "Barking and Dagenham",
    "Bournemouth, Christchurch and Poole",
    "Bath and North East Somerset",
    "Bury",
    "East Riding of Yorkshire",
    "Kingston upon Hull",
    "Norfolk",
    "Reading",
    "St Helens",
    "Telford and Wrekin",
    "Tower Hamlets",
)


@pytest.mark.parametrize(
    ("council", "text"),
    [
        ("Saltmere", "How is Saltmere doing?"),
        ("Saltmere", "how is saltmere doing"),
        ("Saltmere", "SALTMERE’S CASELOADS"),
        ("Saltmere", "What are Saltmere's caseloads?"),
        ("Saltmere", "Is Saltmere City Council good?"),
        ("Saltmere", "the Saltmere-wide plan"),
        ("Corvenshire", "corvenshire county council"),
        ("Eldermarsh", "the Borough of Eldermarsh"),
        ("Stoke-on-Trent", "Stoke-on-Trent in 2019"),
        ("Stoke-on-Trent", "Stoke on Trent in 2019"),
        ("Stoke-on-Trent", "Stoke–on–Trent, with dashes"),
        ("Stoke-on-Trent", "What was Stoke's grade?"),
        ("Stoke-on-Trent", "what about stoke"),
        ("Barking and Dagenham", "Barking & Dagenham"),
        ("Barking and Dagenham", "Barking and Dagenham’s care leavers"),
        ("Barking and Dagenham", "and Barking?"),
        ("Bournemouth, Christchurch and Poole", "Bournemouth Christchurch & Poole"),
        ("Bournemouth, Christchurch and Poole", "How is BCP doing?"),
        ("Bournemouth, Christchurch and Poole", "bcp's caseloads"),
        ("Bournemouth, Christchurch and Poole", "in Bournemouth"),
        ("Bath and North East Somerset", "BANES overall grade"),
        ("Bath and North East Somerset", "care leavers in Bath"),
        ("East Riding of Yorkshire", "the East Riding"),
        ("Kingston upon Hull", "Is Hull any better?"),
        ("St Helens", "St Helens' recommendations"),
        ("St Helens", "St. Helens"),
        ("Telford and Wrekin", "What did they find in Telford?"),
        ("Tower Hamlets", "Tower Hamlets’ caseloads"),
        ("Reading", "How is Reading doing?"),
        ("Reading", "Reading’s caseloads in 2019"),
        ("Reading", "Reading?"),
        ("Bury", "Did Bury improve?"),
    ],
)
def test_a_council_is_found_by_what_people_call_it(council: str, text: str) -> None:
    assert find_councils(text, HELD) == ((council,), ())


@pytest.mark.parametrize(
    ("council", "text"),
    [
        ("Saltmere", "Saltmeer"),
        ("Saltmere", "Saltmre's caseloads"),
        ("Eldermarsh", "what about eldermrash?"),
        ("Corvenshire", "Corvinshire overall"),
        ("Norfolk", "Norfok"),
        ("Norfolk", "Noffolk"),
    ],
)
def test_a_council_with_a_letter_wrong_is_found(council: str, text: str) -> None:
    assert find_councils(text, HELD) == ((council,), ())


def test_a_misspelt_council_is_found_beside_one_that_is_spelt_right() -> None:
    assert find_councils("Compare Saltmere and Eldermrash", HELD) == (("Saltmere", "Eldermarsh"), ())


@pytest.mark.parametrize(
    "text",
    [
        "How is reading taught to children in care?",
        "How are readings of the thermometer taken?",
        "Reading and writing are taught well.",
        "Do leaders bury bad news?",
        "Is there a bath in every home?",
        "What did the survey of parents say?",
        "Are plans too narrow?",
        "Children understand their plans.",
        "What counts as a serious case?",
        "",
    ],
)
def test_everyday_words_are_not_councils(text: str) -> None:
    assert find_councils(text, HELD) == ((), ())


def test_councils_come_in_the_order_in_which_they_are_named() -> None:
    assert find_councils("Is Eldermarsh or Saltmere better, or Corvenshire?", HELD)[0] == (
        "Eldermarsh",
        "Saltmere",
        "Corvenshire",
    )


def test_a_council_named_twice_counts_once() -> None:
    assert find_councils("Stoke's visits: were Stoke-on-Trent's on time?", HELD) == (("Stoke-on-Trent",), ())


@pytest.mark.parametrize(
    ("unknown", "text"),
    [
        ("Wigan", "How is Wigan doing?"),
        ("Suffolk", "Suffolk’s caseloads"),
        ("North Yorkshire", "north yorkshire in 2019"),
        ("Manchester", "Is Manchster better?"),
        ("Southend-on-Sea", "Southend"),
    ],
)
def test_an_english_council_that_the_library_does_not_hold_is_noticed(unknown: str, text: str) -> None:
    assert find_councils(text, HELD) == ((), (unknown,))


def test_held_and_unknown_councils_are_told_apart() -> None:
    assert find_councils("Compare Norfolk and Suffolk", HELD) == (("Norfolk",), ("Suffolk",))


@pytest.mark.parametrize("council", sorted(ENGLISH_COUNCILS - {name.capitalize() for name in EVERYDAY_WORDS}))
def test_every_english_council_is_found_by_its_own_name_in_lower_case(council: str) -> None:
    assert find_councils(f"care leavers in {council.lower()}", [council]) == ((council,), ())


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("What are Eldermarsh caseloads?", "What are Saltmere's caseloads?"),
        ("Is Eldermarsh good?", "Is SALTMERE good?"),
        ("And Eldermarsh ?", "And saltmeer?"),
        ("Eldermarsh and Corvenshire", "Saltmere and Corvenshire"),
    ],
)
def test_a_council_is_replaced_however_it_is_written(expected: str, text: str) -> None:
    assert replace_councils(text, ["Saltmere"], "Eldermarsh") == expected


@pytest.mark.parametrize("council", ["Barking and Dagenham", "Stoke-on-Trent", "Bournemouth, Christchurch and Poole"])
def test_a_council_replaced_by_itself_stays(council: str) -> None:
    assert replace_councils(f"care leavers in {council} now", [council], council) == f"care leavers in {council} now"


def test_a_council_whose_name_holds_another_name_stays_whole() -> None:
    assert replace_councils("North Somerset and Somerset", ["Somerset"], "Kent") == "North Somerset and Kent"


def test_everyday_words_stay_when_the_council_of_that_name_is_taken_out() -> None:
    assert replace_councils("How is reading taught in Reading now?", ["Reading"], "") == "How is reading taught in now?"


def test_other_councils_stay_when_one_is_taken_out() -> None:
    assert replace_councils("Saltmere and Corvenshire", ["Saltmere"], "") == "and Corvenshire"


@given(st.text(max_size=300), st.lists(st.text(min_size=1, max_size=40), max_size=3))
def test_any_text_and_any_library_are_read_without_fail(text: str, held: list[str]) -> None:
    found, unknown = find_councils(text, held)
    assert set(found) <= set(held)
    assert set(unknown) <= ENGLISH_COUNCILS - set(held)


@given(st.text(max_size=100), st.sampled_from(HELD[:6]), st.text(max_size=100))
def test_taking_a_council_out_leaves_text_that_does_not_name_it(before: str, council: str, after: str) -> None:
    rest = replace_councils(f"{before} {council} {after}", [council], "")
    assert council.lower() not in rest.lower() or council.lower() in f"{before} {after}".lower()
