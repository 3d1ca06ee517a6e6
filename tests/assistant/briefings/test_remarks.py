"""A briefing says which of its reports are no longer the newest or no longer held, and on what terms they are."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.briefings.remarks import say_licences, warn
from corpus.chunk import Entry
from corpus.library import Library
from tests.assistant.briefings.made import REPORT, full, hold
from tests.builders import SENTENCES, entry

NAME = "Fennimoor, ILACS inspection, March 2021"


def _later(file: str = "later.md") -> Entry:
    made = entry(file, ["Kites are flown again."])
    return replace(made, report=replace(made.report, inspected_to=date(2024, 3, 1)))


def test_nothing_is_warned_of_while_the_report_is_the_newest_and_held(library: Library) -> None:
    assert warn(full(), hold(library)) == ()


def test_a_newer_inspection_is_warned_of(library: Library) -> None:
    hold(library).add(_later())
    assert warn(full(), library) == (
        f"{NAME} has been followed by a newer inspection: Fennimoor, ILACS inspection, March 2024.",
    )


def test_a_removed_and_a_replaced_report_are_told_apart(library: Library) -> None:
    assert warn(full(), library)[0].startswith(f"{NAME} was removed from the library since")
    library.add(_later(REPORT.file))
    assert warn(full(), library)[0].startswith(f"{NAME} was replaced by a newer file since")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("under the terms of the Open Government\nLicence.", "may be reused under the Open Government Licence"),
        ("You may copy it for non-commercial educational purposes.", "may be copied for non-commercial purposes only"),
        ("© Crown copyright 2014", "are Crown copyright; their text does not say how they may be reused"),
        ("", "do not say in their text how they may be reused"),
    ],
)
def test_terms_are_what_the_report_itself_says(library: Library, words: str, said: str) -> None:
    made = entry(REPORT.file, [*SENTENCES, words] if words else SENTENCES)
    report = replace(made.report, inspected_to=REPORT.inspected_to)
    library.add(replace(made, report=report))
    briefing = full()
    cited = replace(
        briefing,
        sections=tuple(
            replace(each, items=tuple(replace(i, reports=(report,)) for i in each.items)) for each in briefing.sections
        ),
    )
    (line,) = say_licences(cited, library)
    assert line.startswith("These reports ")
    assert said in line
    assert line.endswith(f": {NAME}.")


def test_nothing_is_claimed_of_the_terms_of_a_report_that_is_no_longer_held(library: Library) -> None:
    (line,) = say_licences(full(), library)
    assert "cannot be read here" in line
