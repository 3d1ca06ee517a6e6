"""The page of the briefings without a browser: the list, a new one, one that is somebody else's, and none."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.briefings.briefing import Briefing, Item, Section
from assistant.briefings.store import Briefings
from corpus.errors import LibraryProblem
from tests import fakes
from ui.page.owner import COOKIE

SCRIPT = Path(__file__).with_name("briefings_script.py")
ME, ANOTHER = "a" * 32, "b" * 32


@pytest.fixture
def kept(tmp_path: Path) -> Briefings:
    """A briefing of mine and one of somebody else's, in the library of the settings."""
    found = Briefings(fakes.library(tmp_path).engine)
    for owner, title in ((ME, "Care leavers"), (ANOTHER, "Secret plans")):
        note = Section("Findings", (Item("note", "Ask the director."),))
        found.add(owner, Briefing(title, date(2026, 1, 2), sections=(note,)))
    return found


@pytest.fixture
def page(kept: Briefings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page as I see it, not yet drawn."""
    assert kept.listed(ME)
    monkeypatch.setenv("INSPECTION_DATA", str(tmp_path))
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.cookies", {COOKIE: ME})
    return AppTest.from_file(str(SCRIPT), default_timeout=60)


def test_the_list_shows_the_form_for_a_new_one(page: AppTest) -> None:
    page.run()
    assert not page.exception
    assert [each.label for each in page.selectbox] == ["Begin with", "Council"]
    assert "Saltmere" in page.selectbox[1].options
    assert page.text_input[0].label == "Theme, such as care leavers or supervision"


def test_a_template_without_a_theme_is_not_begun(page: AppTest) -> None:
    page.run().button[0].click().run()
    bench = page.session_state["bench"]
    assert bench.making is None
    assert bench.notice == "Say what the briefing is to be about: a theme, such as care leavers."


def test_council_and_theme_may_come_with_the_address(page: AppTest) -> None:
    page.query_params["council"] = "Saltmere"
    page.query_params["theme"] = "supervision <b>"
    page.run()
    assert page.selectbox[1].value == "Saltmere"
    assert page.text_input[0].value == "supervision <b>"


def test_what_is_opened_is_what_the_chat_adds_to(page: AppTest, kept: Briefings) -> None:
    mine = kept.listed(ME)[0].id
    page.query_params["b"] = mine
    page.run()
    assert not page.exception
    assert page.session_state["bench"].briefing.title == "Care leavers"
    assert page.session_state["adding"].current == mine


def test_somebody_elses_is_shown_and_is_not_what_the_chat_adds_to(page: AppTest, kept: Briefings) -> None:
    page.query_params["b"] = kept.listed(ANOTHER)[0].id
    page.run()
    assert not page.exception
    assert page.session_state["bench"].briefing.title == "Secret plans"
    assert "adding" not in page.session_state


@pytest.mark.parametrize("wanted", ["nothing", "<script>", "x" * 5000])
def test_an_address_without_a_briefing_is_told(page: AppTest, wanted: str) -> None:
    page.query_params["b"] = wanted
    page.run()
    assert not page.exception
    assert page.session_state["bench"].kept is None


def test_a_library_that_cannot_be_read_is_told_in_its_own_sentence(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise LibraryProblem("The store is <b>broken</b>.")

    monkeypatch.setattr(Briefings, "listed", broken)
    page.run()
    assert not page.exception
    assert any("The store is &lt;b&gt;broken&lt;/b&gt;." in html.proto.body for html in page.get("html"))
