"""A chat model's answer on the page: what leaves the machine, sentences before and after the check, for whom."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.assistant.chat_model.models import pieces, truthful
from tests.browser.reader import PATIENCE, reading
from tests.browser.serving import ROOT, served
from tests.chat_server import ChatServer, Messages, Pause, serving

QUESTION = "What did inspectors say about care leavers in Saltmere?"
INVENTED = "Every care leaver in Saltmere was given a sailing boat"


@pytest.fixture(scope="module")
def server() -> Iterator[ChatServer]:
    """The chat model's server, on this machine."""
    with serving(truthful) as found:
        yield found


@pytest.fixture(scope="module")
def chat(server: ChatServer, sample_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the chat on sample reports, with that chat model."""
    data = tmp_path_factory.mktemp("written") / "data"
    shutil.copytree(sample_data, data)
    model = {"INSPECTION_CHAT_MODEL": "openai:test", "INSPECTION_CHAT_URL": server.url}
    with served(ROOT / "ui" / "app.py", data, **model) as address:
        yield address


def test_what_leaves_the_machine_is_said_before_anything_is_sent(
    browser: Browser, chat: str, server: ChatServer
) -> None:
    with reading(browser, chat) as reader:
        expect(reader.page.get_by_text("nothing leaves this machine")).to_be_visible()
        assert reader.violations() == []
        assert server.requests == []  # nobody has asked yet


def test_a_sentence_is_marked_as_unchecked_until_a_source_is_found_for_it(
    browser: Browser, chat: str, server: ChatServer
) -> None:
    def slow(messages: Messages) -> Iterator[str | Pause]:
        said = "".join(truthful(messages))
        if "[1]" not in said:  # asked what the question means, not to write
            yield said
            return
        yield from pieces(f"{INVENTED} [1]. ")
        yield Pause(3)
        yield said

    server.behaviour = slow
    with reading(browser, chat) as reader:
        reader.page.get_by_role("textbox", name="Ask").fill(QUESTION)
        reader.page.keyboard.press("Enter")
        unproven = reader.page.locator("section.turn .claim", has_text="Not yet checked:")
        expect(unproven).to_contain_text("sailing boat", timeout=PATIENCE)
        expect(unproven.locator("button")).to_have_count(0)
        expect(reader.page.locator("section.turn[aria-labelledby]")).to_have_count(1, timeout=PATIENCE)
        turn = reader.page.locator("section.turn")
        expect(turn).not_to_contain_text("sailing boat")
        expect(turn).not_to_contain_text("Not yet checked")
        expect(turn).to_contain_text("One sentence was left out: no source supports it.")
        assert turn.locator("button.cite").count() > 0
        assert reader.violations() == []


def test_the_reader_that_is_chosen_is_the_one_that_the_model_writes_for(
    browser: Browser, chat: str, server: ChatServer
) -> None:
    server.behaviour = truthful
    with reading(browser, chat) as reader:
        reader.page.get_by_label(re.compile("Written for")).click()
        reader.page.get_by_role("option", name="a trainer").click()
        reader.ask(QUESTION)
        assert "The reader trains others" in str(server.requests[-1].messages[0])
