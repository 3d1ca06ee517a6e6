"""Praise and criticism of a matter are told only where the words themselves say so."""

import pytest

from assistant.comparing.tones import Verdict, find_parts, joined, tell_tone


def about(part: str) -> bool:
    """True of what names supervision or accommodation."""
    return "supervision" in part.lower() or "accommodation" in part.lower()


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Supervision is regular and of good quality.", "praise"),
        ("Supervision is infrequent and weak.", "criticism"),
        ("Supervision is recorded.", "neither"),
        ("Leaders are strong. Supervision is recorded.", "neither"),
        ("While managers are stronger here, the quality of supervision is not consistently effective.", "criticism"),
        ("Supervision is effective, but is not always recorded.", "both"),
        ("Supervision is regular. However, it is not recorded.", "criticism"),
        ("Scrutiny and supervision have had little positive impact.", "criticism"),
        ("Supervision has not been rigorous or tenacious enough to have a positive impact.", "criticism"),
        ("No care leaver is in accommodation deemed unsuitable.", "neither"),
        ("Where accommodation is unsuitable, accommodation is found quickly.", "praise"),
        ("Supervision helps workers to reduce drift and delay.", "neither"),
        ("There has been a significant improvement in supervision.", "praise"),
        ("Supervision supports the well-being of staff.", "neither"),
        ("Supervision remains an area for improvement.", "criticism"),
        ("Supervision is less effective here.", "criticism"),
        ("Care leavers do not live in bed and breakfast accommodation.", "neither"),
        ("No concerns about supervision were identified.", "neither"),
        ("Appropriate supervision is not provided to all.", "criticism"),
        ("Failures in giving and recording supervision in a timely manner left children at risk.", "criticism"),
        ("There is more work to do to improve supervision, and to effectively support staff.", "criticism"),
        ("Supervision is much improved, from being judged inadequate.", "praise"),
        ("Managers act quickly so that supervision is not late.", "praise"),
        ("Challenges remain in making supervision consistently good.", "criticism"),
        ("The practice of supervision is mixed, so not all staff are supported.", "criticism"),
        ("The report tells of the effectiveness of supervision, as well as its cost.", "neither"),
        ("Supervision is routinely offered.", "praise"),
        ("Systems to ensure that supervision is regularly reviewed are poor.", "criticism"),
        ("Staffing pressures negatively affect supervision.", "criticism"),
    ],
)  # fmt: skip
def test_the_tone_is_that_of_the_words_about_the_matter(text: str, tone: Verdict) -> None:
    assert tell_tone(text, about) == tone


def test_sentences_about_something_else_are_left_out() -> None:
    text = "Leaders are visible. Supervision is regular. It is recorded. Caseloads are high."
    assert find_parts(text, about) == ["Supervision is regular.", "It is recorded."]


def test_what_several_say_together() -> None:
    assert joined(["praise", "neither"]) == "praise"
    assert joined(["praise", "criticism"]) == "both"
    assert joined(["both", "praise"]) == "both"
    assert joined([]) == "neither"
