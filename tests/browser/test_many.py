"""Twenty people ask at the same time: nobody gets an error or somebody else's answer, and each is told their wait."""

import shutil
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, expect

from assistant.answer import Answer
from assistant.chain import Asked, build_chain
from assistant.reranker import Reranker
from corpus.library import Library
from corpus.settings import Settings
from tests.browser.reader import PATIENCE, reading
from ui.page.line import Line

PEOPLE = 20
COUNCILS = ("Saltmere", "Eldermarsh")
TOPICS = ("care leavers", "caseloads", "early help", "supervision", "children in care")
QUESTIONS = [f"What did inspectors say about {topic} in {council}?" for topic in TOPICS for council in COUNCILS] * 2
LONGEST = 60  # seconds for all twenty on two cores; measured: 4 on a quiet machine, 20 on one with three test runs


def test_twenty_who_ask_at_once_get_the_answers_that_they_would_get_alone(sample_data: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_data, tmp_path / "data")
    with Library(Settings(data=tmp_path / "data")) as library:
        chain = build_chain(library, Reranker(library.settings.reranker))
        alone = {question: chain.invoke(Asked(question)) for question in set(QUESTIONS)}
        line, gate = Line(), threading.Barrier(PEOPLE)
        answers: dict[int, Answer] = {}
        told: list[int] = []

        def ask(person: int) -> None:
            gate.wait()
            with line.wait(told.append):
                answers[person] = chain.invoke(Asked(QUESTIONS[person]))

        started = time.monotonic()
        threads = [threading.Thread(target=ask, args=(person,), daemon=True) for person in range(PEOPLE)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(LONGEST)
        assert time.monotonic() - started < LONGEST
    assert len(answers) == PEOPLE
    for person, answer in answers.items():
        expected = alone[QUESTIONS[person]]
        assert answer.text == expected.text
        assert [each.paragraph for each in answer.citations] == [each.paragraph for each in expected.citations]
    assert max(told) > PEOPLE / 2


def test_twenty_readers_see_their_wait_and_then_their_own_answers(browser: Browser, fake_chat: str) -> None:
    said = {
        "stuck hostile": "<script>document.title",
        "stuck long": "Inspectors read record 1 and",
        "nothing": "The reports do not say",
        "stuck caseloads": "Social workers in Saltmere have manageable caseloads",
    }
    words = [*said] * (PEOPLE // len(said))
    with ExitStack() as open_:
        readers = [open_.enter_context(reading(browser, fake_chat)) for _person in words]
        places = [reader.page.get_by_role("textbox", name="Ask") for reader in readers]
        for person, place in enumerate(places):
            place.fill(f"{words[person]}, asked by {person}")
        for place in places:
            place.press("Enter")
        expect(readers[-1].page.locator(".busy")).to_contain_text("questions are ahead of yours.")
        for person, reader in enumerate(readers):
            turn = reader.page.locator("section.turn[aria-labelledby]")
            expect(turn).to_have_count(1, timeout=PATIENCE)
            expect(turn.locator("h2")).to_have_text(f"Question 1: {words[person]}, asked by {person}")
            shown = turn.locator(".claim, .status").all_inner_texts()
            assert [word for word in said if said[word] in " ".join(shown)] == [words[person]]
