"""The page Compare in a real browser: a theme, a grid, grades and good practice, each with its sources and files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from assistant.exports.comma import read_comma
from assistant.exports.excel import read_excel
from assistant.exports.sheet import Sheet
from corpus.library import Library
from corpus.report import Paragraph
from corpus.settings import Settings
from tests.browser.reader import Reader, reading

QUESTIONS = ("Are caseloads too high?", "What did inspectors say about care leavers?")


@pytest.fixture(scope="module")
def held(sample_data: Path) -> dict[str, Paragraph]:
    """Every paragraph of the sample reports by its text."""
    with Library(Settings(data=sample_data)) as library:
        return {each.text: each for report in library.reports for each in library.paragraphs(report.id)}


@pytest.fixture
def reader(browser: Browser, chat: str) -> Iterator[Reader]:
    """A reader who has the page open."""
    with reading(browser, chat) as found:
        found.go("Compare")
        expect(found.page.locator(".parts")).to_be_visible()
        yield found


def turn_to(reader: Reader, part: str) -> None:
    """Choose a part, and wait for it."""
    reader.page.locator(".parts").get_by_role("button", name=part, exact=True).click()
    expect(reader.page.locator(".parts [aria-current]")).to_have_text(part)


def saved(reader: Reader, name: str) -> bytes:
    """The file that a button saves."""
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name=name, exact=True).click()
    return download.value.path().read_bytes()


def plain(words: str) -> str:
    """Words with a blank for every gap: no cell holds a tab, and a screen shows none."""
    return " ".join(words.split())


def column(sheet: Sheet, name: str) -> list[object]:
    """What stands in a column of a table."""
    at = [each.name for each in sheet.columns].index(name)
    return [row[at] for row in sheet.rows]


def test_a_theme_is_counted_its_source_opened_and_all_of_it_saved(reader: Reader, held: dict[str, Paragraph]) -> None:
    page = reader.page
    turn_to(reader, "A theme")
    page.get_by_label("Theme, such as").fill("caseloads")
    page.get_by_role("button", name="Search the reports").click()
    expect(page.locator("#compared")).to_have_text("2 of 2 reports say something on “caseloads”")
    expect(page.locator("#compared")).to_be_focused()
    expect(page.locator("[role=status]").first).to_have_text("2 of 2 reports say something on caseloads.")
    expect(page.locator(".searched")).to_contain_text("Searched: 2 reports on 2 councils")
    assert "theme=caseloads" in page.url
    reader.wait_until_drawn()
    quotes = page.locator(".quoted bdi").evaluate_all("all => all.map(each => each.textContent)")
    assert quotes
    assert set(quotes) <= set(held)
    assert reader.violations() == []
    opens = page.locator(".opens button").first
    opens.click()
    reader.wait_for_source()
    expect(page.locator(".source .words")).to_have_text(quotes[0])
    expect(page.locator(".source .mark").first).to_be_in_viewport()
    assert reader.violations() == []
    page.get_by_role("button", name="Close the source").click()
    expect(opens).to_be_focused()
    theme, _about = read_excel(saved(reader, "Save as Excel"), "theme.xlsx")
    assert set(quotes) == set(column(theme, "Exact words"))
    assert set(quotes) == set(column(read_comma(saved(reader, "Save as CSV"), "theme.csv"), "Exact words"))


def test_a_grid_fills_cell_by_cell_and_what_is_saved_cites_what_is_shown(
    reader: Reader, held: dict[str, Paragraph]
) -> None:
    page = reader.page
    turn_to(reader, "Questions to each report")
    for name in ("Eldermarsh", "Saltmere"):
        page.get_by_role("combobox", name="Reports").fill(name)
        page.get_by_role("option").first.click()
    page.keyboard.press("Escape")
    page.get_by_label("Questions, one on each line").fill("\n".join(QUESTIONS))
    page.get_by_role("button", name="Put the questions to each report").click()
    expect(page.locator("#compared")).to_have_text("2 reports, 2 questions", timeout=60_000)
    expect(page.locator(".grid-table tbody tr")).to_have_count(2)
    assert reader.violations() == []
    shown = []
    for mark in page.locator(".grid-table .cite").all():
        mark.click()
        expect(page.locator(".source-heading, #source-heading")).to_have_text(f"Source {mark.inner_text()}")
        expect(page.locator(".source .where")).to_have_text(str(mark.get_attribute("aria-label")).partition(": ")[2])
        shown.append(page.locator(".source .words").inner_text())
    assert shown
    page.get_by_role("button", name="Close the source").click()
    grid, sources, _about = read_excel(saved(reader, "Save as Excel"), "grid.xlsx")
    assert [each.name for each in grid.columns][3:5] == list(QUESTIONS)
    cited = {plain(str(words)) for words in column(sources, "Exact words")}
    assert set(map(plain, shown)) == cited
    assert cited <= set(map(plain, held))
    page.reload()  # what was worked out is kept
    expect(page.locator("#compared")).to_have_text("2 reports, 2 questions")


def test_grades_are_told_apart_by_regime_and_each_opens_its_source(reader: Reader) -> None:
    page = reader.page
    expect(page.locator("figure.grades-picture")).to_have_count(2)
    assert reader.violations() == []
    grade = page.locator(".grades-table button").first
    name = str(grade.get_attribute("aria-label"))
    grade.click()
    reader.wait_for_source()
    expect(page.locator(".source .where")).to_contain_text(name.split(", ")[1])
    page.get_by_role("combobox", name="Area in the picture").click()
    page.get_by_role("option", name="The work of leaders").click()
    expect(page.locator(".plot").first).to_have_attribute(
        "aria-label", r"Grades of Eldermarsh for the work of leaders: June 2023, outstanding."
    )


def test_good_practice_is_found_by_its_address(browser: Browser, chat: str, held: dict[str, Paragraph]) -> None:
    with reading(browser, chat) as reader:
        reader.page.goto(f"{chat}/compare?part=practice&area=leaders")
        expect(reader.page.locator("#compared")).to_contain_text("Good practice, the work of leaders")
        reader.wait_until_drawn()
        quotes = reader.page.locator(".quoted bdi").evaluate_all("all => all.map(each => each.textContent)")
        assert set(quotes) <= set(held)


def test_a_theme_that_names_nothing_and_one_that_is_hostile_are_answered_in_words(browser: Browser, chat: str) -> None:
    with reading(browser, chat) as reader:
        reader.page.goto(f"{chat}/compare?part=theme&theme=the&from=abcd&council=%3Cb%3Enowhere")
        expect(reader.page.get_by_role("alert")).to_contain_text("names nothing to look for")
        reader.page.goto(f"{chat}/compare?part=theme&theme=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20caseloads")
        expect(reader.page.locator("#compared")).to_contain_text("<img src=x onerror=alert(1)> caseloads")
        assert reader.page.locator("main img[src=x]").count() == 0
