"""How the page behaves in a real browser, on stand-ins whose answers are known."""

from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import IS_STILL, LONG, reading
from tests.browser.serving import ROOT, served, served_at
from tests.fakes import HOSTILE


def test_an_answer_is_shown_as_it_grows(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.page.get_by_role("textbox").fill("slow")
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".busy")).to_be_visible()
        reader.page.wait_for_function("document.querySelectorAll('[aria-busy] .claim').length === 1")  # is soon over
        expect(reader.page.locator("button.cite")).to_have_count(2)
        expect(reader.page.locator(".busy")).to_have_count(0)


def test_hostile_words_are_shown_and_do_nothing(browser: Browser, tmp_path: Path) -> None:
    """On a library of its own, as the first questions are about the councils with most reports."""
    app = Path(__file__).with_name("fake_app.py")
    with served(app, tmp_path) as address, reading(browser, address) as reader:
        reader.page.on("dialog", lambda dialog: reader.complaints.append(dialog.message))
        assert HOSTILE in reader.page.locator("nav.first").text_content().replace("\n", " ")  # type: ignore[union-attr]
        reader.ask("hostile " + HOSTILE)
        assert reader.page.locator("section.turn .claim").first.text_content() == f"{HOSTILE} 1"
        reader.open(1)
        assert reader.page.locator(".source .words").text_content() == HOSTILE
        assert reader.page.locator(".inspection :is(img, a, script, iframe, b, strong, em, code)").count() == 0
        assert reader.page.title() != "taken"


def test_a_document_without_pages_shows_its_words_and_no_picture(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("hostile")
        reader.open(2)
        assert reader.page.locator(".source .words").text_content() == "A quiet paragraph."
        assert reader.page.locator(".source img").count() == 0


def test_a_paragraph_that_runs_over_a_page_is_marked_on_both(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("long")
        reader.open(1)
        expect(reader.page.locator(".page .mark")).to_have_count(1)
        reader.page.get_by_role("button", name="Show page 2").click()
        expect(reader.page.locator(".source .count")).to_have_text("Page 2 of 2")
        expect(reader.page.locator(".page .mark")).to_have_count(1)
        expect(reader.page.get_by_role("button", name="Show page 1")).to_be_visible()


def test_the_marked_paragraph_is_in_view_when_its_page_opens(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat, width=1024, height=700) as reader:
        reader.ask("How are caseloads?")
        reader.open(1)
        expect(reader.page.locator(".page .mark").first).to_be_in_viewport(ratio=1)


def test_a_source_is_opened_read_and_closed_by_the_keyboard_alone(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.page.get_by_role("textbox").focus()
        reader.page.keyboard.type("How are caseloads?")
        reader.page.keyboard.press("Enter")
        mark = reader.page.get_by_role("button", name="Source 1: Saltmere").first
        expect(mark).to_be_visible()
        expect(reader.page.locator(".busy")).to_have_count(0)
        reader.wait_until_drawn()
        for _press in range(20):
            reader.page.keyboard.press("Shift+Tab")
            if mark.evaluate("button => button === document.activeElement"):
                break
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator("#source-heading")).to_be_focused()
        reader.page.keyboard.press("Tab")
        expect(reader.page.get_by_role("button", name="See the whole report")).to_be_focused()
        reader.page.keyboard.press("Tab")
        expect(reader.page.get_by_role("button", name="Close the source")).to_be_focused()
        reader.page.keyboard.press("Tab")
        expect(reader.page.get_by_role("region", name="The exact words")).to_be_focused()
        reader.page.keyboard.press("Tab")
        expect(reader.page.get_by_role("button", name="Previous paragraph")).to_be_focused()
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".source .aside").first).to_contain_text("This paragraph is not cited")
        expect(reader.page.get_by_role("button", name="Previous paragraph")).to_be_focused()
        reader.page.get_by_role("button", name="Close the source").focus()
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".source")).to_have_count(0)
        expect(mark).to_be_focused()


