"""Praise and criticism are told apart, in what a question asks for and in what a sentence says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tone import Tone, asked_tone, has_tone, without_tone


@pytest.mark.parametrize(
    ("tone", "text"),
    [
        ("criticism", "Where were inspectors unhappy with pathway plans?"),
        ("criticism", "Which councils were pulled up on supervision?"),
        ("criticism", "Who was criticised for placing children far away?"),
        ("criticism", "Which councils have children waiting too long for a home?"),
        ("praise", "Which councils were praised for early help?"),
        ("praise", "Who is good at life-story work?"),
        ("praise", "Where were inspectors impressed by leaders?"),
        (None, "Which councils use bed and breakfast?"),
        (None, "What are the strengths and weaknesses of Saltmere?"),
        (None, "Which councils praised themselves, and what went wrong?"),
        (None, ""),
    ],
)
def test_a_question_may_ask_for_praise_or_for_criticism(tone: Tone | None, text: str) -> None:
    assert asked_tone(text) == tone


@pytest.mark.parametrize(
    "text",
    [
        "Pathway plans are not updated.",
        "There are too few foster carers.",
        "Visits don’t happen on time.",
        "Children experience drift and delay.",
        "Supervision is inconsistent.",
        "The timeliness of return home interviews needs to improve.",
        "SHORTAGES OF HOMES",
    ],
)
def test_criticism_is_known_by_its_words(text: str) -> None:
    assert has_tone(text, "criticism")
    assert not has_tone(text, "praise")


@pytest.mark.parametrize(
    "text",
    [
        "Supervision is a strength.",
        "Life-story work is outstanding.",
        "Social workers visit children promptly and know them well.",
        "Leaders are ambitious.",
    ],
)
def test_praise_is_known_by_its_words(text: str) -> None:
    assert has_tone(text, "praise")
    assert not has_tone(text, "criticism")


@pytest.mark.parametrize(
    "text",
    ["Visits are not always timely.", "There is a lack of effective help.", "Few plans are good.", "No one is safe."],
)
def test_praise_behind_a_not_is_no_praise(text: str) -> None:
    assert not has_tone(text, "praise")


def test_praise_beside_a_denial_is_still_praise() -> None:
    assert has_tone(
        "Plans are not late, and social workers write them in words that a child can follow well.", "praise"
    )


def test_not_only_is_no_denial() -> None:
    assert not has_tone("Advisers not only visit but also cook.", "criticism")
    assert not has_tone("Children no longer wait.", "criticism")


@pytest.mark.parametrize("text", ["", "There are 452 children in care.", "The panel meets each month."])
def test_a_bare_statement_has_no_tone(text: str) -> None:
    assert not has_tone(text, "praise")
    assert not has_tone(text, "criticism")


@given(st.text(max_size=200))
def test_any_text_is_judged_without_fail(text: str) -> None:
    assert asked_tone(text) in ("praise", "criticism", None)
    assert has_tone(text, "praise") in (True, False)


def test_too_few_of_one_thing_is_no_criticism_of_another() -> None:
    sentence = "The council now has very few agency staff and workers have manageable caseloads."
    assert has_tone(sentence, "criticism", lambda part: "agency" in part)
    assert not has_tone(sentence, "criticism", lambda part: "caseloads" in part)
    assert has_tone("Caseloads are too high and few are seen.", "criticism", lambda part: "Caseloads" in part)
    assert not has_tone("Caseloads are within manageable limits.", "criticism")


def test_what_is_praised_or_criticised_is_what_is_left() -> None:
    assert (
        without_tone("Which councils were criticised for caseloads?").split()
        == "Which councils were for caseloads?".split()
    )
    assert without_tone("Which councils use bed and breakfast?") == "Which councils use bed and breakfast?"
