"""A grid puts each question to each report alone, and keeps what was answered."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from langchain_core.runnables import Runnable, RunnableConfig

from assistant.answer import Answer
from assistant.chain import Asked
from assistant.citations import Citation, Claim
from assistant.comparing.cells import Cells
from assistant.comparing.grid import SILENT, cell_text, fill_grid, open_grid
from corpus.errors import WrongUse
from corpus.library import Library
from corpus.settings import Settings
from tests.assistant.comparing.made import LANTERNS, judged
from tests.fakes import WordBuckets

KITES, BEES = "Who flies kites?", "Who keeps bees?"


class OwnParagraph(Runnable[Asked, Answer]):
    """Answers with the first paragraph of the one report that was asked; nothing about bees. Remembers who asked."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.asked: list[tuple[str, str]] = []

    def invoke(self, input: Asked, config: RunnableConfig | None = None, **_kwargs: Any) -> Answer:  # noqa: A002, ARG002
        """The finished answer."""
        assert input.understood is not None
        (report_id,) = input.understood.reports or ()
        self.asked.append((report_id, input.text))
        if "bees" in input.text:
            return Answer(input.understood, "the reports do not say")
        paragraph = self._library.paragraphs(report_id)[0]
        cited = Citation(1, paragraph, self._library.report(report_id))
        return Answer(input.understood, "in the reports", (Claim(paragraph.text, (1,)),), (cited,))


@contextmanager
def asking(folder: Path) -> Iterator[tuple[Library, OwnParagraph, Cells]]:
    """A library of two reports, what answers, and the cells kept."""
    with Library(Settings(data=folder), WordBuckets()) as library:
        library.add(judged("Ambleford", 2019, ["Kites are flown in Ambleford."]))
        library.add(judged("Birchley", 2020, ["Kites are flown in Birchley.", LANTERNS]))
        yield library, OwnParagraph(library), Cells(library.engine, library.settings)


def test_each_cell_is_answered_from_its_own_report_and_kept(tmp_path: Path) -> None:
    with asking(tmp_path) as (library, chain, cells):
        fill_grid(open_grid(library.reports, [KITES, BEES], cells), chain, cells)
        grid = open_grid(library.reports, [KITES, BEES], cells)
        for report in library.reports:
            (cited,) = grid.answers[report.id, KITES].citations
            assert cited.report == report
            assert cited.paragraph == library.paragraphs(report.id)[0]
            assert cell_text(grid.answers[report.id, KITES]) == f"{cited.paragraph.text} [1]"
            assert cell_text(grid.answers[report.id, BEES]) == SILENT
        assert grid.missing == []
        fill_grid(grid, chain, cells)
        assert len(chain.asked) == 4


def test_what_is_kept_is_there_after_a_restart_whatever_the_spaces_in_the_question(tmp_path: Path) -> None:
    with asking(tmp_path) as (library, chain, cells):
        fill_grid(open_grid(library.reports, [KITES], cells), chain, cells)
    with asking(tmp_path) as (library, chain, cells):
        assert open_grid(library.reports, [f"  {KITES.replace(' ', '  ')} "], cells).missing == []


def test_another_question_another_model_and_a_removed_report_are_worked_out_anew(tmp_path: Path) -> None:
    with asking(tmp_path) as (library, chain, cells):
        fill_grid(open_grid(library.reports, [KITES], cells), chain, cells)
        assert len(open_grid(library.reports, ["Who flies a kite?"], cells).missing) == 2
        other = Cells(library.engine, library.settings.model_copy(update={"reranker": "another"}))
        assert len(open_grid(library.reports, [KITES], other).missing) == 2
        cells.forget_all_but([library.reports[0].id])
        assert [report for report, _asked in open_grid(library.reports, [KITES], cells).missing] == [library.reports[1]]


def test_stopping_keeps_what_is_known(tmp_path: Path) -> None:
    def stop(done: int, _of: int) -> None:
        if done == 1:
            raise InterruptedError

    with asking(tmp_path) as (library, chain, cells):
        with pytest.raises(InterruptedError):
            fill_grid(open_grid(library.reports, [KITES, BEES], cells), chain, cells, stop)
        assert len(open_grid(library.reports, [KITES, BEES], cells).missing) == 3


def test_an_answer_that_another_version_wrote_is_worked_out_anew(tmp_path: Path) -> None:
    with asking(tmp_path) as (library, chain, cells):
        fill_grid(open_grid(library.reports, [KITES], cells), chain, cells)
    with sqlite3.connect(next(tmp_path.glob("*.db*"))) as database:
        database.execute("update grid_cells set turn = '{}'")
    with asking(tmp_path) as (library, chain, cells):
        assert len(open_grid(library.reports, [KITES], cells).missing) == 2


def test_a_grid_without_a_report_or_a_question_is_refused(tmp_path: Path) -> None:
    with asking(tmp_path) as (library, _chain, cells):
        for reports, questions in (
            ((), [KITES]),
            (library.reports, [" "]),
            (library.reports, [f"{n}?" for n in range(31)]),
        ):
            with pytest.raises(WrongUse):
                open_grid(reports, questions, cells)


def test_one_question_is_asked_once(tmp_path: Path) -> None:
    with asking(tmp_path) as (library, _chain, cells):
        assert open_grid(library.reports, [KITES, f" {KITES}"], cells).questions == (KITES,)
        assert replace(open_grid(library.reports, [KITES], cells), reports=()).size == 0
