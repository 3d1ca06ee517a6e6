"""The library finds what the store holds, whatever became of its indexes."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import LibraryProblem, WrongUse
from corpus.library import Library
from corpus.settings import Settings
from tests.builders import SENTENCES, entry
from tests.fakes import WordBuckets

ROOT = Path(__file__).parents[2]
Open = Callable[..., Library]


def _texts(library: Library, question: str) -> list[str]:
    """The texts of the best chunks by meaning and by words, which must agree."""
    by_meaning = library.by_meaning(library.embedder.encode([question])[0], 1)
    by_words = library.by_words(question, 1)
    texts = [[library.chunks([id_])[id_].text for id_, _score in found] for found in (by_meaning, by_words)]
    assert texts[0] == texts[1]
    return texts[0]


def _found(library: Library, question: str, within: list[str] | None = None) -> set[str]:
    """The reports in which words are found."""
    return {id_.rpartition("-c")[0] for id_, _score in library.by_words(question, 50, within)}


@pytest.fixture
def held(library: Library) -> Library:
    """A library that holds one report, indexed."""
    library.add(entry())
    library.update_indexes()
    return library


def test_a_report_is_found_by_its_name_and_its_id(held: Library) -> None:
    report = entry().report
    assert held.report("fennimoor.md") == held.report(report.id) == report
    with pytest.raises(WrongUse, match=r"^There is no report 'abbotsmere' in the library: .*reports"):
        held.report("abbotsmere")


def test_a_paragraph_is_found_by_its_id(held: Library) -> None:
    given = entry()
    assert held.paragraph(given.paragraphs[2].id) == given.paragraphs[2]
    assert held.paragraph(f"{given.report.id}-9999") is None
    assert held.paragraph("") is None
    assert held.original(given.report.id) == given.content


@pytest.mark.parametrize("sentence", SENTENCES)
def test_both_searches_find_a_sentence(held: Library, sentence: str) -> None:
    assert _texts(held, sentence) == [sentence]


def test_searches_stay_within_the_reports_they_are_given(held: Library) -> None:
    other = entry("abbotsmere.md", council="Abbotsmere")
    held.add(other)
    assert _found(held, "lanterns") == {entry().report.id, other.report.id}
    assert _found(held, "lanterns", [other.report.id]) == {other.report.id}
    assert _found(held, "lanterns", []) == set()


def test_an_empty_library_finds_nothing(library: Library) -> None:
    assert library.by_words("lanterns", 5) == []
    assert library.by_meaning(np.ones(256, np.float32), 5) == []
    assert library.indexes_agree()


def test_a_removed_report_is_found_no_more(held: Library, open_library: Open) -> None:
    held.remove(entry().report.id)
    assert _found(held, "lanterns") == set()
    assert held.reports == ()
    assert _found(open_library(), "lanterns") == set()


def test_a_replaced_report_is_found_by_its_new_words_alone(held: Library, open_library: Open) -> None:
    new = entry(sentences=["Herons stand on the town hall."])
    held.add(new)
    for words, reports in (("lanterns", set()), ("heron", {new.report.id})):
        assert _found(held, words) == reports
    again = open_library()
    assert again.reports == (new.report,)
    for words, reports in (("lanterns", set()), ("heron", {new.report.id})):
        assert _found(again, words) == reports


def test_a_report_removed_and_added_again_is_found_once(held: Library) -> None:
    held.remove(entry().report.id)
    held.add(entry())
    assert [id_ for id_, _score in held.by_words("lanterns", 5)] == [entry().chunks[1].id]


def test_a_report_without_chunks_can_be_held(library: Library) -> None:
    library.add(entry(sentences=()))
    assert library.by_words("lanterns", 5) == []
    assert library.indexes_agree()


def test_what_was_added_but_not_indexed_is_found_at_the_next_start(library: Library, open_library: Open) -> None:
    """Closing before `update_indexes` is what a kill in between comes to."""
    library.add(entry())
    again = open_library()
    assert not again.indexes_agree()
    assert _texts(again, SENTENCES[1]) == [SENTENCES[1]]
    assert again.indexes_agree()


def test_the_next_start_takes_the_indexes_as_they_are(held: Library, open_library: Open) -> None:
    (folder,) = (held.settings.data / "indexes").iterdir()
    again = open_library()
    assert _texts(again, SENTENCES[0]) == [SENTENCES[0]]
    assert list((held.settings.data / "indexes").iterdir()) == [folder]


def test_rebuilding_makes_new_indexes_and_leaves_only_them(held: Library) -> None:
    (before,) = (held.settings.data / "indexes").iterdir()
    held.rebuild()
    (after,) = (held.settings.data / "indexes").iterdir()
    assert after != before
    assert _texts(held, SENTENCES[3]) == [SENTENCES[3]]
    assert held.indexes_agree()


@pytest.mark.usefixtures("held")
def test_another_embedder_embeds_everything_again(open_library: Open) -> None:
    other = WordBuckets("smaller buckets", buckets=16)
    library = open_library(other)
    assert not library.indexes_agree()
    assert _texts(library, SENTENCES[2]) == [SENTENCES[2]]
    assert other.embedded == len(SENTENCES) + 1  # and the question
    assert library.indexes_agree()


@pytest.mark.usefixtures("held")
def test_a_report_added_with_another_embedder_is_not_mixed_with_the_old(open_library: Open) -> None:
    other = WordBuckets("smaller buckets", buckets=16)
    library = open_library(other)
    new = entry("abbotsmere.md", ["Herons stand on the town hall."])
    library.add(type(new)(new.report, new.paragraphs, new.chunks, other.encode([new.chunks[0].text]), new.content))
    assert _texts(library, "Herons stand on the town hall.") == ["Herons stand on the town hall."]
    assert _texts(library, SENTENCES[0]) == [SENTENCES[0]]


def test_embedding_again_that_was_cut_short_starts_anew(held: Library, open_library: Open) -> None:
    """Even for a return to the embedder from before, whose vectors are partly gone."""

    class Stops(WordBuckets):
        def encode(self, texts: Sequence[str]) -> np.ndarray:
            raise KeyboardInterrupt(*texts)

    held.add(entry("abbotsmere.md"))
    with pytest.raises(KeyboardInterrupt):
        open_library(Stops("another")).rebuild()
    back = WordBuckets()
    library = open_library(back)
    assert _texts(library, SENTENCES[0]) == [SENTENCES[0]]
    assert back.embedded == 2 * len(SENTENCES) + 1


def test_a_second_library_on_the_folder_reads_but_does_not_search(held: Library) -> None:
    with Library(held.settings, WordBuckets()) as second:
        assert [report.file for report in second.reports] == ["fennimoor.md"]
        assert second.paragraphs(entry().report.id) == entry().paragraphs
        for act in (lambda: second.by_words("kites", 5), lambda: second.add(entry("b.md")), second.rebuild):
            with pytest.raises(LibraryProblem, match=r"^Another process is using .*data: close it first, or choose"):
                act()


def test_the_folder_is_free_again_after_closing(held: Library) -> None:
    held.close()
    with Library(held.settings, WordBuckets()) as second:
        assert _found(second, "lanterns") == {entry().report.id}


def test_every_thread_of_a_process_may_search(held: Library) -> None:
    found: list[list[str]] = []
    thread = threading.Thread(target=lambda: found.append(_texts(held, SENTENCES[0])))
    thread.start()
    thread.join()
    assert found == [[SENTENCES[0]]]


def test_a_database_elsewhere_needs_no_data_folder_beforehand(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "new", database_url=f"sqlite:///{tmp_path}/elsewhere.db")
    with Library(settings, WordBuckets()) as library:
        library.add(entry())
        assert _texts(library, SENTENCES[0]) == [SENTENCES[0]]


def test_indexing_that_failed_is_made_good_at_the_next_search(
    held: Library, open_library: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.add(entry("abbotsmere.md"))
    with monkeypatch.context() as patch:
        patch.setattr("corpus.words.Words.change", _fail)
        with pytest.raises(LibraryProblem, match=r"make room on its disk, then run inspection rebuild; no report was"):
            held.update_indexes()
    assert len(_found(held, "lanterns")) == 2
    assert len(_found(open_library(), "lanterns")) == 2


def _fail(*_words: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chroma server."""
    import socket  # noqa: PLC0415 - for one free port
    import time  # noqa: PLC0415

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _wait in range(300):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def test_the_vectors_can_be_on_a_server(tmp_path: Path, server: str) -> None:
    settings = Settings(data=tmp_path / "data", chroma_url=server)
    with Library(settings, WordBuckets()) as library:
        library.add(entry())
        assert _texts(library, SENTENCES[0]) == [SENTENCES[0]]
        library.add(entry("abbotsmere.md", ["Herons stand on the town hall."]))
        library.remove(entry().report.id)
        assert _texts(library, "Herons stand on the town hall.") == ["Herons stand on the town hall."]
        assert library.by_meaning(np.ones(256, np.float32), 5, [entry().report.id]) == []
    with Library(settings, WordBuckets()) as library:
        assert library.indexes_agree()
        library.rebuild()
        assert _texts(library, "Herons stand on the town hall.") == ["Herons stand on the town hall."]


def test_vectors_are_built_anew_where_the_place_for_them_changes(tmp_path: Path, server: str) -> None:
    here, there = Settings(data=tmp_path / "data"), Settings(data=tmp_path / "data", chroma_url=server)
    with Library(here, WordBuckets()) as library:
        library.add(entry())
        library.update_indexes()
    for settings in (there, here, there):
        with Library(settings, WordBuckets()) as library:
            assert not library.indexes_agree()
            assert _texts(library, SENTENCES[0]) == [SENTENCES[0]]
