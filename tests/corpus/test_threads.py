"""Several threads use one library: none sees half a change, and asking goes on while reports come and go."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Self

import numpy as np
import pytest

from assistant.chain import Asked, build_chain
from assistant.reranker import Reranker
from corpus.chunk import Entry
from corpus.errors import WrongUse
from corpus.library import Library
from tests.builders import SENTENCES, entry

ROUNDS = 8


@pytest.fixture
def held(library: Library) -> Library:
    """A library that holds one report, which stays."""
    library.add(entry())
    library.update_indexes()
    return library


class Askers:
    """Threads that do something over and over until they are told to stop; what went wrong in them is kept."""

    def __init__(self, act: Callable[[], None], threads: int = 3) -> None:
        self.rounds = 0
        self.errors: list[Exception] = []
        self._act = act
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._run) for _each in range(threads)]

    def _run(self) -> None:
        while not self._stop.is_set() and not self.errors:
            try:
                self._act()
            except Exception as error:  # noqa: BLE001 - the test tells of it
                self.errors.append(error)
            self.rounds += 1

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(30)


def _others() -> Iterator[Entry]:
    for number in range(ROUNDS):
        yield entry(f"other-{number}.md", [f"Herons {number} stand on the town hall."], "Abbotsmere")


def test_taking_out_gives_back_all_that_adding_needs(held: Library) -> None:
    given = entry()
    taken = held.take_out(given.report.id)
    assert list(held.reports) == []
    assert held.by_words("lanterns", 5) == []
    assert (taken.report, taken.paragraphs, taken.chunks, taken.content) == (
        given.report,
        given.paragraphs,
        given.chunks,
        given.content,
    )
    assert np.array_equal(taken.embeddings, given.embeddings)
    held.add(taken)
    assert held.reports == (given.report,)
    assert [id_ for id_, _score in held.by_words("lanterns", 5)] == [given.chunks[1].id]
    assert held.original(given.report.id) == given.content


def test_what_is_not_there_cannot_be_taken_out(held: Library) -> None:
    with pytest.raises(WrongUse, match=r"^That report is no longer in the library: nothing was removed\.$"):
        held.take_out("0" * 16)
    assert len(held.reports) == 1


def test_only_one_of_several_threads_takes_a_report_out(held: Library) -> None:
    def take() -> bool:
        try:
            held.take_out(entry().report.id)
        except WrongUse:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        taken = [pool.submit(take) for _each in range(4)]
    assert sorted(future.result() for future in taken) == [False, False, False, True]


def test_searching_goes_on_while_reports_are_added_and_removed(held: Library) -> None:
    """The report that stays is found every time, by meaning and by words."""

    def ask() -> None:
        embedding = held.embedder.encode([SENTENCES[1]])[0]
        assert held.by_meaning(embedding, 1)[0][0] == entry().chunks[1].id
        assert held.by_words("lanterns", 5)[0][0] == entry().chunks[1].id
        assert held.mentions("lanterns") == 1
        assert entry().report in held.reports
        assert held.paragraphs(entry().report.id) == entry().paragraphs

    with Askers(ask) as asking:
        for other in _others():
            held.add(other)
            held.update_indexes()
            assert held.by_words("herons", 50)
            held.add(held.take_out(other.report.id))
            held.remove(other.report.id)
    assert asking.errors == []
    assert asking.rounds >= ROUNDS
    assert held.by_words("herons", 50) == []
    assert held.indexes_agree()


def test_a_change_is_seen_by_every_thread_at_once(held: Library) -> None:
    """Nobody keeps the reports or paragraphs of before, however their reading and the change fell together."""

    def read() -> None:
        for report in held.reports:
            held.paragraphs(report.id)

    with Askers(read):
        for number in range(30):
            new = entry(sentences=[f"The clock strikes {number}."])
            held.add(new)
            assert held.reports == (new.report,)
            assert held.paragraphs(new.report.id) == new.paragraphs


def test_several_threads_add_and_remove_and_the_indexes_agree_with_the_store(held: Library) -> None:
    def change(number: int) -> None:
        own = entry(f"{number}.md", [f"Kites of colour {number} are flown."])
        held.add(own)
        assert own.chunks[0].id in {id_ for id_, _score in held.by_words(f"colour {number}", 50, [own.report.id])}
        if number % 2:
            held.remove(own.report.id)
            held.update_indexes()

    with ThreadPoolExecutor(4) as pool:
        done = [pool.submit(change, number) for number in range(12)]
    for future in done:
        future.result()
    files = {report.file for report in held.reports}
    assert files == {"fennimoor.md"} | {f"{number}.md" for number in range(0, 12, 2)}
    found = {id_.rpartition("-c")[0] for id_, _score in held.by_words("kites", 50)}
    assert found == {report.id for report in held.reports}
    assert held.indexes_agree()


def test_whole_questions_are_answered_while_other_reports_come_and_go(held: Library) -> None:
    chain = build_chain(held, Reranker())
    chain.invoke(Asked("Who carries lanterns in Fennimoor?"))  # the models are loaded

    def ask() -> None:
        answer = chain.invoke(Asked("Do social workers in Fennimoor carry lanterns on the marsh?"))
        assert "lanterns" in answer.text

    with Askers(ask, threads=2) as asking:
        for other in _others():
            held.add(other)
            held.update_indexes()
            held.take_out(other.report.id)
            held.update_indexes()
    assert asking.errors == []
    assert asking.rounds >= 2
