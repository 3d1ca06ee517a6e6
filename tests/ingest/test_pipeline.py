"""Files go in one after another: each is told of, what cannot be read fails alone, and nothing is done twice."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import LibraryProblem, WrongUse
from corpus.library import Library
from ingest import read
from ingest.document import HIDDEN
from ingest.pipeline import Ingested, find_files, ingest, ingest_content, summarise
from tests.builders import SENTENCES, markdown
from tests.conftest import SAMPLES
from tests.fakes import WordBuckets
from tests.ingest.pdfs import Words, content, pdf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for documents."""
    made = tmp_path / "documents"
    made.mkdir()
    return made


def _put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_folder_goes_in_with_all_below_it_and_is_told_file_by_file(library: Library, folder: Path) -> None:
    _put(folder, "a.md", markdown())
    _put(folder / "inner", "b.txt", b"Herons stand on the town hall.\n")
    _put(folder, ".hidden.md", markdown("Hidden"))
    told: list[tuple[str, int]] = []
    done = ingest([folder], library, lambda file, left: told.append((file.file, left)))
    assert [(file.file, file.outcome) for file in done] == [("a.md", "added"), ("b.txt", "added")]
    assert told == [("a.md", 1), ("b.txt", 0)]
    assert [report.file for report in library.reports] == ["b.txt", "a.md"]
    assert library.paragraphs(library.report("a.md").id)[-1].text.endswith(SENTENCES[3])
    assert done[0].paragraphs == len(library.paragraphs(library.report("a.md").id))
    assert library.indexes_agree()


