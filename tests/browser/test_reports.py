"""The pages of the reports in a real browser: found, chosen, read beside their pages, by mouse and by keyboard."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from corpus.library import Library
from corpus.report import Paragraph
from corpus.settings import Settings
from tests.browser.reader import Reader, reading
from ui.source.marking import SCALE, marks

SALTMERE = "Saltmere, ILACS inspection, June 2019"


@pytest.fixture(scope="module")
def held(sample_data: Path) -> dict[str, tuple[Paragraph, ...]]:
    """The paragraphs of the sample reports, by the file's name."""
    with Library(Settings(data=sample_data)) as library:
        return {report.file: library.paragraphs(report.id) for report in library.reports}


def open_report(reader: Reader, name: str) -> None:
    """Open a report from the table, and wait for its text."""
    if not reader.page.locator(".shelf-table").is_visible():
        reader.go("Reports")
    reader.page.locator(".shelf-table").get_by_role("button", name=name, exact=True).click()
    expect(reader.page.locator(".full-text")).to_be_visible()


def choose(reader: Reader, field: str, value: str) -> None:
    """Choose a value, and wait until the table has heeded it."""
    before = reader.page.locator(".count").first.inner_text()
    reader.page.get_by_role("combobox", name=field).click()
    reader.page.get_by_role("option", name=value, exact=True).click()
    expect(reader.page.locator(".count").first).not_to_have_text(before)


def show(reader: Reader, number: str) -> None:
    """Choose a paragraph of the text by its number, and wait for its page."""
    reader.page.locator(f".full-text button.cite:text-is('{number}')").first.click()
    expect(reader.page.locator("#leaf-heading")).to_contain_text(f"Paragraph {number}")
    reader.page.wait_for_function("[...document.querySelectorAll('.leaf img')].every(i => i.complete)")


def drawn(reader: Reader) -> list[tuple[float, ...]]:
    """The marks as they lie on the screen: left, top, width and height in per cent of the page's picture."""
    found = reader.page.evaluate(
        """() => { const page = document.querySelector('.leaf img').getBoundingClientRect();
        return [...document.querySelectorAll('.leaf .mark')].map(mark => { const box = mark.getBoundingClientRect();
        return [(box.left - page.left) / page.width, (box.top - page.top) / page.height,
                box.width / page.width, box.height / page.height].map(share => 100 * share); }); }"""
    )
    return [tuple(mark) for mark in found]


def table(reader: Reader) -> list[str]:
    """The names of the reports in the table."""
    return reader.page.locator(".shelf-table tbody .name").all_inner_texts()


