"""What is done on the page of improvements: with whose name, and what waits until that is known."""

import pytest

from corpus.errors import WrongUse
from ui.improvements import doing, person
from ui.improvements.visit import Following


@pytest.fixture
def cookies(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the browser sends with its visit."""
    sent: dict[str, str] = {}
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.cookies", sent)
    monkeypatch.setattr("streamlit.session_state", {})
    return sent


def test_what_needs_a_name_waits_for_it_and_is_then_done(cookies: dict[str, str]) -> None:
    assert cookies == {}
    here, done = Following(), []
    doing.do(here, "plan", lambda: done.append(person.known()))
    assert (here.is_asked, here.place, done) == (True, "plan", [])
    assert here.move.selector == "#name-words"
    doing.name(here, "   ")
    assert (here.is_asked, done) == (True, [])
    doing.name(here, "  Ann   Marsh ")
    assert (here.is_asked, here.waiting, done) == (False, None, ["Ann Marsh"])


def test_what_waits_is_given_up_once_something_else_is_begun(cookies: dict[str, str]) -> None:
    assert cookies == {}
    here, done = Following(), []
    doing.do(here, "plan", lambda: done.append("plan"))
    here.begin("top")
    doing.name(here, "Ann")
    assert done == []


def test_what_cannot_be_done_is_told_at_its_place(cookies: dict[str, str]) -> None:
    cookies[person.COOKIE] = "Ann"

    def fail() -> None:
        raise WrongUse("Owner may have 200 characters at most: shorten it.")

    here = Following()
    doing.do(here, "plan", fail)
    assert (here.place, here.wrong, here.say) == ("plan", *["Owner may have 200 characters at most: shorten it."] * 2)


@pytest.mark.parametrize(
    ("sent", "name"),
    [("Ann%20%3Cb%3E%20%2541", "Ann <b> %41"), ("%00%07%0A", ""), ("x" * 5_000, "x" * 200), ("", ""), ("%FF", "�")],
)
def test_the_browsers_name_is_taken_as_plain_words_whatever_it_sends(
    cookies: dict[str, str], sent: str, name: str
) -> None:
    cookies[person.COOKIE] = sent
    assert person.known() == name
    assert "<b>" not in person.line()
