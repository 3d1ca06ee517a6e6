"""What is said beside an answer."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer, Status
from assistant.citations import Claim
from assistant.periods import When
from assistant.question import Question
from assistant.remarks import superseded_by, with_searched
from corpus.report import ReportKind
from tests.ui import made

OLD = made.REPORT
NEW = replace(made.REPORT, id="5a18", inspected_to=date(2022, 5, 3))
ELSEWHERE = replace(made.REPORT, id="e1de", council="Eldermarsh", inspected_to=date(2024, 5, 3))
HELD = (OLD, NEW, ELSEWHERE)


def answer(status: Status = "in the reports", note: str = "", question: Question | None = None) -> Answer:
    """An answer whose only source is the old report."""
    asked = question or Question("Q?", "Q?", councils=("Saltmere",), reports=(OLD.id, NEW.id))
    return made.turn(Claim("A.", (1,)), status=status, note=note, question=asked).answer


def test_what_was_searched_is_added_to_the_note() -> None:
    assert with_searched(answer(), HELD).note == "Searched: 2 reports on Saltmere (2019 to 2022)."
    everything = Question("Q?", "Q?")
    assert with_searched(answer(note="See.", question=everything), HELD).note == (
        "See. Searched: 3 reports on 2 councils (2019 to 2024)."
    )


def test_it_is_not_said_twice_nor_where_nothing_was_searched() -> None:
    said = answer(note="Nothing. Searched: 2 reports.")
    assert with_searched(said, HELD) == said
    assert with_searched(answer("not in inspection reports"), HELD).note == ""


def test_an_answer_from_the_newest_reports_names_no_more_than_it_looked_in() -> None:
    question = Question("Q?", "Q?", "grade", councils=("Saltmere",), reports=(OLD.id, NEW.id))
    assert with_searched(answer(question=question), HELD).note == "Searched: 1 report on Saltmere (2019)."
    dated = replace(question, when=When(newest=2))
    assert with_searched(answer(question=dated), HELD).note == "Searched: 2 reports on Saltmere (2019 to 2022)."


def test_a_newer_report_of_the_same_council_takes_the_place_of_an_older_one() -> None:
    assert superseded_by(OLD, HELD) == NEW
    assert superseded_by(NEW, HELD) is None
    assert superseded_by(ELSEWHERE, HELD) is None


@pytest.mark.parametrize(
    ("kind", "newer", "takes_its_place"),
    [
        ("SIF", "ILACS", True),
        ("child protection", "SIF", True),
        ("ILACS", "area SEND", False),
        ("ILACS", "monitoring visit", False),
        ("focused visit", "focused visit", False),
        ("area SEND", "area SEND", True),
    ],
)
def test_only_a_full_inspection_takes_the_place_of_one(
    kind: ReportKind, newer: ReportKind, *, takes_its_place: bool
) -> None:
    held = (replace(OLD, kind=kind), replace(NEW, kind=newer))
    assert (superseded_by(held[0], held) is not None) == takes_its_place
