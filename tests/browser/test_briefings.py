"""Briefings in a real browser: from the chat into one, in one's own order, with notes, out as Word; and filled."""

import io
import re
from contextlib import closing
from pathlib import Path

from docx import Document
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.reader import IS_DRAWN, Reader, reading
from tests.fakes import HOSTILE

LEAVE_AND_SUBMIT = """([words, pause]) => {
    const field = document.activeElement;
    field.value = words;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    setTimeout(() => field.form.requestSubmit(), pause);
}"""
"""What a browser tells when somebody writes and presses a button: leaving the field saves its words, and so does the
button, so many milliseconds later."""
IS_ANSWERING = "[...document.querySelectorAll('button')].some(each => each.innerText.includes('Stop answering'))"


def button(reader: Reader, name: str) -> Locator:
    """The last button of a name on the page."""
    return reader.page.get_by_role("button", name=name).last


def gather(reader: Reader, title: str = "Caseloads in Saltmere") -> None:
    """A briefing with an answer and a quote, put together in the chat."""
    reader.ask("How are caseloads?")
    button(reader, "Add this answer to a briefing").click()
    expect(reader.page.get_by_label(re.compile("a new briefing, called"))).to_be_focused()
    reader.page.keyboard.press("Control+A")
    reader.page.keyboard.type(title)
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".added")).to_contain_text(f"Added to “{title}”: 1 item.")
    reader.open(2)
    button(reader, "Add this paragraph to a briefing").click()
    expect(reader.page.locator(".source .added")).to_contain_text(f"Added to “{title}”: 2 items.")
    expect(reader.page.locator("[role=status]")).to_have_text(f"Added to “{title}”: 2 items.")


def opened(reader: Reader) -> None:
    """Go from the chat to the briefing that was added to."""
    button(reader, "Open the briefing").click()
    expect(reader.page.locator(".briefing .item")).to_have_count(2)


def wait_until_kept(reader: Reader, words: str) -> None:
    """Wait until another tab shows what was written in this one: it is saved a second after the last letter."""
    with closing(reader.page.context.new_page()) as tab:
        for _look in range(30):
            tab.goto(reader.page.url)
            expect(tab.locator(".briefing")).to_be_visible()
            tab.wait_for_function(IS_DRAWN)
            if words in tab.inner_text("main"):
                return
    raise AssertionError(f"“{words}” was not kept.")


def from_menu(page: Page, name: str) -> None:
    """Choose something from the menu of an item, such as "Remove: Quote"."""
    page.locator(f"summary[aria-label^='Change: {name.partition(': ')[2]}']").click()
    page.get_by_role("button", name=re.compile(f"^{name}")).click()


def kinds(reader: Reader) -> list[str]:
    """What the items are, in order."""
    return [each.strip() for each in reader.page.locator(".briefing .item .matter > p:first-child").all_text_contents()]


