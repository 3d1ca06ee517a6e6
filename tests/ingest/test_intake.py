"""Files handed in from the chat go in one after another, each told of in plain words, while the library is used."""

import threading
import time
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from corpus.errors import LibraryProblem
from corpus.library import Library
from ingest import intake
from ingest.intake import Intake, Upload
from ingest.pipeline import ingest_content
from tests.builders import SENTENCES, entry, markdown
from tests.fakes import HOSTILE, WordBuckets

PATIENCE = 30  # seconds


@pytest.fixture
def taker(library: Library) -> Intake:
    """An intake for an empty library."""
    return Intake(library)


def finished(taker: Intake) -> tuple[Upload, ...]:
    """The uploads once all are done."""
    deadline = time.monotonic() + PATIENCE
    while not all(upload.is_done for upload in taker.uploads()):
        assert time.monotonic() < deadline, taker.uploads()
        time.sleep(0.01)
    return taker.uploads()


def told(taker: Intake) -> list[tuple[str, str]]:
    """What became of each file, and why."""
    return [(upload.state, upload.reason) for upload in finished(taker)]


class Waits(WordBuckets):
    """Embeds only once it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.let = threading.Event(), threading.Event()

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """The same vectors, later."""
        if len(texts) > 1:  # a report, not a question
            self.reached.set()
            assert self.let.wait(PATIENCE)
        return super().encode(texts)


def test_a_file_goes_in_and_is_found(taker: Intake, library: Library) -> None:
    id_ = taker.take("fennimoor.md", markdown())
    (upload,) = finished(taker)
    assert (upload.id, upload.name, upload.state, upload.reason) == (id_, "fennimoor.md", "added", "")
    assert [report.id for report in library.reports] == [upload.report_id]
    assert library.indexes_agree()
    assert library.by_words("lanterns", 5)


def test_files_go_in_in_the_order_they_came(taker: Intake, library: Library) -> None:
    names = [f"{number}.md" for number in range(5)]
    ids = [taker.take(name, markdown(f"Council {name}")) for name in names]
    assert [(upload.id, upload.name, upload.state) for upload in finished(taker)] == [
        (id_, name, "added") for id_, name in zip(ids, names, strict=True)
    ]
    assert {report.file for report in library.reports} == set(names)


def test_the_same_file_again_changes_nothing_and_a_changed_one_replaces_it(taker: Intake, library: Library) -> None:
    for name, content in (
        ("a.md", markdown()),
        ("a.md", markdown()),
        ("other name.md", markdown()),
    ):
        taker.take(name, content)
    finished(taker)
    taker.take("a.md", markdown(sentences=["Herons stand on the town hall."]))
    assert told(taker) == [
        ("added", ""),
        ("unchanged", ""),
        ("unchanged", "the library already holds it as a.md"),
        ("replaced", ""),
    ]
    assert [report.file for report in library.reports] == ["a.md"]
    assert library.by_words("lanterns", 5) == []


def test_what_cannot_be_read_fails_alone_with_its_reason(taker: Intake, library: Library) -> None:
    taker.take("empty.pdf", b"")
    taker.take("picture.png", b"\x89PNG\r\n\x1a\n....")
    taker.take("damaged.pdf", b"%PDF-1.7 and nothing more")
    taker.take("good.md", markdown())
    done = told(taker)
    assert done[0] == ("failed", "it is empty; download it again")
    assert done[1] == ("failed", "it is a picture; run text recognition (OCR) over it and add the PDF")
    assert done[2][0] == "failed"
    assert done[3] == ("added", "")
    assert [report.file for report in library.reports] == ["good.md"]


def test_asking_goes_on_while_a_file_is_read(open_library: Callable[..., Library]) -> None:
    slow = Waits()
    library = open_library(slow)
    library.add(entry())
    taker = Intake(library)
    taker.take("slow.md", markdown("Abbotsmere"))
    assert slow.reached.wait(PATIENCE)
    assert [upload.state for upload in taker.uploads()] == ["reading"]
    assert library.by_words("lanterns", 5)
    assert library.by_meaning(slow.encode([SENTENCES[0]])[0], 1)
    assert len(library.reports) == 1
    slow.let.set()
    assert told(taker) == [("added", "")]
    assert len(library.reports) == 2


def test_two_different_files_of_one_name_at_a_time_are_told_apart(open_library: Callable[..., Library]) -> None:
    slow = Waits()
    taker = Intake(open_library(slow))
    taker.take("report.md", markdown())
    taker.take("report.md", markdown("Abbotsmere"))
    taker.take("report.md", markdown())
    slow.let.set()
    reason = "another file of this name is being added; rename one of them and add it again"
    assert told(taker) == [("added", ""), ("failed", reason), ("unchanged", "")]


def test_too_large_a_file_and_too_many_are_refused(
    open_library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "LARGEST", 4_000_000)
    monkeypatch.setattr(intake, "MOST_WAITING", 2)
    slow = Waits()
    taker = Intake(open_library(slow))
    taker.take("large.pdf", b"x" * 4_000_001)
    for number in range(3):
        taker.take(f"{number}.md", markdown(f"Council {number}"))
    slow.let.set()
    assert told(taker) == [
        ("failed", "it is larger than 4 MB; add a smaller version"),
        ("added", ""),
        ("added", ""),
        ("failed", "too many files are waiting already; add it again when they are done"),
    ]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\reports\\a.md", "a.md"),
        ("../../etc/passwd", "passwd"),
        ("a\u202efdp.md", "a fdp.md"),
        ("two\nlines\x00.md", "two lines .md"),
        ("", "unnamed"),
        ("a/", "unnamed"),
        ("x" * 400 + "2024-03-01.pdf", "x" * 89 + "…" + "x" * 16 + "2024-03-01.pdf"),
        ("børn 🦆.md", "børn 🦆.md"),
    ],
)
def test_a_name_is_printable_and_bounded(taker: Intake, name: str, kept: str) -> None:
    taker.take(name, b"")
    assert [upload.name for upload in finished(taker)] == [kept]


def test_a_hostile_name_and_text_go_in_as_words(taker: Intake, library: Library) -> None:
    taker.take(f"{HOSTILE}.md", markdown(HOSTILE, [HOSTILE]))
    (upload,) = finished(taker)
    assert upload.state == "added"
    assert upload.name.isprintable()
    assert len(upload.name) <= 120
    assert library.reports[0].file == upload.name


def test_a_full_disk_and_the_unforeseen_are_told_in_a_sentence_and_the_next_file_goes_in(
    taker: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways = iter([LibraryProblem("The disk is full: make room."), RuntimeError("secret of the house")])
    whole = ingest_content

    def fail(*values: object) -> object:
        if error := next(ways, None):
            raise error
        return whole(*values)  # type: ignore[arg-type]

    monkeypatch.setattr("ingest.intake.ingest_content", fail)
    for number in range(3):
        taker.take(f"{number}.md", markdown(f"Council {number}"))
    assert told(taker) == [
        ("failed", "The disk is full: make room."),
        ("failed", "something went wrong that was not foreseen; add it again"),
        ("added", ""),
    ]


def test_what_is_done_can_be_forgotten_and_what_is_not_stays(open_library: Callable[..., Library]) -> None:
    slow = Waits()
    taker = Intake(open_library(slow))
    taker.take("slow.md", markdown())
    assert slow.reached.wait(PATIENCE)
    taker.take("large.md", b"x" * (intake.LARGEST + 1))
    taker.forget()
    assert [upload.name for upload in taker.uploads()] == ["slow.md"]
    slow.let.set()
    finished(taker)
    taker.forget()
    assert taker.uploads() == ()


def test_of_very_many_files_only_the_last_are_remembered(taker: Intake) -> None:
    for number in range(130):
        taker.take(f"{number}.pdf", b"")
        finished(taker)
    kept = taker.uploads()
    assert 100 <= len(kept) <= 101
    assert kept[-1].name == "129.pdf"


def test_each_is_told_of_their_own_files_alone(taker: Intake) -> None:
    taker.take("mine.pdf", b"", "me")
    taker.take("secret.pdf", b"", "somebody else")
    assert [upload.name for upload in taker.uploads("me")] == ["mine.pdf"]
    taker.forget("me")
    assert [upload.name for upload in taker.uploads("somebody else")] == ["secret.pdf"]
