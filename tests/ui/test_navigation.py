"""Every page has a title and an address of its own."""

import pytest
from streamlit.testing.v1 import AppTest

from ui.page import navigation


@pytest.mark.parametrize(
    ("here", "address"),
    [
        ("http://chat.example:8501", "http://chat.example:8501/ask?c=a1"),
        ("http://chat.example:8501/", "http://chat.example:8501/ask?c=a1"),
        ("http://chat.example:8501/conversations", "http://chat.example:8501/ask?c=a1"),
        ("https://example.gov.uk/inspections/conversations/", "https://example.gov.uk/inspections/ask?c=a1"),
    ],
)
def test_the_address_of_a_page_is_beside_the_one_that_is_open(
    monkeypatch: pytest.MonkeyPatch, here: str, address: str
) -> None:
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.url", here)
    assert navigation.address("ask", c="a1") == address


def test_pages_are_drawn_at_their_place() -> None:
    def script() -> None:
        import streamlit as st  # noqa: PLC0415 - AppTest runs this function's text by itself

        from ui.page import navigation  # noqa: PLC0415

        def asking() -> None:
            st.text("asking")

        def reports() -> None:
            st.text("reports")

        page = navigation.navigate({"ask": asking, "reports": reports})
        st.text(page.title)
        page.run()

    page = AppTest.from_function(script).run()
    assert [text.value for text in page.text] == ["Ask", "asking"]
