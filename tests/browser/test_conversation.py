"""What a reader can do with a conversation: correct it, stop it, keep it, share it, save it. On the stand-ins."""

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from playwright.sync_api import Browser, Locator, expect

from tests.browser.reader import Reader, reading
from tests.fakes import HOSTILE


def button(reader: Reader, name: str) -> Locator:
    """The last button of a name on the page."""
    return reader.page.get_by_role("button", name=name).last


def questions(reader: Reader) -> list[str]:
    """The questions that stand on the page, in order."""
    return [re.sub(r"^Question \d+: ", "", each) for each in reader.page.locator("section.turn h2").all_text_contents()]


def test_a_council_that_is_taken_away_is_no_longer_asked_about(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        expect(reader.page.locator("button.cite")).to_have_count(2)
        button(reader, "Saltmere: answer without it").click()
        expect(reader.page.locator("button.cite")).to_have_count(1)
        expect(reader.page.locator("section.turn[aria-labelledby]")).to_have_count(1)
        expect(reader.page.locator(".chip")).to_have_count(0)
        assert questions(reader) == ["How are caseloads?"]


def test_the_last_question_is_changed_in_its_place(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("long")
        reader.ask("How are caseloads?")
        button(reader, "Edit the question").click()
        field = reader.page.get_by_role("textbox", name="Your question")
        expect(field).to_be_focused()
        expect(field).to_have_value("How are caseloads?")
        assert reader.violations() == []
        field.fill("nothing: what then?")
        reader.page.keyboard.press("Tab")
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator("section.turn .status").last).to_contain_text("The reports do not say")
        assert questions(reader) == ["long", "nothing: what then?"]


def test_an_earlier_question_is_asked_again_below_and_what_follows_it_stays(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.ask("long")
        reader.page.get_by_role("button", name="Ask again below").click()
        expect(reader.page.locator("section.turn[aria-labelledby]")).to_have_count(3)
        expect(reader.page.locator(".busy")).to_have_count(0)
        assert questions(reader) == ["How are caseloads?", "long", "How are caseloads?"]
        reader.page.get_by_role("button", name="Edit and ask below").last.click()
        field = reader.page.get_by_role("textbox", name="Your question")
        expect(field).to_be_focused()
        expect(field).to_have_value("long")
        assert reader.violations() == []
        button(reader, "Keep it as it was").click()
        expect(button(reader, "Edit and ask below")).to_be_focused()


def test_a_change_can_be_thought_better_of(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        button(reader, "Edit the question").click()
        button(reader, "Keep it as it was").click()
        expect(button(reader, "Edit the question")).to_be_focused()
        assert questions(reader) == ["How are caseloads?"]


def test_an_answer_is_stopped_at_once_and_can_be_asked_for_again(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("long")
        reader.page.get_by_role("textbox", name="Ask").fill("stuck")
        reader.page.keyboard.press("Enter")
        button(reader, "Stop answering").click()

        expect(reader.page.locator(".problem")).to_contain_text("You stopped this answer", timeout=2000)
        expect(reader.page.locator(".busy")).to_have_count(0)
        assert questions(reader) == ["long", "stuck"]
        expect(button(reader, "Ask again")).to_be_focused()
        expect(reader.page.locator(".problem")).to_be_in_viewport(ratio=1)
        assert reader.violations() == []
        button(reader, "Edit the question").click()
        reader.page.get_by_role("textbox", name="Your question").fill("How are caseloads?")
        button(reader, "Ask this instead").click()
        expect(reader.page.locator("section.turn .status")).to_have_count(2, timeout=10_000)
        assert questions(reader) == ["long", "How are caseloads?"]


def test_a_source_can_be_read_while_the_next_answer_grows(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.page.get_by_role("textbox", name="Ask").fill("slow")
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".busy")).to_be_visible()
        reader.page.locator("button.cite").first.click()
        expect(reader.page.locator(".source .where")).to_contain_text("paragraph 2, page 1")
        expect(reader.page.locator("section.turn .status")).to_have_count(2)


def test_a_conversation_is_still_there_after_a_reload(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.ask("nothing more")
        expect(reader.page).to_have_url(re.compile(r"[?]c=[\w-]+$"))
        before = reader.page.locator("section.turn").all_inner_texts()
        reader.page.reload()
        expect(reader.page.locator("section.turn")).to_have_count(2)
        assert reader.page.locator("section.turn").all_inner_texts() == before
        reader.page.locator("button.cite").last.click()
        expect(reader.page.locator(".source .where")).to_contain_text("paragraph 4")
        reader.ask("long")
        assert len(questions(reader)) == 3


def test_feedback_is_kept_with_the_answer(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        button(reader, "This answer is not helpful").click()
        reader.page.get_by_role("textbox", name="What was wrong").fill("It leaves out <b>the year</b>.")
        assert reader.violations() == []
        button(reader, "Keep this").click()
        expect(reader.page.locator(".kept")).to_have_text(
            "You found this not helpful: “It leaves out <b>the year</b>.”"
        )
        expect(button(reader, "This answer is not helpful")).to_be_focused()
        reader.page.reload()
        expect(button(reader, "This answer is not helpful")).to_have_attribute("aria-pressed", "true")
        expect(reader.page.locator(".kept")).to_contain_text("It leaves out")


def test_somebody_elses_conversation_is_read_and_copied(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as one:
        one.ask("How are caseloads?")
        expect(one.page).to_have_url(re.compile("c="))
        with reading(browser, one.page.url) as another:
            expect(another.page.locator(".notice")).to_contain_text("Somebody else had this conversation.")
            expect(another.page.get_by_role("textbox")).to_have_count(0)
            another.open(1)
            assert another.violations() == []
            button(another, "Continue as my own copy").click()
            another.ask("long")
            assert another.page.url != one.page.url
        one.page.reload()
        expect(one.page.locator("section.turn")).to_have_count(1)


def test_an_address_that_leads_nowhere_says_so(browser: Browser, fake_chat: str) -> None:
    with reading(browser, f"{fake_chat}/?c=%3Cscript%3E") as reader:
        expect(reader.page.locator(".notice")).to_contain_text("There is no conversation at this address")
        reader.ask("How are caseloads?")


@pytest.mark.parametrize("ending", ["docx", "pdf", "md"])
def test_a_conversation_is_saved_with_the_sources_of_the_screen(
    browser: Browser, fake_chat: str, tmp_path: Path, ending: str
) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.ask("long")
        labels = reader.page.locator(".source-row .label").all_inner_texts()
        reader.page.get_by_text("Save or share").click()
        assert reader.violations() == []
        kind = {"docx": "Word", "pdf": "PDF", "md": "Markdown"}[ending]
        with reader.page.expect_download() as download:
            button(reader, f"Save as {kind}").click()
        assert download.value.suggested_filename == f"How are caseloads.{ending}"
        saved = tmp_path / f"saved.{ending}"
        download.value.save_as(saved)
        words = " ".join(_words(saved).split())
        assert len(labels) == 4
        for label in labels:  # the report stands above its sources, each of which has its place
            report, _comma, place = label.partition(", paragraph")
            assert report in words
            assert f"paragraph{place}" in words
        assert "Social workers in Saltmere have manageable caseloads" in words
        assert "Check the source before you rely on it." in words


def _words(saved: Path) -> str:
    if saved.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(saved.read_bytes())).paragraphs)
    if saved.suffix == ".pdf":
        return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(saved.read_bytes()))
    return saved.read_text("utf-8").replace("\\", "")


def test_the_link_of_a_conversation_is_copied(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        reader.ask("How are caseloads?")
        expect(reader.page).to_have_url(re.compile("c="))
        reader.page.get_by_text("Save or share").click()
        button(reader, "Copy the link").click()
        expect(reader.page.get_by_role("button", name="Copied")).to_be_visible()
        assert reader.page.evaluate("navigator.clipboard.readText()") == reader.page.url


def test_the_pdf_opens_in_a_tab_of_its_own_at_the_page_in_view(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.open(2)
        with reader.page.context.expect_page() as opened:
            button(reader, "Open the PDF at page 2").click()
        opened.value.wait_for_url(re.compile(r"^blob:http://127\.0\.0\.1:\d+/.+#page=2$"))
        kind = reader.page.evaluate(
            "address => fetch(address.split('#')[0]).then(found => found.blob()).then(blob => [blob.type, blob.size])",
            opened.value.url,
        )
        assert kind[0] == "application/pdf"
        assert kind[1] > 1000


def test_the_whole_page_is_shown_as_large_as_the_window_and_closed_by_escape(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.open(1)
        before = reader.page.locator(".source .page img").evaluate("img => img.getBoundingClientRect().width")
        button(reader, "Enlarge the page").click()
        dialog = reader.page.get_by_role("dialog")
        expect(dialog.locator(".mark").first).to_be_in_viewport()
        assert dialog.locator("img").evaluate("img => img.getBoundingClientRect().width") > before * 1.3
        assert reader.violations() == []
        reader.page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        expect(button(reader, "Enlarge the page")).to_be_focused()


def test_grades_are_a_table_and_a_list_is_a_list(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("graded: how was it judged?")
        expect(reader.page.get_by_role("table").first.get_by_role("row")).to_have_count(4)
        assert reader.violations() == []
        reader.ask("listed")
        expect(reader.page.locator("section.turn").last.locator("ul.points > li")).to_have_count(2)
        reader.open(2)
        expect(reader.page.locator(".source .where")).to_contain_text("paragraph 4")


def test_a_question_that_is_offered_next_is_asked(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        offered = reader.page.locator(".following button")
        assert 1 <= offered.count() <= 3
        words = offered.first.inner_text()
        offered.first.click()
        expect(reader.page.locator("section.turn h2").last).to_contain_text(words)
        expect(reader.page.locator("section.turn .status")).to_have_count(2)
        expect(reader.page.locator(".following")).to_have_count(1)


def test_a_hostile_question_is_shown_as_words_wherever_it_stands(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.page.on("dialog", lambda dialog: reader.complaints.append(dialog.message))
        reader.ask(HOSTILE)
        assert HOSTILE[:200] in (reader.page.locator("section.turn h2").text_content() or "")
        button(reader, "Edit the question").click()
        assert reader.page.get_by_role("textbox", name="Your question").input_value() == HOSTILE
        button(reader, "Keep it as it was").click()
        reader.page.reload()
        expect(reader.page.locator("section.turn h2")).to_contain_text(HOSTILE[:100])
        assert reader.page.locator(".inspection :is(img, a, script, iframe, b, strong, em, code)").count() == 0


def test_a_conversation_that_is_deleted_is_gone_from_this_page_too(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.go("Conversations")
        button(reader, "Delete").click()
        button(reader, "Delete for good").click()
        expect(reader.page.get_by_role("button", name="Delete for good")).to_have_count(0)
        reader.go("Ask")
        expect(reader.page.locator("nav.first")).to_be_visible()
        expect(reader.page.locator("section.turn")).to_have_count(0)


def test_a_conversation_is_found_again_after_a_look_at_another_page(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.go("Accessibility")
        reader.go("Ask")
        expect(reader.page.locator("section.turn")).to_have_count(1)
        expect(reader.page).to_have_url(re.compile("c="))


def test_the_report_behind_a_source_is_seen_whole_and_the_conversation_found_again(
    browser: Browser, fake_chat: str
) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.open(1)
        button(reader, "See the whole report").click()
        expect(reader.page).to_have_url(re.compile(r"/report[?]report=[0-9a-f]{16}"))
        expect(reader.page.locator("h1")).to_contain_text("Saltmere")
        reader.go("Ask")
        expect(reader.page.locator("section.turn")).to_have_count(1)