def test_the_same_file_again_costs_neither_reading_embedding_nor_opening(
    library: Library, open_library: Callable[..., Library], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _put(folder, "a.md", markdown())
    ingest([path], library)
    embedder = WordBuckets()
    again = open_library(embedder)
    monkeypatch.setattr(read, "read", _never)
    monkeypatch.setattr(Library, "_open", _never)
    assert ingest([path], again) == (Ingested("a.md", "unchanged"),)
    assert embedder.embedded == 0


def _never(*_given: object) -> None:
    raise AssertionError("This should not have been called.")


def test_the_same_content_under_another_name_is_held_once(library: Library, folder: Path) -> None:
    done = ingest([_put(folder, "a.md", markdown()), _put(folder, "b.md", markdown())], library)
    assert done[1] == Ingested("b.md", "unchanged", reason="the library already holds it as a.md")
    assert len(library.reports) == 1


def test_a_changed_file_replaces_the_older_one_whole(library: Library, folder: Path) -> None:
    path = _put(folder, "a.md", markdown())
    ingest([path], library)
    path.write_bytes(markdown(sentences=["Herons stand on the town hall."]))
    (done,) = ingest([path], library)
    assert done.outcome == "replaced"
    assert len(library.reports) == 1
    assert library.by_words("lanterns bees bicycles", 5) == []
    assert len(library.by_words("herons", 5)) == 1


def test_two_files_of_one_name_in_one_run_do_not_replace_each_other(library: Library, folder: Path) -> None:
    first = _put(folder / "one", "report.md", markdown("Fennimoor"))
    second = _put(folder / "two", "report.md", markdown("Abbotsmere"))
    for outcome in ("added", "unchanged"):  # and so it stays in the next run
        done = ingest([first, second], library)
        assert [file.outcome for file in done] == [outcome, "failed"]
        assert done[1].reason.startswith(f"another file of this name went in before {second}; rename")
        assert [report.title for report in library.reports] == ["Inspection of Fennimoor children’s services"]


def test_one_file_named_twice_is_unchanged_the_second_time(library: Library, folder: Path) -> None:
    path = _put(folder, "a.md", markdown())
    assert [file.outcome for file in ingest([path, folder, path], library)] == ["added", "unchanged", "unchanged"]


def test_a_name_whose_first_file_failed_is_free_for_the_second(library: Library, folder: Path) -> None:
    done = ingest([_put(folder / "one", "a.md", b""), _put(folder / "two", "a.md", markdown())], library)
    assert [file.outcome for file in done] == ["failed", "added"]


def _truncated() -> bytes:
    whole = (SAMPLES / "saltmere--focused-visit--2024-01-08.pdf").read_bytes()
    return whole[: len(whole) // 2]


def _locked() -> bytes:
    """A PDF that says it is encrypted; what it says of how is nonsense."""
    whole = pdf(content(Words("Saltmere.", 72, 700)))
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (x) /U (x) >>")


BAD = {
    "empty.pdf": b"",
    "blank.txt": b" \n\t\n",
    "truncated.pdf": _truncated(),
    "locked.pdf": _locked(),
    "image only.pdf": pdf(b"0.5 g 72 72 400 600 re f"),
    "random.pdf": bytes(range(256)) * 40,
    "zip.pdf": b"PK\x03\x04" + b"\x00" * 400,
    "picture.md": b"\x89PNG\r\n\x1a\n" + b"\x00" * 100,
    "nothing after the header.pdf": b"%PDF-1.7\n",
}


@pytest.mark.parametrize(("name", "data"), BAD.items(), ids=BAD)
def test_a_bad_file_fails_alone_with_its_reason_and_the_next_step(
    library: Library, folder: Path, name: str, data: bytes
) -> None:
    bad = _put(folder, name, data)
    good = _put(folder, "z.md", markdown())
    failed, added = ingest([bad, good], library)
    assert (failed.file, failed.outcome, added.outcome) == (name, "failed", "added")
    assert failed.reason.count("; ") == 1  # the reason; the next step
    assert "\n" not in failed.reason
    assert "Error" not in failed.reason
    assert [report.file for report in library.reports] == ["z.md"]


def test_whatever_a_reader_runs_into_only_that_file_fails(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = read.read

    def stumbles(data: bytes, name: str) -> object:
        if name == "odd.md":
            raise RecursionError("too deep")
        return real(data, name)

    monkeypatch.setattr(read, "read", stumbles)
    odd, good = ingest([_put(folder, "odd.md", b"odd"), _put(folder, "z.md", markdown())], library)
    assert (odd.outcome, good.outcome) == ("failed", "added")
    assert odd.reason == "reading it went wrong (RecursionError); print it to a new PDF and add that"


def test_a_file_that_cannot_be_opened_fails_alone(library: Library, folder: Path) -> None:
    gone = folder / "gone.md"
    good = _put(folder, "a.md", markdown())

    def lose_it(_file: Ingested, _left: int) -> None:
        gone.unlink(missing_ok=True)

    gone.write_bytes(b"x")
    done = ingest([good, gone], library, lose_it)
    assert done[1] == Ingested(
        "gone.md", "failed", reason="it cannot be opened (No such file or directory); check its permissions"
    )


def test_a_file_that_is_too_large_fails_alone(library: Library, folder: Path) -> None:
    huge = folder / "huge.pdf"
    huge.touch()
    os.truncate(huge, 100_000_001)
    assert ingest([huge], library)[0].reason == "it is larger than 100 MB; add a smaller version"


@pytest.mark.skipif(os.name != "posix", reason="only there a name can be bytes that are no text")
def test_a_name_that_is_no_text_is_made_one(library: Library, folder: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.md"))
    path.write_bytes(markdown())
    assert [file.file for file in ingest([path], library)] == ["caf\ufffd.md"]
    assert library.report("caf\ufffd.md").pages == 1


def test_a_report_of_three_hundred_pages_goes_in(library: Library, folder: Path) -> None:
    pages = [content(Words(f"{number}. Lantern {number} hangs in Fennimoor.", 72, 700)) for number in range(1, 301)]
    (done,) = ingest([_put(folder, "long.pdf", pdf(*pages))], library)
    assert (done.outcome, library.reports[0].pages) == ("added", 300)
    found = library.paragraphs(library.reports[0].id)
    assert [paragraph.page for paragraph in found if paragraph.text.endswith("Lantern 299 hangs in Fennimoor.")] == [
        299
    ]


def test_what_went_in_before_a_stop_is_indexed_all_the_same(library: Library, folder: Path) -> None:
    paths = [_put(folder, f"{name}.md", markdown(name.title())) for name in ("abbotsmere", "fennimoor")]

    def stop(_file: Ingested, _left: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(paths, library, stop)
    assert [report.file for report in library.reports] == ["abbotsmere.md"]
    assert library.indexes_agree()


def test_a_busy_library_is_told_before_anything_is_read(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.own()
    monkeypatch.setattr(read, "read", _never)
    with Library(library.settings, WordBuckets()) as second, pytest.raises(LibraryProblem, match="Another process"):
        ingest([_put(folder, "a.md", markdown())], second)


def test_bytes_can_go_in_without_a_file(library: Library) -> None:
    assert ingest_content(markdown(), "upload.md", library).outcome == "added"
    assert library.original(library.report("upload.md").id) == markdown()


def test_a_file_that_hides_text_goes_in_without_it_and_is_told_of_once(library: Library, folder: Path) -> None:
    page = b"<!doctype html><h1>Saltmere</h1><p>Visits are late.</p><p hidden>Children are safe.</p>"
    (done,) = ingest([_put(folder, "a.html", page)], library)
    assert (done.outcome, done.reason) == ("added", HIDDEN)
    assert summarise([done]) == f"1 added.\n  a.html: {HIDDEN}"
    assert not any("safe" in one.text for one in library.paragraphs(library.report("a.html").id))
    assert ingest([folder], library) == (Ingested("a.html", "unchanged"),)


def test_paths_that_lead_nowhere_are_told(folder: Path) -> None:
    with pytest.raises(WrongUse, match=r"missing does not exist: check the path\.$"):
        list(find_files([folder / "missing"]))
    _put(folder, ".hidden", b"x")
    with pytest.raises(WrongUse, match=r"documents holds no files: name a folder with reports in it\.$"):
        list(find_files([folder]))


def test_the_summary_is_one_sentence_and_a_line_for_each_failure() -> None:
    done = [
        Ingested("a.md", "added", 5),
        Ingested("b.md", "added", 5),
        Ingested("c.md", "unchanged"),
        Ingested("d.md", "failed", reason="it is empty; download it again"),
    ]
    assert summarise(done) == "2 added, 1 unchanged, 1 failed.\n  d.md: it is empty; download it again"
    assert summarise([]) == "Nothing to add."