def test_from_the_chat_to_word_with_the_numbers_and_words_of_the_screen(
    browser: Browser, fake_chat: str, tmp_path: Path
) -> None:
    """By the keyboard alone, once the briefing is open."""
    with reading(browser, fake_chat) as reader:
        page = reader.page
        gather(reader)
        opened(reader)
        expect(page).to_have_url(re.compile(r"/briefings\?b=[\w-]{22}$"))
        assert kinds(reader) == ["Answer", "Quote"]

        reader.tab_to(page.locator("summary[aria-label^='Change: Quote']"))
        page.keyboard.press("Enter")
        up = page.get_by_role("button", name=re.compile("^Move up: Quote"))
        reader.tab_to(up)
        page.keyboard.press("Enter")
        expect(page.locator("[role=status]")).to_have_text("Moved: 1 of 2 in “Findings”.")
        expect(up).to_be_focused()
        assert kinds(reader) == ["Quote", "Answer"]

        reader.tab_to(page.get_by_role("button", name="Add a note", exact=True))
        page.keyboard.press("Enter")
        expect(page.get_by_label("Your note")).to_be_focused()
        page.keyboard.type("Ask the director about this.")
        reader.tab_to(button(reader, "Done"))
        page.keyboard.press("Enter")
        expect(page.locator("summary[aria-label='Change: Note “Ask the director about this.”']")).to_be_focused()
        assert kinds(reader) == ["Quote", "Answer", "Note"]
        assert reader.violations() == []

        labels = page.locator(".source-row .label").all_inner_texts()
        marks = page.locator(".briefing button.cite").all_inner_texts()
        quote = page.locator(".briefing blockquote").inner_text()
        assert marks == ["1", "2", "1"]
        reader.tab_to(page.locator("#save summary"), most=90)
        page.keyboard.press("Enter")
        reader.tab_to(button(reader, "Save as Word"))
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert download.value.suggested_filename == "Caseloads in Saltmere.docx"
        saved = tmp_path / "saved.docx"
        download.value.save_as(saved)
        lines = [paragraph.text for paragraph in Document(io.BytesIO(saved.read_bytes())).paragraphs]
        words = " ".join(" ".join(lines).split())
        assert re.findall(r"\[(\d+)\]", words.partition("Sources")[0]) == marks
        assert len(labels) == 2
        for label in labels:  # the report stands above its sources, each of which has its place
            report, _comma, place = label.partition(", paragraph")
            assert report in words
            assert f"paragraph{place}" in words
        assert quote in words
        assert "Ask the director about this." in words


