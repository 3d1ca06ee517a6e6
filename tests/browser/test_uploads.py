"""Reports are added and removed in the browser, on a real library of their own, and are asked about."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from tests.browser.reader import PATIENCE, Reader, reading
from tests.browser.serving import ROOT, served
from tests.builders import markdown
from tests.fakes import HOSTILE

SAMPLES = ROOT / "corpus" / "samples"
VISIT = SAMPLES / "saltmere--focused-visit--2024-01-08.pdf"
DONE = ".uploads button[data-press=forget]"
READ = 120_000  # milliseconds: the first file loads the embedder, beside the models that the first question loads


@pytest.fixture(scope="module")
def own_chat(sample_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a chat on a copy of two sample reports, which these tests may change."""
    data = tmp_path_factory.mktemp("changing") / "data"
    shutil.copytree(sample_data, data)
    with served(ROOT / "ui" / "app.py", data) as address:
        yield address


def file(name: str, content: bytes) -> FilePayload:
    """A file as the browser hands it over."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def open_adding(reader: Reader) -> None:
    """Open the place where files are added."""
    reader.go("Reports")
    place = reader.page.locator("[data-testid=stExpander] details")
    expect(place).to_be_visible()
    if place.get_attribute("open") is None:
        place.locator("summary").click()
    expect(reader.page.locator("[data-testid=stFileUploaderDropzone]")).to_be_visible()


def add(reader: Reader, *files: FilePayload | Path) -> None:
    """Add files, and wait until all are done."""
    open_adding(reader)
    forget = reader.page.locator(DONE)
    if forget.is_visible():
        forget.click()
        expect(reader.page.locator(".uploads")).to_have_count(0)
    given = [each if isinstance(each, dict) else file(each.name, each.read_bytes()) for each in files]
    reader.page.locator("input[type=file]").set_input_files(given)
    expect(reader.page.locator(".uploads li")).to_have_count(len(files), timeout=PATIENCE)
    expect(reader.page.locator(DONE)).to_be_visible(timeout=READ)


def became(reader: Reader) -> dict[str, str]:
    """What became of each file, by its name."""
    rows = reader.page.locator(".uploads li").all()
    return {row.locator(".file").inner_text(): row.locator(".state").inner_text() for row in rows}


def rows(reader: Reader) -> list[str]:
    """The file names in the table."""
    reader.wait_until_drawn()
    return reader.page.locator(".shelf-table tbody .file").all_inner_texts()


def remove(reader: Reader, name: str) -> None:
    """Remove the report of a file."""
    reader.page.locator(".shelf-table tbody tr").filter(has_text=name).get_by_role("button", name="Remove").click()
    expect(reader.page.get_by_role("button", name="Undo")).to_be_visible()
    expect(reader.page.locator(".shelf-table tbody .file").filter(has_text=name)).to_have_count(0)


def test_a_report_that_was_added_is_in_the_table_and_can_be_asked_about(browser: Browser, own_chat: str) -> None:
    with reading(browser, own_chat) as reader:
        add(reader, VISIT)
        assert became(reader) == {VISIT.name: "Added."}
        assert VISIT.name in rows(reader)
        expect(reader.page.locator("[role=status]").first).to_have_text(f"{VISIT.name}: Added.")
        reader.go("Ask")
        reader.ask("What did the focused visit to Saltmere in November 2023 find?")
        labels = reader.page.locator("section.turn .source-row .label").all_inner_texts()
        assert any("8 January 2024" in label or "November 2023" in label for label in labels), labels


def test_leaving_the_page_stops_nothing(browser: Browser, own_chat: str) -> None:
    name = "saltmere--childrens-services--2015-06-12.pdf"
    with reading(browser, own_chat) as reader:
        open_adding(reader)
        reader.page.locator("input[type=file]").set_input_files([SAMPLES / name])
        expect(reader.page.locator(".uploads .file").filter(has_text=name)).to_be_visible()
        reader.go("Ask")
        reader.ask("What did inspectors say about care leavers in Saltmere?")
        reader.go("Reports")
        expect(reader.page.locator(DONE)).to_be_visible(timeout=READ)
        assert became(reader)[name] in ("Added.", "In the library already.")
        assert name in rows(reader)


def test_what_cannot_be_read_says_why_and_the_rest_goes_in(browser: Browser, own_chat: str) -> None:
    with reading(browser, own_chat) as reader:
        add(
            reader,
            file("picture.png", b"\x89PNG\r\n\x1a\n...."),
            file("damaged.pdf", b"%PDF-1.7 and nothing more"),
            file("first.md", markdown("Abbotsmere")),
            file("second.md", markdown("Abbotsmere")),
        )
        told = became(reader)
        assert told["picture.png"] == "Not added: it is a picture; run text recognition (OCR) over it and add the PDF."
        assert told["damaged.pdf"].startswith("Not added: ")
        assert told["first.md"] == "Added."
        assert told["second.md"] == "The library already holds it as first.md."
        assert reader.violations() == []


def test_a_removed_report_is_gone_and_undoing_puts_it_back(browser: Browser, own_chat: str) -> None:
    name = "eldermarsh--childrens-services--2023-08-07.pdf"
    with reading(browser, own_chat) as reader:
        reader.go("Reports")
        expect(reader.page.locator(".shelf-table tbody .file").filter(has_text=name)).to_be_visible()
        before = rows(reader)
        remove(reader, name)
        undo = reader.page.get_by_role("button", name="Undo: put it back")
        expect(undo).to_be_focused()
        assert reader.violations() == []
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator("#shelf-done")).to_be_focused()
        expect(reader.page.locator("#shelf-done")).to_contain_text("Put back: Eldermarsh, ILACS inspection, June 2023.")
        assert rows(reader) == before
        reader.go("Ask")
        reader.ask("What did inspectors say about care leavers in Eldermarsh?")
        labels = reader.page.locator("section.turn .source-row .label").all_inner_texts()
        assert all(label.startswith("Eldermarsh") for label in labels)
        assert labels


def test_who_removes_what_somebody_else_has_just_removed_is_told(browser: Browser, own_chat: str) -> None:
    name = "twice.md"
    with reading(browser, own_chat) as first, reading(browser, own_chat) as second:
        add(first, file(name, markdown("Twicester")))
        second.go("Reports")
        there = second.page.locator(".shelf-table tbody tr").filter(has_text=name).get_by_role("button", name="Remove")
        expect(there).to_be_visible()
        remove(first, name)
        there.click()
        expect(second.page.locator("#shelf-done")).to_have_text(
            "That report is no longer in the library: nothing was removed."
        )
        expect(second.page.locator("#shelf-done")).to_be_focused()
        assert name not in rows(second)
        first.page.get_by_role("button", name="Undo").click()
        expect(first.page.locator(".shelf-table tbody .file").filter(has_text=name)).to_be_visible()


def test_a_removed_report_is_no_source_any_more(browser: Browser, own_chat: str) -> None:
    question, name = "Who counts the seals in Fennimoor?", "seals.md"
    with reading(browser, own_chat) as reader:
        add(reader, file(name, markdown("Fennimoor", ["Wardens in Fennimoor count the seals each spring."])))
        reader.go("Ask")
        reader.ask(question)
        expect(reader.page.locator("section.turn").last.locator(".claim")).to_contain_text("Wardens")
        reader.go("Reports")
        remove(reader, name)
        reader.go("Ask")
        reader.page.get_by_role("button", name="New conversation").click()
        expect(reader.page.locator("section.turn")).to_have_count(0)
        reader.ask(question)
        assert "Wardens" not in reader.page.locator("section.turn").last.inner_text()


def test_undoing_does_not_push_out_a_file_that_took_the_place(browser: Browser, own_chat: str) -> None:
    with reading(browser, own_chat) as reader:
        add(reader, file("place.md", markdown("Wickersea")))
        remove(reader, "place.md")
        reader.page.locator("input[type=file]").set_input_files([file("place.md", markdown("Wickersea", ["Newer."]))])
        expect(reader.page.locator(".shelf-table tbody .file").filter(has_text="place.md")).to_be_visible()
        reader.page.get_by_role("button", name="Undo").click()
        expect(reader.page.locator("#shelf-done")).to_have_text(
            "It stays removed: another file named place.md was added since."
        )


def test_a_hostile_name_and_text_are_shown_as_text(browser: Browser, own_chat: str) -> None:
    name = "<img src=x onerror=alert(1)> **bold** $x$ :smile: \u202etxt.txt"
    with reading(browser, own_chat) as reader:
        add(reader, file(name, f"Report on Hostham\n\n1. {HOSTILE}\n\n2. A quiet paragraph.\n".encode()))
        (shown,) = became(reader)
        assert shown == "<img src=x onerror=alert(1)> **bold** $x$ :smile: txt.txt"
        assert shown in rows(reader)
        reader.page.locator(".uploads").get_by_role("button", name="Open the report").click()
        text = reader.page.locator(".full-text")
        expect(text).to_contain_text("<script>document.title='taken'</script> <img src=x onerror=alert(1)>")
        assert reader.page.locator("main img, .inspection img, .inspection script, .inspection a").count() == 0
        assert "taken" not in reader.page.title()
        assert reader.violations() == []


def test_reports_are_added_to_an_empty_library(browser: Browser, tmp_path: Path) -> None:
    with served(ROOT / "ui" / "app.py", tmp_path / "data") as address, reading(browser, address) as reader:
        reader.page.locator("a[href=reports]").click()  # where the first page says how to add reports
        expect(reader.page.locator(".lead")).to_contain_text("The library is empty")
        expect(reader.page.locator("[data-testid=stFileUploaderDropzone]")).to_be_visible()
        assert reader.violations() == []
        add(reader, VISIT)
        assert rows(reader) == [VISIT.name]
        reader.go("Ask")
        expect(reader.page.get_by_role("textbox", name="Ask about the inspection reports")).to_be_visible()
