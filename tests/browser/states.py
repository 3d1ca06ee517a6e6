"""Every state of every page, one after another, on the stand-ins: each is named once the page shows it."""

import re
from collections.abc import Callable, Iterator
from uuid import uuid4

from playwright.sync_api import FilePayload, expect

from tests.browser.reader import Reader
from tests.fakes import HOSTILE, saltmere_pdf

Walk = Callable[[Reader], Iterator[str]]


def _press(reader: Reader, name: str) -> None:
    reader.page.get_by_role("button", name=name).last.click()


def _file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/pdf", "buffer": content}


def asking(reader: Reader) -> Iterator[str]:
    """Asking: each sort of answer, its source, what can be done with it, and what can go wrong."""
    page = reader.page
    expect(page.locator("nav.first")).to_be_visible()
    yield "first visit"
    reader.ask("How are caseloads?")
    yield "answered"
    reader.open(1)
    yield "source open"
    _press(reader, "Next paragraph")
    expect(page.locator(".source .aside").first).to_contain_text("This paragraph is not cited")
    yield "reading on"
    _press(reader, "Enlarge the page")
    expect(page.locator("dialog")).to_be_visible()
    yield "whole page"
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    _press(reader, "Close the source")
    expect(page.locator(".source")).to_have_count(0)
    page.locator("details.menu summary").click()
    yield "ways to save"
    page.locator("details.menu summary").click()
    _press(reader, "Not helpful")
    expect(page.locator("[data-form^=why] textarea")).to_be_visible()
    yield "why it did not help"
    page.locator("[data-form^=why] textarea").fill("It is about another council.")
    page.locator("[data-form^=why] button[type=submit]").click()
    expect(page.locator(".kept")).to_be_visible()
    yield "feedback given"
    _press(reader, "Edit the question")
    expect(page.locator("[data-form^=edit] textarea")).to_be_visible()
    yield "editing the question"
    page.locator("[data-form^=edit] [data-press=cancel]").click()
    expect(page.locator("[data-form^=edit]")).to_have_count(0)
    for question in ("graded", "listed", "nothing", "long", "hostile"):
        reader.ask(question)
        yield question
    reader.begin("stuck for long")
    expect(page.locator(".busy")).to_be_visible()
    yield "searching"
    _press(reader, "Stop")
    expect(page.locator(".problem")).to_be_visible()
    yield "stopped"
    reader.begin("broken")
    expect(page.locator(".problem")).to_contain_text("The library is broken")
    yield "failed"


def conversations(reader: Reader) -> Iterator[str]:
    """The conversations: none, some, one being renamed, one about to go, found and not found."""
    page = reader.page
    reader.go("Conversations")
    yield "none yet"
    for question in ("hostile", "nothing", "How are caseloads?"):
        reader.go("Ask")
        _anew(reader)
        reader.ask(question)
    reader.go("Conversations")
    expect(page.locator(".kept li")).to_have_count(3)
    yield "some"
    page.get_by_role("button", name="Rename").first.click()
    expect(page.get_by_label("New name")).to_be_focused()
    yield "renaming"
    _press(reader, "Save the name")
    expect(page.locator(".done")).to_be_visible()
    yield "renamed"
    page.get_by_role("button", name="Delete").last.click()
    expect(page.locator("#sure")).to_be_focused()
    yield "about to be deleted"
    _press(reader, "Delete for good")
    expect(page.locator(".kept li")).to_have_count(2)
    yield "deleted"
    page.get_by_label("Search names, questions and answers").fill("caseloads")
    page.keyboard.press("Enter")
    expect(page.locator(".kept li")).to_have_count(1)
    yield "found"
    page.get_by_label("Search names, questions and answers").fill("no such word")
    page.keyboard.press("Enter")
    expect(page.locator(".kept li")).to_have_count(0)
    yield "not found"


def reading_kept(reader: Reader) -> Iterator[str]:
    """Conversations by their address: one's own, somebody else's, and none."""
    page = reader.page
    reader.ask("How are caseloads?")
    expect(page).to_have_url(re.compile(r"\?c="))
    address = page.evaluate("location.href")
    page.goto(address)
    expect(page.locator("section.turn")).to_have_count(1)
    yield "opened again"
    page.context.clear_cookies()
    page.goto(address)
    expect(page.get_by_role("button", name="Continue as my own copy")).to_be_visible()
    yield "somebody else's"
    page.goto(f"{address}nowhere")
    expect(page.locator(".notice")).to_be_visible()
    yield "deleted since"


