"""A browser is known by a number of its own, which the page makes and no browser can choose freely."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from ui.page import owner

NUMBER = "0123456789abcdef" * 2


def page() -> AppTest:
    """A page that does nothing but know its browser."""

    def script() -> None:
        import streamlit as st  # noqa: PLC0415 - AppTest runs this function's text by itself

        from ui.page import owner  # noqa: PLC0415

        owner.keep()
        st.text(owner.known())

    return AppTest.from_function(script).run()


def test_a_new_browser_gets_a_number_and_keeps_it_while_the_page_is_drawn_again() -> None:
    drawn = page()
    number = drawn.text[0].value
    assert re.fullmatch("[0-9a-f]{32}", number)
    assert drawn.run().text[0].value == number
    assert page().text[0].value != number


def test_a_browser_that_was_here_before_is_known_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.cookies", {owner.COOKIE: NUMBER})
    assert page().text[0].value == NUMBER


@pytest.mark.parametrize(
    "sent", ["", "short", NUMBER + "0", NUMBER.upper(), "' or 1=1 --", "<script>" * 4, NUMBER + "\n"]
)
def test_what_is_no_such_number_is_not_taken(monkeypatch: pytest.MonkeyPatch, sent: str) -> None:
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.cookies", {owner.COOKIE: sent})
    assert re.fullmatch("[0-9a-f]{32}", page().text[0].value)
    assert page().text[0].value != sent
