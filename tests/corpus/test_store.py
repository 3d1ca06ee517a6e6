"""The store gives back what it was given, and a change happens whole or not at all."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import LibraryProblem
from corpus.store import Store, open_store
from tests.builders import entry, full_entry


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store in the test's folder."""
    return open_store(tmp_path)


def _rows(folder: Path) -> dict[str, int]:
    """How many rows each table holds, but for the store's own state."""
    with closing(sqlite3.connect(folder / "inspection.db")) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counted = {name: file.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    return {name: count for name, count in counted.items() if name != "state"}


def test_a_report_comes_back_equal_in_every_field(store: Store, tmp_path: Path) -> None:
    given = full_entry()
    store.add(given, "word buckets")
    store.close()
    store = open_store(tmp_path)  # from the disk, not from memory
    (report,) = store.reports()
    for field in fields(report):
        assert getattr(report, field.name) == getattr(given.report, field.name), field.name
    assert store.paragraphs(report.id) == given.paragraphs
    chunks, embeddings = store.chunks_and_embeddings(report.id)
    assert chunks == given.chunks
    assert embeddings.dtype == np.float32
    assert np.array_equal(embeddings, given.embeddings)
    assert store.original(report.id) == given.content
    assert store.chunks([given.chunks[1].id, "none"]) == {given.chunks[1].id: given.chunks[1]}
    assert (store.count_chunks(), store.state("embedder")) == (2, "word buckets")


def test_a_report_without_facts_judgements_or_chunks_comes_back_equal(store: Store) -> None:
    bare = entry(sentences=())
    bare = replace(bare, report=replace(bare.report, council=None, kind=None, published=None))
    store.add(bare, "word buckets")
    assert store.reports() == (bare.report,)
    chunks, embeddings = store.chunks_and_embeddings(bare.report.id)
    assert (chunks, embeddings.shape) == ((), (0, 0))


def test_reports_stand_by_council_and_then_by_date(store: Store) -> None:
    """A report that gives only its day of publication stands among those that give their days of inspection."""
    dated = {"b": (date(2020, 1, 1), None), "c": (None, date(2021, 1, 1)), "a": (date(2022, 1, 1), date(2022, 3, 1))}
    for name, (inspected, published) in dated.items():
        each = entry(f"{name}.md")
        store.add(replace(each, report=replace(each.report, inspected_to=inspected, published=published)), "")
    store.add(entry("z.md", council="Abbotsmere"), "")
    assert [report.file for report in store.reports()] == ["z.md", "b.md", "c.md", "a.md"]


def test_a_report_of_the_same_file_is_replaced_whole(store: Store, tmp_path: Path) -> None:
    old, new = entry(sentences=("Kites.", "Lanterns.", "Bees.")), entry(sentences=("Bicycles.",))
    store.add(old, "word buckets")
    store.add(new, "word buckets")
    assert store.reports() == (new.report,)
    assert [paragraph.text for paragraph in store.paragraphs(new.report.id)] == ["Bicycles."]
    assert store.paragraphs(old.report.id) == ()
    assert store.original(old.report.id) is None
    assert _rows(tmp_path) == {"reports": 1, "judgements": 0, "paragraphs": 1, "chunks": 1, "originals": 1}


def test_a_removed_report_takes_all_that_belongs_to_it(store: Store, tmp_path: Path) -> None:
    store.add(full_entry(), "word buckets")
    store.remove(full_entry().report.id)
    assert _rows(tmp_path) == dict.fromkeys(("reports", "judgements", "paragraphs", "chunks", "originals"), 0)


@pytest.mark.parametrize("table", ["judgements", "paragraphs", "chunks", "originals"])
def test_a_failure_in_the_middle_leaves_what_was_there_before(store: Store, tmp_path: Path, table: str) -> None:
    before = replace(full_entry(), content=b"before")
    store.add(before, "word buckets")
    version = store.state("version")
    with closing(sqlite3.connect(tmp_path / "inspection.db")) as file:
        file.execute(f"CREATE TRIGGER stop BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'stopped'); END")
    with pytest.raises(LibraryProblem):
        store.add(replace(full_entry(), content=b"after"), "another")
    assert store.reports() == (before.report,)
    assert store.paragraphs(before.report.id) == before.paragraphs
    assert store.original(before.report.id) == b"before"
    assert (store.state("version"), store.state("embedder")) == (version, "word buckets")


def test_chunks_without_their_embeddings_are_not_kept(store: Store) -> None:
    lame = replace(full_entry(), embeddings=full_entry().embeddings[:1])
    with pytest.raises(ValueError, match="zip"):
        store.add(lame, "word buckets")
    assert store.reports() == ()


def test_every_change_is_counted(store: Store) -> None:
    seen = [store.state("version")]
    store.add(entry(), "word buckets")
    seen.append(store.state("version"))
    store.remove(entry().report.id)
    seen.append(store.state("version"))
    assert len(set(seen)) == 3


def test_embeddings_can_be_replaced(store: Store) -> None:
    given = entry()
    store.add(given, "word buckets")
    store.replace_embeddings([chunk.id for chunk in given.chunks], np.ones((4, 3)))
    assert np.array_equal(store.chunks_and_embeddings(given.report.id)[1], np.ones((4, 3), np.float32))


def test_a_folder_may_be_called_anything(tmp_path: Path) -> None:
    folder = tmp_path / "what? 100% #1 & co"
    store = open_store(folder)
    store.add(entry(), "word buckets")
    store.close()
    assert (folder / "inspection.db").is_file()
    assert [file.name for file in tmp_path.iterdir()] == [folder.name]


def test_many_may_open_a_new_store_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as people:
        stores = list(people.map(lambda _number: open_store(tmp_path / "new"), range(8)))
    assert len({store.state("library") for store in stores}) == 1


def test_the_store_can_be_a_database_at_a_url(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data", f"sqlite:///{tmp_path}/elsewhere.db")
    store.add(full_entry(), "word buckets")
    assert store.paragraphs(full_entry().report.id) == full_entry().paragraphs
    assert (tmp_path / "elsewhere.db").is_file()


@pytest.mark.parametrize("url", ["not a url", "nosuch://host/db", "postgresql+nosuch://host/db"])
def test_a_url_that_cannot_be_used_is_told_in_one_line(tmp_path: Path, url: str) -> None:
    with pytest.raises(LibraryProblem, match=r"^INSPECTION_DATABASE_URL cannot be used .*: mend it, or remove it\.$"):
        open_store(tmp_path, url)


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "inspection.db").write_bytes(b"These are not the rows of a database. " * 200)
    with pytest.raises(LibraryProblem, match=r"inspection\.db is damaged: put back a copy .* ingest the reports again"):
        open_store(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(LibraryProblem, match=r"data cannot be made \(File exists\): choose another with --data\.$"):
        open_store(tmp_path / "data")