def reports(reader: Reader) -> Iterator[str]:
    """The reports: all, chosen, none chosen, added, unreadable, removed, put back."""
    page = reader.page
    reader.go("Reports")
    yield "all"
    adding = page.locator("[data-testid=stExpander] details").first
    expect(adding).to_be_visible()
    if adding.get_attribute("open") is None:  # it stands open once somebody has added something
        adding.locator("summary").click()
    expect(page.locator("[data-testid=stFileUploader]")).to_be_visible()
    yield "adding"
    page.locator("input[type=file]").set_input_files(
        [
            # Walks share a library: a file that an earlier one added would be no news.
            _file(f"another {uuid4().hex[:8]}.pdf", saltmere_pdf() + uuid4().bytes),
            _file("broken <b>.pdf", b"%PDF-1.7 and nothing more"),
        ]
    )
    expect(page.locator(".uploads .is-failed:visible").first).to_be_visible()
    expect(page.locator(".uploads .is-added:visible").first).to_be_visible()
    yield "added and failed"
    page.get_by_role("button", name="Remove").last.click()
    expect(page.locator('[data-press="undo"]')).to_be_visible()
    yield "removed"
    page.locator('[data-press="undo"]').click()
    expect(page.locator("#shelf-done")).to_be_visible()
    yield "put back"


def report(reader: Reader) -> Iterator[str]:
    """A report's own page, one that is about another page of it, and one that is not there."""
    page = reader.page
    reader.go("Reports")
    page.get_by_role("button", name="Saltmere").first.click()
    expect(page.locator("h1")).to_contain_text("Saltmere")
    yield "a report"
    _press(reader, "Ask about this report")
    expect(page.locator(".scope")).to_be_visible()
    yield "asking about it alone"
    page.goto(page.url.partition("?")[0].rstrip("/") + "/report?report=nowhere")
    expect(page.locator("h1")).to_be_visible()
    yield "no such report"


def compare(reader: Reader) -> Iterator[str]:
    """Comparing: grades, a theme and its source, good practice, questions to each report, what cannot be compared."""
    page = reader.page
    reader.go("Compare")
    expect(page.locator(".parts")).to_be_visible()
    yield "grades"
    _press(reader, "A theme")
    page.get_by_label("Theme, such as").fill("caseloads")
    page.get_by_role("button", name="Search the reports").click()
    expect(page.locator("#compared")).to_contain_text("say something on")
    yield "a theme"
    page.locator(".opens button").first.click()
    reader.wait_for_source()
    yield "its source"
    _press(reader, "Close the source")
    expect(page.locator(".source")).to_have_count(0)
    page.get_by_label("Theme, such as").fill("the")
    page.get_by_role("button", name="Search the reports").click()
    expect(page.get_by_role("alert")).to_be_visible()
    yield "no theme"
    _press(reader, "Good practice")
    page.get_by_role("button", name="Find good practice").click()
    expect(page.locator("#compared")).to_contain_text("no example")
    yield "no good practice"
    _press(reader, "Questions to each report")
    expect(page.locator(".parts [aria-current]")).to_have_text("Questions to each report")
    page.get_by_role("combobox", name="Reports").click()
    page.get_by_role("option", name="Saltmere").first.click()
    page.keyboard.press("Escape")
    page.get_by_label("Questions, one on each line").fill("How are caseloads?\nIs there nothing?")
    page.get_by_role("button", name="Put the questions to each report").click()
    expect(page.locator("#compared")).to_have_text("1 report, 2 questions")
    yield "questions"


def statement(reader: Reader) -> Iterator[str]:
    """The accessibility statement."""
    reader.go("Accessibility")
    yield "the statement"


def briefings(reader: Reader) -> Iterator[str]:
    """A briefing: none yet, one begun in the chat, and each form in it."""
    page = reader.page
    reader.go("Briefings")
    yield "none yet"
    reader.go("Ask")
    reader.ask("hostile")
    _press(reader, "Add this answer to a briefing")
    expect(page.locator(".choice input")).to_be_focused()
    yield "choosing a briefing"
    page.keyboard.press("Enter")
    expect(page.locator(".added")).to_be_visible()
    yield "added"
    _press(reader, "Open the briefing")
    expect(page.locator(".briefing .item")).to_have_count(1)
    yield "a briefing"
    page.locator(".briefing .item summary").click()
    yield "what can be done"
    page.locator(".briefing .item summary").click()
    _press(reader, "Edit title, audience and purpose")
    expect(page.locator("#brief-title")).to_be_focused()
    yield "editing what it is for"
    _press(reader, "Done")
    _press(reader, "Add a note")
    page.get_by_label("Your note").fill("Ask about this.")
    yield "writing a note"
    _press(reader, "Done")
    expect(page.locator(".briefing .own")).to_be_visible()
    _press(reader, "Ask the reports")
    expect(page.get_by_label("Your question to the reports")).to_be_focused()
    yield "asking for an answer"
    _press(reader, "Ask nothing")
    _press(reader, "Add a section")
    expect(page.get_by_label("Title of the section")).to_be_focused()
    yield "naming a section"