def test_the_table_shows_what_is_chosen_and_all_again(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        reader.go("Reports")
        expect(reader.page.locator(".shelf-table tbody tr")).to_have_count(2)
        choose(reader, "Council", "Eldermarsh")
        assert table(reader) == ["Eldermarsh, ILACS inspection, June 2023"]
        expect(reader.page.locator("[role=status]").first).to_have_text("1 of 2 reports")
        reader.page.get_by_role("button", name="Show all reports").click()
        expect(reader.page.locator(".shelf-table tbody tr")).to_have_count(2)
        choose(reader, "Overall grade", "Inadequate")
        assert table(reader) == [SALTMERE]
        reader.page.get_by_role("combobox", name="Year").click()
        reader.page.get_by_role("option", name="2023").click()
        expect(reader.page.locator(".count").first).to_contain_text("No report fits these choices.")
        assert reader.violations() == []


def test_what_was_chosen_stays_when_a_report_was_looked_at(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        reader.go("Reports")
        choose(reader, "Council", "Saltmere")
        open_report(reader, SALTMERE)
        reader.page.get_by_role("button", name="All reports").click()
        expect(reader.page.locator(".count").first).to_contain_text("1 of 2 reports")


def test_a_paragraph_of_the_text_is_marked_where_its_boxes_are_on_its_page(
    browser: Browser, chat: str, held: dict[str, tuple[Paragraph, ...]]
) -> None:
    numbered = [found for found in held["saltmere--childrens-services--2019-08-02.pdf"] if found.number]
    with reading(browser, chat) as reader:
        open_report(reader, SALTMERE)
        for paragraph in (numbered[0], numbered[len(numbered) // 2], numbered[-1]):
            show(reader, str(paragraph.number))
            assert reader.page.locator("#leaf-heading").inner_text() == (
                f"Paragraph {paragraph.number}, page {paragraph.page}"
            )
            assert paragraph.text in str(reader.page.locator(".leaf img").get_attribute("alt"))
            picture = reader.page.locator(".leaf img").evaluate("img => [img.naturalWidth, img.naturalHeight]")
            expected = marks(paragraph.boxes, paragraph.page, *(pixels / SCALE for pixels in picture))
            assert expected
            for there, wanted in zip(drawn(reader), expected, strict=True):
                assert there == pytest.approx((wanted.left, wanted.top, wanted.width, wanted.height), abs=0.5)
            expect(reader.page.locator(".leaf .mark").first).to_be_in_viewport()


def test_the_full_text_is_every_paragraph_in_order(
    browser: Browser, chat: str, held: dict[str, tuple[Paragraph, ...]]
) -> None:
    with reading(browser, chat) as reader:
        open_report(reader, SALTMERE)
        shown = reader.page.locator(".full-text [id^=text-] bdi, .full-text [id^=text-]:not(:has(bdi))")
        assert shown.evaluate_all("all => all.map(each => each.textContent)") == [
            paragraph.text for paragraph in held["saltmere--childrens-services--2019-08-02.pdf"]
        ]


def test_a_fact_leads_to_the_paragraph_that_states_it(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        open_report(reader, SALTMERE)
        row = reader.page.locator(".facts-table tr").filter(has_text="Overall effectiveness")
        expect(row).to_contain_text("Inadequate")
        row.get_by_role("button").click()
        expect(reader.page.locator(".leaf .mark").first).to_be_visible()
        assert "Overall effectiveness\tInadequate" in str(reader.page.locator(".leaf img").get_attribute("alt"))


def test_pages_are_turned_and_only_the_one_in_view_is_drawn(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        open_report(reader, SALTMERE)
        for page in (2, 3):
            reader.page.get_by_role("button", name="Next page").click()
            expect(reader.page.locator(".leaf .count")).to_have_text(f"Page {page} of 7")
            assert reader.page.locator(".leaf img").count() == 1


def test_a_report_is_asked_about_from_its_page(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        open_report(reader, SALTMERE)
        id_ = reader.page.url.rpartition("=")[2]
        reader.page.get_by_role("button", name="Ask about this report").click()
        expect(reader.page.get_by_role("textbox", name="Ask about the inspection reports")).to_be_visible()
        assert reader.page.url.endswith(f"?about={id_}")
        reader.ask("What did inspectors say about care leavers?")
        labels = reader.page.locator("section.turn .source-row .label").all_inner_texts()
        assert labels
        assert all(label.startswith("Saltmere") for label in labels)


def test_the_pdf_opens_in_a_tab_of_its_own(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        open_report(reader, SALTMERE)
        with reader.page.context.expect_page() as opened:
            reader.page.get_by_role("button", name="Open the PDF").click()
        expect(opened.value).not_to_have_url("about:blank")


def test_an_address_without_a_report_says_so_and_leads_back(browser: Browser, chat: str) -> None:
    with reading(browser, f"{chat}/report?report=0000000000000000") as reader:
        expect(reader.page.locator("h1")).to_have_text("There is no such report")
        assert reader.violations() == []
        reader.page.get_by_role("button", name="See all reports").click()
        expect(reader.page.locator(".shelf-table")).to_be_visible()


def test_a_report_is_found_read_and_left_by_the_keyboard_alone(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        keyboard, page = reader.page.keyboard, reader.page
        reader.go("Reports")
        expect(page.locator(".shelf-table")).to_be_visible()
        reader.tab_to(page.get_by_role("combobox", name="Council"))
        keyboard.press("ArrowDown")
        keyboard.type("Salt")
        keyboard.press("Enter")
        expect(page.locator(".count").first).to_contain_text("1 of 2 reports")
        reader.tab_to(page.locator(".shelf-table .name").first)
        keyboard.press("Enter")
        expect(page.locator(".full-text")).to_be_visible()
        reader.tab_to(page.locator(".full-text button.cite").first)
        keyboard.press("Enter")
        expect(page.locator("#leaf-heading")).to_be_focused()
        reader.tab_to(page.locator(".leaf").get_by_role("button", name="Back to the text"))
        keyboard.press("Enter")
        expect(page.locator(".full-text [id^=text-]:focus")).to_have_count(1)


def test_axe_finds_nothing_on_the_pages_of_the_reports(browser: Browser, chat: str) -> None:
    """The table, the grades as a table, the place for files, a report, a chosen paragraph, the contents."""
    with reading(browser, chat) as reader:
        reader.go("Reports")
        expect(reader.page.locator(".shelf-table")).to_be_visible()
        found = {"table": reader.violations_in_light_and_dark()}
        reader.page.locator(".grades-table summary").click()
        reader.page.locator("[data-testid=stExpander] summary").click()
        expect(reader.page.locator("[data-testid=stFileUploaderDropzone]")).to_be_visible()
        found["all open"] = reader.violations_in_light_and_dark()
        open_report(reader, SALTMERE)
        found["report"] = reader.violations_in_light_and_dark()
        reader.page.locator(".contents summary").click()
        show(reader, "3")
        found["paragraph"] = reader.violations_in_light_and_dark()
    assert [state for state in found if found[state]] == [], found


@pytest.fixture(params=["reports", "report"])
def narrow(request: pytest.FixtureRequest, browser: Browser, fake_chat: str) -> Iterator[Reader]:
    """A page on a narrow screen, with a report whose every word is hostile."""
    with reading(browser, fake_chat, width=320, height=640) as reader:
        reader.go("Reports")
        expect(reader.page.locator(".shelf-table")).to_be_visible()
        if request.param == "report":
            reader.page.locator(".shelf-table .name").filter(has_text="Hostham").click()
            expect(reader.page.locator(".full-text")).to_be_visible()
        yield reader


def test_nothing_is_lost_on_a_narrow_screen(narrow: Reader) -> None:
    """320 pixels are what is left of 1280 at 400 % (WCAG 2.2, 1.4.10)."""
    assert narrow.page.locator("[data-testid=stMain]").evaluate("main => main.scrollWidth") <= 320
    assert narrow.violations() == []


def test_hostile_words_are_shown_as_text(narrow: Reader) -> None:
    shown = narrow.page.locator("[data-testid=stMain]").evaluate("main => main.textContent")
    assert "<script>document.title='taken'</script> <img src=x onerror=alert(1)>" in shown
    assert narrow.page.locator(".inspection img, .inspection script, .inspection a").count() == 0
    assert "taken" not in narrow.page.title()


def test_on_a_narrow_screen_the_chosen_page_comes_into_view(browser: Browser, chat: str) -> None:
    with reading(browser, chat, width=390, height=800) as reader:
        open_report(reader, SALTMERE)
        expect(reader.page.locator(".leaf")).to_be_hidden()
        show(reader, "5")
        expect(reader.page.locator("#leaf-heading")).to_be_in_viewport()
        expect(reader.page.locator("#leaf-heading")).to_be_focused()
        reader.page.get_by_role("button", name="Back to the text").click()
        expect(reader.page.locator(".full-text [id^=text-]:focus")).to_be_in_viewport()
        expect(reader.page.locator(".leaf")).to_be_hidden()


def test_on_a_narrow_screen_the_page_of_a_fact_is_closed_where_it_was_opened(browser: Browser, chat: str) -> None:
    with reading(browser, chat, width=390, height=800) as reader:
        open_report(reader, SALTMERE)
        fact = reader.page.locator("button[data-press^='fact:']").nth(2)
        fact.click()
        expect(reader.page.locator("#leaf-heading")).to_be_focused()
        assert reader.violations() == []
        reader.page.get_by_role("button", name="Close the page").click()
        expect(fact).to_be_focused()
        expect(fact).to_be_in_viewport()


def test_headings_are_in_order(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        reader.go("Reports")
        expect(reader.page.locator(".shelf-table")).to_be_visible()
        for page in ("reports", "report"):
            levels = reader.page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("all => all.map(h => +h.tagName[1])")
            assert levels[0] == 1
            assert levels.count(1) == 1
            assert all(after - before <= 1 for before, after in pairwise(levels))
            if page == "reports":
                open_report(reader, SALTMERE)