@pytest.mark.parametrize("width", [1440, 320])
def test_a_conversation_is_had_and_saved_by_the_keyboard_alone(browser: Browser, fake_chat: str, width: int) -> None:
    """A question, its source, the paragraph after it, back, a follow-up and a file: the focus is always in sight."""
    with reading(browser, fake_chat, width=width, height=800) as reader:
        page = reader.page
        place = page.get_by_role("textbox", name="Ask about the inspection reports")
        expect(reader.link("Ask")).to_be_in_viewport(ratio=1)  # on a narrow screen Streamlit first shuts its drawer
        page.wait_for_function(IS_STILL)
        reader.tab_to(place)
        page.keyboard.type("How are caseloads?")
        page.keyboard.press("Enter")
        mark = page.get_by_role("button", name="Source 1: Saltmere").first
        expect(mark).to_be_visible()
        expect(page.locator(".busy")).to_have_count(0)
        reader.wait_until_drawn()
        reader.tab_to(mark)
        page.keyboard.press("Enter")
        expect(page.locator("#source-heading")).to_be_focused()
        reader.wait_for_source()
        following = page.get_by_role("button", name="Next paragraph")
        reader.tab_to(following)
        page.keyboard.press("Enter")
        expect(page.locator("#source-heading")).to_have_text("Reading on from source 1")
        expect(following).to_be_focused()
        reader.tab_to(page.get_by_role("button", name="Close the source"))
        page.keyboard.press("Enter")
        expect(mark).to_be_focused()
        reader.tab_to(place)
        page.keyboard.type("long")
        page.keyboard.press("Enter")
        expect(page.locator("section.turn[aria-labelledby]")).to_have_count(2)
        expect(page.locator(".busy")).to_have_count(0)
        expect(place).to_be_focused()
        reader.wait_until_drawn()
        reader.tab_to(page.get_by_text("Save or share"))
        page.keyboard.press("Enter")
        save = page.get_by_role("button", name="Save as Markdown")
        reader.tab_to(save)
        with page.expect_download() as saved:
            page.keyboard.press("Enter")
        assert saved.value.suggested_filename == "How are caseloads.md"
        expect(save).to_be_focused()


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_narrow_screen_a_source_covers_the_window_until_it_is_closed(
    browser: Browser, fake_chat: str, width: int
) -> None:
    """Nothing under it can be reached, and the reader is where they were once it is closed."""
    with reading(browser, fake_chat, width=width, height=700) as reader:
        for question in ("long", "How are caseloads?", "long", "How are caseloads?"):
            reader.ask(question)
        mark = reader.page.locator("section.turn").nth(1).locator("button.cite").last
        mark.scroll_into_view_if_needed()
        before = mark.bounding_box()
        mark.click()
        expect(reader.page.locator("#source-heading")).to_be_focused()
        reader.wait_for_source()
        expect(reader.page.locator("#source-heading")).to_be_in_viewport(ratio=1)
        expect(reader.page.get_by_role("textbox")).to_be_hidden()
        close = reader.page.get_by_role("button", name="Close the source")
        for _press in range(20):
            reader.page.keyboard.press("Tab")
            where = reader.page.evaluate(
                "document.activeElement.closest('.source') !== null || document.activeElement === document.body"
            )
            assert where, reader.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        expect(close).to_be_in_viewport(ratio=1)
        close.click()
        expect(mark).to_be_focused()
        assert mark.bounding_box() == before


def test_nobody_who_writes_is_taken_away_from_their_words(browser: Browser, fake_chat: str) -> None:
    """A source is closed, and the next question begun before the page has heeded that."""
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.open(1)
        reader.page.get_by_role("button", name="Close the source").click()
        field = reader.page.get_by_role("textbox", name="Ask about the inspection reports")
        field.fill("long")
        expect(reader.page.locator(".source")).to_have_count(0)
        reader.page.wait_for_timeout(500)  # in which the focus would go
        expect(field).to_be_focused()
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator("section.turn[aria-labelledby]")).to_have_count(2)