def test_what_is_written_is_saved_by_itself_and_there_after_a_reload(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        page = reader.page
        gather(reader)
        opened(reader)
        button(reader, "Edit title, audience and purpose").click()
        expect(page.get_by_label("Title")).to_be_focused()
        page.get_by_label("Title").fill("For the committee")
        page.keyboard.press("Tab")
        page.keyboard.type("Councillors", delay=200)  # meanwhile the title is saved, and nothing is lost for that
        expect(page.locator(".saved")).to_be_visible()
        wait_until_kept(reader, "Councillors")
        button(reader, "Add a note").click()
        expect(page.get_by_label("Your note")).to_be_focused()
        page.keyboard.type("Ask the director")
        wait_until_kept(reader, "Ask the director")
        page.keyboard.type(" about this.")
        wait_until_kept(reader, "Ask the director about this.")
        page.reload()
        expect(page.locator("h1")).to_have_text("For the committee")
        expect(page.locator(".briefing-head dd")).to_have_text("Councillors")
        expect(page.locator(".briefing .own")).to_have_text("Ask the director about this.")


def test_words_that_are_saved_while_the_button_is_pressed_are_saved_once(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        gather(reader)
        opened(reader)
        for count, pause in enumerate([0, 2, 5, 10, 15, 20, 30], start=1):
            button(reader, "Add a note").click()
            expect(reader.page.get_by_label("Your note")).to_be_focused()
            reader.page.evaluate(LEAVE_AND_SUBMIT, [f"Note {count}.", pause])
            expect(reader.page.get_by_label("Your note")).to_have_count(0)
            expect(reader.page.locator("#briefing-notice")).to_have_count(0)
            expect(reader.page.locator(".briefing .own")).to_have_text([f"Note {each + 1}." for each in range(count)])


def test_an_item_is_dragged_past_another(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        gather(reader)
        opened(reader)
        items = reader.page.locator(".briefing .item")
        items.nth(1).locator(".grip").drag_to(items.nth(0), target_position={"x": 100, "y": 5})
        expect(reader.page.locator("[role=status]")).to_have_text("Moved: 1 of 2 in “Findings”.")
        assert kinds(reader) == ["Quote", "Answer"]


def test_what_was_removed_is_put_back(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        gather(reader)
        opened(reader)
        from_menu(reader.page, "Remove: Quote")
        expect(reader.page.locator(".briefing .item")).to_have_count(1)
        expect(button(reader, "Put it back")).to_be_focused()
        button(reader, "Put it back").click()
        expect(reader.page.locator(".briefing .item")).to_have_count(2)
        assert kinds(reader) == ["Answer", "Quote"]


def test_the_answer_to_a_question_asked_here_is_put_in(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        gather(reader)
        opened(reader)
        button(reader, "Ask the reports").click()
        reader.page.get_by_label("Your question to the reports").fill("slow: how are leaders?")
        button(reader, "Ask, and put the answer here").click()
        reader.page.wait_for_function(IS_ANSWERING)
        expect(reader.page.locator(".briefing .item")).to_have_count(3)
        expect(reader.page.locator(".briefing h3").last).to_have_text("slow: how are leaders?")


def test_somebody_elses_briefing_is_read_and_copied_and_a_change_in_another_tab_is_told(
    browser: Browser, fake_chat: str
) -> None:
    with reading(browser, fake_chat) as mine:
        gather(mine)
        opened(mine)
        address = mine.page.url
        with reading(browser, fake_chat) as another:
            another.page.goto(address)
            expect(another.page.locator(".notice")).to_contain_text("Somebody else made this briefing.")
            expect(another.page.locator(".briefing .change, .grip")).to_have_count(0)
            assert another.violations() == []
            button(another, "Make my own copy").click()
            expect(another.page.locator(".briefing .change").first).to_be_visible()
            assert another.page.url != address
        tab = mine.page.context.new_page()
        tab.goto(address)
        from_menu(tab, "Remove: Quote")
        expect(tab.locator(".briefing .item")).to_have_count(1)
        from_menu(mine.page, "Move up: Quote")
        expect(mine.page.locator("#briefing-notice")).to_contain_text("was changed elsewhere")
        expect(mine.page.locator(".briefing .item")).to_have_count(1)


def test_hostile_words_are_shown_and_do_nothing(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        page = reader.page
        page.on("dialog", lambda dialog: reader.complaints.append(dialog.message))
        reader.ask("hostile")
        button(reader, "Add this answer to a briefing").click()
        page.get_by_label(re.compile("a new briefing, called")).fill(HOSTILE[:190])
        page.keyboard.press("Enter")
        expect(page.locator(".added")).to_be_visible()
        button(reader, "Open the briefing").click()
        expect(page.locator("h1")).to_contain_text("<script>document.title='taken'</script>")
        button(reader, "Add a note").click()
        page.get_by_label("Your note").fill(HOSTILE)
        button(reader, "Done").click()
        expect(page.locator(".briefing .own")).to_contain_text("<script>")
        assert page.locator(".briefing :is(img, a, script, b, strong, em, code)").count() == 0
        expect(page).to_have_title("Briefings – Ask the inspection reports")
        page.goto(f"{fake_chat}/briefings?b=%3Cscript%3E")
        expect(page.locator("h1")).to_have_text("There is no such briefing")


def test_a_template_fills_itself_for_a_council_and_a_theme(browser: Browser, chat: str) -> None:
    """On the sample reports, every quote word for word as its source has it."""
    with reading(browser, chat) as reader:
        page = reader.page
        reader.go("Briefings")
        expect(page.get_by_label("Begin with")).to_have_value("Committee briefing")
        page.get_by_label("Council").click()
        page.get_by_role("option", name="Saltmere").click()
        page.get_by_label("Theme").fill("care leavers")
        button(reader, "Make the briefing").click()
        expect(page.locator("h1")).to_have_text("Care leavers in Saltmere", timeout=90_000)
        expect(page.locator(".briefing h2").first).to_have_text("Key messages")
        quote = page.locator(".briefing .quoted").first
        words = quote.locator("blockquote").inner_text()
        quote.locator("button.cite").click()
        reader.wait_for_source()
        assert words in page.locator(".source .words").inner_text()
        assert reader.violations() == []
