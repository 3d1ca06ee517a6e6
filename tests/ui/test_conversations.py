"""The page of the conversations without a browser: found, renamed, deleted, and nobody else's."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.citations import Claim
from assistant.conversations import Conversations
from corpus.errors import LibraryProblem
from corpus.library import Library
from corpus.settings import Settings
from tests.ui import made
from ui.page.owner import COOKIE

ME, ANOTHER = "a" * 32, "b" * 32


def script() -> None:
    """The page by itself."""
    import streamlit as st  # noqa: PLC0415 - AppTest runs this function's text by itself

    from assistant.conversations import Conversations  # noqa: PLC0415
    from corpus.library import Library  # noqa: PLC0415
    from corpus.settings import read_settings  # noqa: PLC0415
    from ui.conversations import screen  # noqa: PLC0415

    if "kept" not in st.session_state:
        st.session_state["kept"] = Conversations(Library(read_settings()).engine)
    screen.show(st.session_state["kept"])


@pytest.fixture
def kept(tmp_path: Path) -> Conversations:
    """Two conversations of mine and one of somebody else's, in the library of the settings."""
    found = Conversations(Library(Settings(data=tmp_path / "data")).engine)
    for owner, asked in ((ME, "How are caseloads?"), (ANOTHER, "What is secret?"), (ME, "Who leaves care?")):
        found.add(None, owner, made.turn(Claim("Inspectors wrote of it.", (1,)), asked=asked))
    return found


@pytest.fixture
def page(kept: Conversations, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page as I see it, drawn once."""
    assert kept.listed(ME)
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.cookies", {COOKIE: ME})
    return AppTest.from_function(script, default_timeout=30).run()


@pytest.fixture
def press(page: AppTest) -> Callable[[str], AppTest]:
    """Presses a button of the list, as the browser would tell."""

    def pressed(press: str) -> AppTest:
        page.session_state["listing"].press = press
        return page.run()

    return pressed


def names(kept: Conversations, owner: str = ME) -> list[str]:
    """The names of somebody's conversations."""
    return [each.name for each in kept.listed(owner)]


def mine(kept: Conversations, name: str) -> str:
    """The id of a conversation of mine by its name."""
    return next(each.id for each in kept.listed(ME) if each.name == name)


def test_a_conversation_is_deleted_only_after_a_second_yes(
    kept: Conversations, press: Callable[[str], AppTest]
) -> None:
    id_ = mine(kept, "How are caseloads?")
    press(f"delete:{id_}")
    assert len(names(kept)) == 2
    press(f"keep:{id_}")
    assert len(names(kept)) == 2
    press(f"delete:{id_}")
    page = press(f"deletion:{id_}")
    assert names(kept) == ["Who leaves care?"]
    assert not page.exception


def test_a_conversation_gets_a_new_name(kept: Conversations, press: Callable[[str], AppTest]) -> None:
    page = press(f"rename:{mine(kept, 'How are caseloads?')}")
    page.text_input[1].set_value("For the committee in May")
    page.button[0].click().run()
    assert "For the committee in May" in names(kept)
    assert len(page.text_input) == 1


def test_a_name_is_left_as_it_was(kept: Conversations, press: Callable[[str], AppTest]) -> None:
    page = press(f"rename:{mine(kept, 'How are caseloads?')}")
    page.text_input[1].set_value("Something else")
    page.button[1].click().run()
    assert "How are caseloads?" in names(kept)
    assert len(page.text_input) == 1


def test_nobody_deletes_what_is_not_theirs(kept: Conversations, press: Callable[[str], AppTest]) -> None:
    press(f"deletion:{kept.listed(ANOTHER)[0].id}")
    assert names(kept, ANOTHER) == ["What is secret?"]


def test_a_library_that_cannot_be_read_is_told_in_its_own_sentence(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise LibraryProblem("The store is <b>broken</b>.")

    monkeypatch.setattr(Conversations, "listed", broken)
    page.run()
    assert not page.exception
    assert any("The store is &lt;b&gt;broken&lt;/b&gt;." in html.proto.body for html in page.get("html"))