def test_a_quote_is_copied_with_its_source(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        reader.ask("How are caseloads?")
        reader.open(1)
        reader.page.get_by_role("button", name="Copy quote").click()
        expect(reader.page.get_by_role("button", name="Copied")).to_be_visible()
        copied = reader.page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("“Social workers in Saltmere have manageable caseloads")
        assert "paragraph 2, page 1; saltmere.pdf)" in copied
        reader.page.get_by_role("button", name="Copy citation").click()
        expect(reader.page.get_by_role("button", name="Copied")).to_have_count(2)
        cited = reader.page.evaluate("navigator.clipboard.readText()")
        assert cited == "Saltmere Borough Council: Saltmere, inspected March 2019, paragraph 2, page 1; saltmere.pdf"


def test_the_place_that_a_reader_came_from_stays_in_sight_when_a_source_opens(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        for question in ("long", "How are caseloads?", "long", "How are caseloads?"):
            reader.ask(question)
        reader.open(2)
        mark = reader.page.locator("section.turn").last.locator("button.cite").last
        expect(mark).to_be_in_viewport()
        expect(reader.page.locator("#source-heading")).to_be_in_viewport()
        expect(reader.page.locator(".page .mark").first).to_be_in_viewport()


def test_a_chat_that_has_ended_is_told_of_plainly_and_the_page_goes_on_once_it_is_back(
    browser: Browser, tmp_path: Path
) -> None:
    app = Path(__file__).with_name("fake_app.py")
    with closing(browser.new_page()) as page:
        with served(app, tmp_path) as address:
            page.goto(address)
            expect(page.locator("nav.first")).to_be_visible(timeout=LONG)
        told = page.get_by_role("dialog", name="The chat does not answer")
        expect(told).to_contain_text("What was answered is kept")
        assert "internet" not in told.inner_text()
        with served_at(int(address.rpartition(":")[2]), app, tmp_path):
            expect(told).to_have_count(0, timeout=LONG)
            expect(page.locator("nav.first")).to_be_visible()


def test_one_live_region_announces_every_finished_answer(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        region = reader.page.locator("[role=status][aria-live=polite]")
        expect(region).to_have_count(1)
        region.evaluate("region => { region.isTheSame = true }")
        reader.ask("How are caseloads?")
        expect(region).to_contain_text("In the reports. Saltmere: Social workers in Saltmere")
        reader.ask("nothing")
        expect(region).to_contain_text("The reports do not say. Two reports were searched.")
        assert region.evaluate("region => region.isTheSame")


def test_failures_are_plain_sentences(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.page.get_by_role("textbox").fill("broken")
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".problem")).to_have_text("The library is broken: mend it <b>now</b>.")
        reader.page.get_by_role("textbox").fill("unforeseen")
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".problem")).to_contain_text("Something went wrong")
        assert "secret" not in reader.page.content()


def test_visitors_do_not_see_each_others_conversations(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as one, reading(browser, fake_chat) as another:
        one.ask("How are caseloads?")
        another.ask("nothing")
        assert another.page.locator("section.turn").count() == 1
        assert "caseloads" not in another.page.locator("section.turn").inner_text()


def test_a_new_conversation_begins_empty(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.page.get_by_role("button", name="New conversation").click()
        expect(reader.page.locator("section.turn")).to_have_count(0)
        expect(reader.page.locator("nav.first")).to_be_visible()


@pytest.mark.parametrize("place", ["conversations", "briefings", "accessibility"])
def test_the_first_visit_after_a_start_may_be_to_any_page(browser: Browser, tmp_path: Path, place: str) -> None:
    """Somebody opens a link that a colleague sent."""
    with served(ROOT / "ui" / "app.py", tmp_path) as address, closing(browser.new_page()) as page:
        page.goto(f"{address}/{place}")
        expect(page.locator("h1")).to_be_visible()