def briefings_kept(reader: Reader) -> Iterator[str]:
    """Briefings that are kept: the source of one, what is removed from it, the list, and none again."""
    page = reader.page
    reader.ask("How are caseloads?")
    _press(reader, "Add this answer to a briefing")
    expect(page.locator(".choice input")).to_be_focused()
    page.keyboard.press("Enter")
    _press(reader, "Open the briefing")
    page.locator(".briefing button.cite").first.click()
    reader.wait_for_source()
    yield "source of an item"
    _press(reader, "Close the source")
    expect(page.locator(".source")).to_have_count(0)
    page.locator(".briefing .item .change summary").first.click()
    page.locator('[data-press^="remove:"]').first.click()
    expect(page.locator('[data-press="undo"]')).to_be_focused()
    yield "removed"
    _press(reader, "All briefings")
    expect(page.locator(".kept li")).to_have_count(1)
    yield "some"
    page.locator('[data-press^="delete:"]').click()
    expect(page.locator("#sure")).to_be_focused()
    yield "about to be deleted"
    _press(reader, "Delete for good")
    expect(page.locator(".kept li")).to_have_count(0)
    yield "deleted"


def improvements(reader: Reader) -> Iterator[str]:
    """Improvements: a council without a list, a list, one of it with its source, what is refused, saved and added."""
    page = reader.page
    reader.go("Improvements")
    expect(page.locator(".improve")).to_be_visible()
    yield "no list"
    reader.go("Reports")
    adding = page.locator("[data-testid=stExpander] details").first
    expect(adding).to_be_visible()
    if adding.get_attribute("open") is None:
        adding.locator("summary").click()
    files = [_file(f"fennimoor-{year}.md", asking_for(year).encode()) for year in (2019, 2023)]
    page.locator("input[type=file]").set_input_files(files)
    expect(page.locator(".uploads").get_by_text("fennimoor-2023.md").first).to_be_visible()
    expect(page.locator(".uploads progress")).to_have_count(0)
    reader.go("Improvements")
    page.get_by_role("combobox", name="Council").click()
    page.get_by_role("option", name="Fennimoor").click()
    expect(page).to_have_url(re.compile("council=Fennimoor"))
    expect(page.locator(".improvements > li").first).to_be_visible()
    expect(page.locator(".busy")).to_have_count(0)
    page.get_by_role("combobox", name="Inspection").press("ArrowDown")
    page.get_by_role("option", name="March 2019").click()
    expect(page.locator(".improvements .facts").first).to_contain_text(re.compile("proposed|decided"))
    yield "a list"
    page.locator("[data-press^='open:']").first.click()
    expect(page.locator(".asked")).to_be_visible()
    yield "an improvement"
    page.locator("[data-press^='source:']").first.click()
    expect(page.locator(".source")).to_be_visible()
    yield "its source"
    _press(reader, "Close the source")
    expect(page.locator(".source")).to_have_count(0)
    page.locator("[data-press^='decide:']").first.click()
    expect(page.locator("#name-words")).to_be_focused()
    yield "asked for a name"
    page.keyboard.type("Ann <b>")
    page.keyboard.press("Enter")
    expect(page.locator("#improve-done").first).to_be_visible()
    yield "decided"


WALKS: tuple[Walk, ...] = (
    asking,
    conversations,
    reading_kept,
    reports,
    report,
    compare,
    statement,
    briefings,
    briefings_kept,
    improvements,
)


def asking_for(year: int) -> str:
    """A small report with a list of what needs to improve, some of it hostile."""
    head = f"# Inspection of Fennimoor children’s services\n\nInspection dates: 4 to 15 March {year}\n\n"
    asked = f"## What needs to improve\n\n- The regularity of supervision.\n- {HOSTILE}\n\n"
    return f"{head}{asked}## Findings\n\n1. Supervision of social workers is irregular in {year}.\n"


def _anew(reader: Reader) -> None:
    """Begin a new conversation, if there is one."""
    expect(reader.page.locator("nav.first, section.turn").first).to_be_visible()
    if reader.page.locator("section.turn").count():
        _press(reader, "New conversation")
    expect(reader.page.locator("nav.first")).to_be_visible()
