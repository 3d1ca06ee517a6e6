"""The page of improvements in a real browser: opened, read, written, saved, exported, edited, imported."""

import io
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, FilePayload, expect

from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.browser.reader import Reader, reading
from tests.browser.serving import ROOT, served

FILES = ("saltmere--childrens-services--2019-08-02.pdf", "saltmere--childrens-services--2022-12-09.pdf")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the chat on two inspections of one council."""
    data = tmp_path_factory.mktemp("improvements")
    with Library(Settings(data=data)) as library:
        ingest([ROOT / "corpus" / "samples" / name for name in FILES], library)
    with served(ROOT / "ui" / "app.py", data) as chat:
        yield chat


@contextmanager
def following(browser: Browser, chat: str, width: int = 1440, height: int = 900) -> Iterator[Reader]:
    """A reader at what the older inspection asked for, once all is looked through."""
    with reading(browser, chat, width, height) as reader:
        reader.go("Improvements")
        first_report(reader)
        yield reader


def choose(reader: Reader, field: str, value: str) -> None:
    """Choose a value, and wait until the page shows it."""
    reader.page.get_by_role("combobox", name=field).click()
    reader.page.get_by_role("option", name=value).first.click()


def first_report(reader: Reader) -> None:
    """Show what the older inspection asked for, once all is looked through."""
    choose(reader, "Inspection", "June 2019")
    expect(reader.page.locator(".busy")).to_have_count(0, timeout=120_000)
    looked = re.compile("proposed|decided")
    expect(reader.page.locator(".improvements .facts").first).to_contain_text(looked, timeout=120_000)


def open_first(reader: Reader) -> str:
    """Open the first improvement, and return its words."""
    words = reader.page.locator(".improvements blockquote").first.inner_text()
    reader.page.locator("[data-press^='open:']").first.click()
    expect(reader.page.locator(".asked")).to_have_text(words)
    return words


def name(reader: Reader, words: str = "Ann Marsh") -> None:
    """Write who one is."""
    reader.page.get_by_role("button", name=re.compile("(Write your|Change the) name")).click()
    expect(reader.page.locator("#name-words")).to_be_focused()
    reader.page.keyboard.type(words)
    reader.page.keyboard.press("Enter")
    announced(reader, "Your name is kept")


def save(reader: Reader) -> None:
    """Save the plan."""
    reader.page.get_by_role("button", name="Save", exact=True).click()


def announced(reader: Reader, words: str) -> None:
    """What was done is shown, and told to a screen reader."""
    expect(reader.page.locator("#improve-done").filter(has_text=words)).to_be_visible()
    expect(reader.page.locator("[role=status]").first).to_contain_text(words)


def test_an_improvement_is_followed_and_what_is_written_is_kept(browser: Browser, address: str) -> None:
    """Its words, its source, the later report; owner, ratings and a decision are there again after a reload."""
    with following(browser, address) as reader:
        page = reader.page
        words = open_first(reader)
        expect(page.locator(".paragraphs > li").first).to_be_visible()
        expect(page.locator(".later .proposed")).to_contain_text(re.compile("Proposed:|Not sure"))
        page.locator("[data-press^='source:']").first.click()
        expect(page.locator(".source blockquote")).to_have_text(words)
        expect(page.locator(".source .mark").first).to_be_visible()
        page.get_by_role("button", name="Close the source").click()
        expect(page.locator(".source")).to_have_count(0)
        page.get_by_label("Owner", exact=True).fill("Bo Reed")
        save(reader)
        expect(page.locator("#name-words")).to_be_focused()
        page.keyboard.type("Ann Marsh")
        page.keyboard.press("Enter")
        announced(reader, "Saved: Owner.")
        expect(page.locator("#improve-done").last).to_be_in_viewport()
        expect(page.get_by_label("Owner", exact=True)).to_have_value("Bo Reed")
        page.get_by_text("under way", exact=True).click()
        page.get_by_text("some", exact=True).click()
        save(reader)
        announced(reader, "Saved: Action, Impact.")
        expect(page.locator("#improve-done").last).to_be_in_viewport()
        expect(page.get_by_role("button", name="Save", exact=True)).to_be_focused()
        page.locator("[data-press^='decide:improved:']").click()
        announced(reader, "Decided: improved.")
        expect(page.locator("[data-press^='decide:improved:']")).to_be_focused()
        expect(page.locator(".decided")).to_contain_text("improved, by Ann Marsh")
        page.reload()
        expect(page.locator(".asked")).to_have_text(words)
        expect(page.get_by_label("Owner", exact=True)).to_have_value("Bo Reed")
        expect(page.get_by_role("radio", name="under way")).to_be_checked()
        expect(page.get_by_role("radio", name="some")).to_be_checked()


def test_an_edited_cell_of_the_excel_tracker_comes_back_with_who_changed_it(browser: Browser, address: str) -> None:
    with following(browser, address) as reader:
        page = reader.page
        page.locator("[data-press^='open:']").nth(3).click()
        words = page.locator(".asked").inner_text()
        name(reader)
        page.get_by_label("Owner", exact=True).fill("Di Fenn")
        save(reader)
        announced(reader, "Saved:")
        page.get_by_role("button", name="All improvements").click()
        expect(page.locator(".improvements .facts").nth(3)).to_contain_text("Di Fenn")
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Save the tracker as Excel").click()
        book = openpyxl.load_workbook(io.BytesIO(Path(waiting.value.path()).read_bytes()))
        sheet = book.worksheets[0]
        column = {str(cell.value): at for at, cell in enumerate(sheet[1], start=1)}
        row = next(at for at in range(2, sheet.max_row + 1) if sheet.cell(at, 1).value == words)
        assert sheet.cell(row, column["Owner"]).value == "Di Fenn"
        sheet.cell(row, column["Actions"]).value = "Buy oil for the lanterns."
        edited = io.BytesIO()
        book.save(edited)
        name(reader, "Cy Importer")
        page.locator("input[type=file]").set_input_files(_file("tracker.xlsx", EXCEL, edited.getvalue()))
        announced(reader, "Imported tracker.xlsx: 1 cell changed.")
        page.locator("[data-press^='open:']").nth(3).click()
        expect(page.get_by_label("Actions", exact=True)).to_have_value("Buy oil for the lanterns.")
        newest = page.locator(".facts-table tbody tr").first
        expect(newest).to_contain_text("Cy Importer")
        expect(newest).to_contain_text("Buy oil for the lanterns.")


def test_two_people_who_write_at_once_lose_nothing(browser: Browser, address: str) -> None:
    """What both changed is shown side by side, and the one who comes later chooses."""
    with following(browser, address) as one, following(browser, address) as other:
        for reader, who in ((one, "One"), (other, "Other")):
            name(reader, who)
            reader.page.locator("[data-press^='open:']").nth(1).click()
            expect(reader.page.locator(".asked")).to_be_visible()
        for reader, words in ((one, "First plan."), (other, "Second plan.")):
            reader.page.get_by_label("Actions", exact=True).fill(words)
            save(reader)
        expect(one.page.locator("#improve-done").filter(has_text="Saved")).to_be_visible()
        expect(other.page.locator("#conflicts")).to_be_focused()
        row = other.page.locator(".facts-table").first.locator("tbody tr")
        expect(row).to_contain_text("First plan.")
        expect(row).to_contain_text("Second plan.")
        assert other.violations() == []
        expect(other.page.get_by_label("Actions", exact=True)).to_have_value("First plan.")
        other.page.get_by_text("Put mine there", exact=True).click()
        other.page.get_by_role("button", name="Use these").click()
        announced(other, "Settled.")
        expect(other.page.get_by_label("Actions", exact=True)).to_have_value("Second plan.")


def test_evidence_is_given_saved_and_taken_away(browser: Browser, address: str) -> None:
    with following(browser, address) as reader:
        page = reader.page
        name(reader)
        page.locator("[data-press^='open:']").nth(2).click()
        address_ = page.get_by_label("Add a link")
        address_.fill("javascript:alert(1)")
        page.get_by_role("button", name="Add the link").click()
        expect(page.locator("#improve-wrong")).to_contain_text("https://")
        page.get_by_label("Add a link").fill("https://council.test/audit")
        page.get_by_role("button", name="Add the link").click()
        announced(reader, "Link added.")
        content = b"<script>document.title='taken'</script>"
        page.locator("input[type=file]").set_input_files(_file("au<b>dit.html", "text/html", content))
        announced(reader, "Added: au<b>dit.html.")
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Save au<b>dit.html").click()
        assert Path(waiting.value.path()).read_bytes() == content
        assert "taken" not in page.title()
        page.get_by_role("button", name="Take away au<b>dit.html").click()
        announced(reader, "Taken away")
        expect(page.locator(".evidence li")).to_have_count(1)
        expect(page.locator(".evidence a")).to_have_attribute("rel", "noopener noreferrer nofollow")


def test_axe_finds_nothing_and_headings_are_in_order(browser: Browser, address: str) -> None:
    """The list with all its parts, one improvement, a source beside it, and the question for a name."""
    with following(browser, address) as reader:
        page = reader.page
        page.locator("#enquiries summary").click()
        page.locator("[data-testid=stExpander] summary").first.click()
        found = {"list": [*reader.violations_in_light_and_dark(), *disorder(reader)]}
        open_first(reader)
        found["one"] = [*reader.violations_in_light_and_dark(), *disorder(reader)]
        page.locator("[data-press^='source:']").first.click()
        reader.wait_for_source()
        found["source"] = [*reader.violations_in_light_and_dark(), *disorder(reader)]
        page.locator("[data-press^='decide:']").first.click()
        expect(page.locator("#name-words")).to_be_focused()
        found["asked for a name"] = [*reader.violations_in_light_and_dark(), *disorder(reader)]
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_nothing_is_lost_on_a_narrow_screen(browser: Browser, address: str) -> None:
    """320 pixels are what is left of 1280 at 400 % (WCAG 2.2, 1.4.10)."""
    with following(browser, address, width=320, height=640) as reader:
        assert reader.page.locator("[data-testid=stMain]").evaluate("main => main.scrollWidth") <= 320
        open_first(reader)
        assert reader.page.locator("[data-testid=stMain]").evaluate("main => main.scrollWidth") <= 320
        assert reader.violations() == []


def test_an_improvement_is_opened_and_left_by_the_keyboard_alone(browser: Browser, address: str) -> None:
    with following(browser, address) as reader:
        page = reader.page
        opens = page.locator("[data-press^='open:']").first
        reader.tab_to(opens)
        page.keyboard.press("Enter")
        expect(page.locator("#one")).to_be_focused()
        reader.tab_to(page.get_by_role("button", name="Who does what, and by when"))
        page.keyboard.press("Enter")
        expect(page.locator("#plan")).to_be_focused()
        reader.tab_to(page.get_by_label("Owner", exact=True))
        for _back in range(30):
            page.keyboard.press("Shift+Tab")
            if page.locator("[data-press=back]").evaluate("back => back === document.activeElement"):
                break
        page.keyboard.press("Enter")
        expect(page.locator("[data-press^='open:']").first).to_be_focused()


def test_a_council_or_an_address_that_is_not_there_is_no_failure(browser: Browser, address: str) -> None:
    with following(browser, address) as reader:
        reader.page.goto(f"{address}/improvements?council=%3Cb%3Enowhere&improvement=no%22such")
        expect(reader.page.locator("h2").first).to_contain_text("inspectors asked for")
        expect(reader.page).to_have_url(re.compile(r"/improvements\?council=Saltmere&inspection=ILACS\+2022-1\d-\d\d$"))


def test_the_address_keeps_the_inspection_and_the_browser_the_name(browser: Browser, address: str) -> None:
    """A reload, or a colleague, sees the same inspection; nobody but this browser has the name."""
    written = "Ann <b> %41 Ö"
    with following(browser, address) as reader, reading(browser, address) as another:
        page = reader.page
        name(reader, written)
        with closing(page.context.new_page()) as tab:
            tab.goto(page.url)
            expect(tab.locator("strong", has_text=written)).to_be_visible()
            expect(tab.get_by_role("combobox", name="Inspection")).to_have_value(re.compile("June 2019"))
        another.page.goto(page.url)
        expect(another.page.get_by_role("combobox", name="Inspection")).to_have_value(re.compile("June 2019"))
        expect(another.page.get_by_role("button", name="Write your name")).to_be_visible()


def _file(name: str, kind: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content}


def disorder(reader: Reader) -> list[str]:
    """What is wrong with the order of the headings: one h1, which is first, and no level is left out."""
    levels: list[int] = reader.page.locator("h1:visible, h2:visible, h3:visible, h4:visible, h5:visible").evaluate_all(
        "all => all.map(heading => +heading.tagName[1])"
    )
    jumps = any(after - before > 1 for before, after in pairwise(levels))
    return [f"headings {levels}"] if levels[:1] != [1] or levels.count(1) != 1 or jumps else []
