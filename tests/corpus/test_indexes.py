"""Indexes that are missing, half done or damaged count for nothing: the next search builds them and answers right."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import indexes
from corpus.library import Library
from corpus.settings import Settings
from tests.builders import entry
from tests.fakes import WordBuckets

SENTENCES = [f"Lantern {number} hangs on house {number * 7} in lane {number * 11 + 1}." for number in range(1_100)]
"""So many that Chroma writes vectors into files of their own, as it does from a thousand on."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with indexes that are well."""
    data = tmp_path_factory.mktemp("built")
    with Library(Settings(data=data), WordBuckets()) as library:
        library.add(entry(sentences=SENTENCES))
        library.update_indexes()
    return data


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """The index folder of a copy of that data folder, to be damaged."""
    shutil.copytree(built, tmp_path / "data")
    (found,) = (tmp_path / "data" / "indexes").iterdir()
    return found


def _one(folder: Path, pattern: str) -> Path:
    (found,) = folder.rglob(pattern)
    return found


def _shorten(pattern: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        file = _one(folder, pattern)
        os.truncate(file, file.stat().st_size // 2)

    return damage


def _scribble(pattern: str, start: int) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        with _one(folder, pattern).open("r+b") as file:
            file.seek(start)
            file.write(b"\xa5" * 5_000)

    return damage


def _delete(pattern: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        shutil.rmtree(_one(folder, pattern))

    return damage


def _stamp_otherwise(folder: Path) -> None:
    stamp = json.loads((folder / "stamp.json").read_text())
    stamp["built_from"]["version"] = "0"
    (folder / "stamp.json").write_text(json.dumps(stamp))


DAMAGES = {
    "no stamp": lambda folder: (folder / "stamp.json").unlink(),
    "another stamp": _stamp_otherwise,
    "a stamp cut short": _shorten("stamp.json"),
    "a stamp of another form": lambda folder: (folder / "stamp.json").write_text('["built_from"]'),
    "no folder": shutil.rmtree,
    "no vectors": _delete("vectors"),
    "no words": _delete("words"),
    "no file of vectors": lambda folder: _one(folder, "data_level0.bin").unlink(),
    "vectors cut short": _shorten("data_level0.bin"),
    "links cut short": _shorten("link_lists.bin"),
    "garbage in a header": _scribble("header.bin", 0),
    "garbage in vectors": _scribble("data_level0.bin", 100_000),
    "garbage at the start of chroma.sqlite3": _scribble("chroma.sqlite3", 0),
    "garbage in chroma.sqlite3": _scribble("chroma.sqlite3", 60_000),
    "chroma.sqlite3 cut short": _shorten("chroma.sqlite3"),
    "meta.json of words cut short": _shorten("meta.json"),
    "words cut short": _shorten("*.idx"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged_indexes_are_built_anew_and_answer_right(folder: Path, damage: Callable[[Path], object]) -> None:
    damage(folder)
    said: list[str] = []
    with Library(Settings(data=folder.parents[1]), WordBuckets(), said.append) as library:
        for number in (3, 640, 1_050):
            ((by_meaning, score), *_) = library.by_meaning(library.embedder.encode([SENTENCES[number]])[0], 5)
            assert library.chunks([by_meaning])[by_meaning].text == SENTENCES[number]
            assert score == pytest.approx(1, abs=1e-4)
            ((by_words, _score), *_) = library.by_words(SENTENCES[number], 5)
            assert library.chunks([by_words])[by_words].text == SENTENCES[number]
        (left,) = folder.parent.iterdir()
        assert library.indexes_agree()
    assert left != folder
    assert said == ["Building the indexes from the store…"]


def test_indexes_that_are_well_stay_as_they_are_through_openings_and_searches(folder: Path) -> None:
    for _time in range(2):
        with Library(Settings(data=folder.parents[1]), WordBuckets()) as library:
            assert library.indexes_agree()
            assert len(library.by_meaning(library.embedder.encode(["Lantern 5"])[0], 5, ["none"])) == 0
            assert len(library.by_meaning(library.embedder.encode(["Lantern 5"])[0], 5)) == 5
        assert list(folder.parent.iterdir()) == [folder]


def test_a_change_takes_the_stamp_away_until_it_is_done(folder: Path) -> None:
    stamp = indexes.read_stamp(folder)
    assert stamp is not None
    indexes.take_stamp(folder)
    assert indexes.read_stamp(folder) is None
    assert not indexes.is_sound(folder)
    indexes.put_stamp(folder, stamp)
    assert indexes.read_stamp(folder) == stamp
    assert indexes.find(folder.parent, stamp) == folder


def test_other_things_in_the_folder_do_no_harm(folder: Path) -> None:
    (folder.parent / ".DS_Store").write_bytes(b"\x00")
    (folder.parent / "left over").mkdir()
    with Library(Settings(data=folder.parents[1]), WordBuckets()) as library:
        assert library.indexes_agree()
        library.rebuild()
        assert not (folder.parent / "left over").exists()


def test_nothing_from_the_working_folder_is_run(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tantivy.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    assert indexes.is_sound(folder)
