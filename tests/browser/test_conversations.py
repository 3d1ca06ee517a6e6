"""The conversations of a browser: kept for it and for nobody else, opened again, sent by link, really gone."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader, reading
from tests.fakes import HOSTILE


def names(reader: Reader) -> list[str]:
    """The names in the list of conversations, each as one line."""
    reader.go("Conversations")
    expect(reader.page.locator("header.head")).to_be_visible()
    return [" ".join(name.split()) for name in reader.page.locator(".kept .name").all_inner_texts()]


def test_a_browser_finds_its_conversations_again_and_no_other_browser_does(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as mine, reading(browser, fake_chat) as another:
        mine.ask("How are caseloads?")
        mine.page.goto(f"{fake_chat}/conversations")
        expect(mine.page.locator(".kept .name")).to_have_text("How are caseloads?")
        assert names(another) == []
        assert "There are none yet" in another.page.inner_text("main")


def test_of_two_pages_that_a_new_browser_opens_at_once_the_first_gives_the_number(
    browser: Browser, fake_chat: str
) -> None:
    """The other page writes its number after this one has connected without any, and before this one is drawn."""
    other = "f" * 32
    script = f"""window.WebSocket = class extends WebSocket {{
        constructor(...given) {{
            super(...given);
            this.addEventListener("open", () => {{ document.cookie = "inspection_owner={other}; Path=/"; }});
        }} }}"""
    with reading(browser, fake_chat) as reader:
        reader.page.context.clear_cookies(name="inspection_owner")
        reader.page.add_init_script(script)
        reader.page.reload()
        reader.ask("How are caseloads?")
        cookies = reader.page.context.cookies()
        assert [cookie["value"] for cookie in cookies if cookie["name"] == "inspection_owner"] == [other]
        reader.go("Conversations")
        expect(reader.page.locator(".kept .name")).to_have_text("How are caseloads?")
        reader.page.reload()
        expect(reader.page.locator(".kept .name")).to_have_text("How are caseloads?")


def test_a_conversation_opens_with_the_same_words_and_has_an_address(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        said = reader.page.locator("section.turn .claim").all_inner_texts()
        reader.page.get_by_role("button", name="New conversation").click()
        expect(reader.page.locator("nav.first")).to_be_visible()
        reader.go("Conversations")
        link = str(reader.page.get_by_role("button", name="Copy link").get_attribute("data-copy"))
        reader.page.locator(".kept .name").click()
        expect(reader.page.locator("section.turn .claim")).to_have_text(said)
        assert link.startswith(f"{fake_chat}/ask?c=")
        reader.page.goto(link)
        expect(reader.page.locator("section.turn .claim")).to_have_text(said)
        expect(reader.page).to_have_url(re.compile(re.escape(link.partition("?")[2])))


def test_a_hostile_name_is_shown_and_does_nothing(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.go("Conversations")
        reader.page.get_by_role("button", name="Rename").click()
        reader.page.get_by_label("New name").fill(HOSTILE[:200])
        reader.page.get_by_role("button", name="Save the name").click()
        expect(reader.page.locator(".kept .name")).to_contain_text("<script>document.title='taken'</script>")
        assert reader.page.locator(".kept :is(img, a, script, b, strong, em, code)").count() == 0
        expect(reader.page).to_have_title("Conversations – Ask the inspection reports")


def test_a_deleted_conversation_is_gone_and_its_address_says_so(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.go("Conversations")
        link = str(reader.page.get_by_role("button", name="Copy link").get_attribute("data-copy"))
        reader.page.get_by_role("button", name="Delete").click()
        reader.page.get_by_role("button", name="Delete for good").click()
        expect(reader.page.locator(".kept li")).to_have_count(0)
        reader.page.goto(link)
        expect(reader.page.locator(".notice")).to_contain_text("There is no conversation at this address")
