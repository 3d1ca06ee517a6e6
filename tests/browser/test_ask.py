"""The main job in a real browser on sample reports: ask, read, open the citation, see the paragraph marked."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from corpus.library import Library
from corpus.report import Paragraph
from corpus.settings import Settings
from tests.browser.reader import Reader, reading
from ui.source.marking import SCALE, marks

QUESTION = "What did inspectors say about care leavers in Saltmere?"


@pytest.fixture(scope="module")
def held(sample_data: Path) -> list[Paragraph]:
    """Every paragraph of the sample reports."""
    with Library(Settings(data=sample_data)) as library:
        return [paragraph for report in library.reports for paragraph in library.paragraphs(report.id)]


def drawn(reader: Reader) -> list[tuple[float, float, float, float]]:
    """The marks as they lie on the screen: left, top, width and height in per cent of the page's picture."""
    found = reader.page.evaluate(
        """() => { const page = document.querySelector('.page img').getBoundingClientRect();
        return [...document.querySelectorAll('.page .mark')].map(mark => { const box = mark.getBoundingClientRect();
        return [(box.left - page.left) / page.width, (box.top - page.top) / page.height,
                box.width / page.width, box.height / page.height].map(share => 100 * share); }); }"""
    )
    return [tuple(mark) for mark in found]


def test_each_page_begins_with_its_heading_and_shows_nothing_above_it(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        for place in ("", "conversations", "improvements", "compare", "briefings", "reports", "accessibility"):
            reader.page.goto(f"{chat}/{place}")
            heading = reader.page.locator("h1")
            expect(heading).to_be_visible()
            above = reader.page.get_by_test_id("stMain").inner_text().strip().partition(heading.inner_text())[0]
            assert above == "", place


def test_a_citation_opens_the_right_paragraph_marked_where_its_boxes_are(
    browser: Browser, chat: str, held: list[Paragraph]
) -> None:
    with reading(browser, chat) as reader:
        reader.ask(QUESTION)
        labels = reader.page.locator("section.turn .source-row .label").all_inner_texts()
        assert labels
        for number, label in enumerate(labels[:3], start=1):
            reader.page.locator("section.turn button.source-row").nth(number - 1).click()
            expect(reader.page.locator(".source .where")).to_have_text(label)
            reader.wait_for_source()
            words = reader.page.locator(".source .words").inner_text()
            paragraph = next(found for found in held if found.text.split() == words.split())
            assert reader.page.locator(".source h2").inner_text() == f"Source {number}"
            assert label.endswith(f"page {paragraph.page}")
            picture = reader.page.locator(".page img").evaluate("img => [img.naturalWidth, img.naturalHeight]")
            expected = marks(paragraph.boxes, paragraph.page, *(pixels / SCALE for pixels in picture))
            assert expected
            for there, wanted in zip(drawn(reader), expected, strict=True):
                assert there == pytest.approx((wanted.left, wanted.top, wanted.width, wanted.height), abs=0.5)


def test_every_sentence_has_a_source_and_the_sources_are_numbered_in_order(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        reader.ask(QUESTION)
        claims = reader.page.locator("section.turn .claim")
        assert claims.count() >= 1
        assert all(claim.locator("button.cite").count() >= 1 for claim in claims.all())
        names = reader.page.locator(".source-row .number").all_text_contents()
        assert names == [f"Source {number}" for number in range(1, len(names) + 1)]


def test_a_suggested_question_is_asked_when_it_is_chosen(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        suggested = reader.page.locator("nav.first button").first
        question = suggested.inner_text()
        suggested.click()
        expect(reader.page.locator("section.turn h2")).to_have_text(re.compile(re.escape(question)))
        expect(reader.page.locator("section.turn .status")).to_be_visible()


def test_a_follow_up_stands_below_the_first_question(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        reader.ask(QUESTION)
        reader.ask("And in Eldermarsh?")
        assert reader.page.locator("section.turn h2").count() == 2
        assert "Eldermarsh" in reader.page.locator("section.turn .about").last.inner_text()
        assert "Eldermarsh" in reader.page.locator("section.turn .kind .chips").last.inner_text()


@pytest.mark.parametrize("question", ["?", "x" * 20_000], ids=["one letter", "20,000 letters"])
def test_a_question_that_cannot_be_answered_gets_a_plain_sentence(browser: Browser, chat: str, question: str) -> None:
    with reading(browser, chat) as reader:
        reader.page.get_by_role("textbox").fill(question)
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator("section.turn .problem, section.turn .note")).to_be_visible()
        assert "Traceback" not in reader.page.inner_text("body")


def test_a_conversation_is_still_there_after_a_reload(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        reader.ask(QUESTION)
        reader.ask("And in Eldermarsh?")
        before = reader.page.locator("section.turn").all_inner_texts()
        expect(reader.page).to_have_url(re.compile("c="))
        reader.page.reload()
        expect(reader.page.locator("section.turn")).to_have_count(2)
        assert reader.page.locator("section.turn").all_inner_texts() == before
        reader.open(1)
        reader.ask("What needs to improve there?")
        assert "Eldermarsh" in reader.page.locator("section.turn .kind").last.inner_text()


def test_only_the_report_that_the_address_names_is_asked_about(browser: Browser, chat: str, sample_data: Path) -> None:
    with Library(Settings(data=sample_data)) as library:
        report = next(report for report in library.reports if report.council == "Saltmere")
    with reading(browser, f"{chat}/?about={report.id}") as reader:
        expect(reader.page.locator(".scope")).to_contain_text("Asking only about Saltmere, ILACS inspection")
        assert reader.violations() == []
        reader.ask("What did inspectors say about care leavers?")
        assert all("Saltmere" in each for each in reader.page.locator(".source-row .label").all_inner_texts())
        assert "Searched: 1 report on Saltmere" in reader.page.locator("section.turn").inner_text()
        reader.page.get_by_role("button", name="ask about all reports again").click()
        expect(reader.page.locator(".scope")).to_have_count(0)


def test_an_empty_library_says_how_to_add_reports(browser: Browser, empty_chat: str) -> None:
    with reading(browser, empty_chat) as reader:
        assert "inspection ingest FOLDER" in reader.page.inner_text("body")
        assert reader.page.get_by_role("textbox").count() == 0
