"""The standard lists hold questions in our own words, each to be asked of a council, with where it comes from."""

import pytest

from assistant import standards
from assistant.conversation import Conversation
from assistant.question import Sort
from assistant.understand import understand
from corpus.errors import WrongUse
from corpus.report import Report


def test_there_is_a_list_for_each_matter_that_committees_look_at() -> None:
    assert [each.name for each in standards.lists()] == [
        "corporate-parenting",
        "safeguarding",
        "care-leavers",
        "leadership",
        "send",
    ]


@pytest.mark.parametrize("found", standards.lists(), ids=lambda found: found.name)
def test_every_question_names_its_council_and_its_source(found: standards.StandardList) -> None:
    assert 10 <= len(found.questions) <= 20
    assert len({question.id for question in found.questions}) == len(found.questions)
    for question in found.questions:
        asked = question.of("Saltmere")
        assert "Saltmere" in asked
        assert "{" not in asked
        assert asked.endswith("?")
        title, _bracket, publisher = question.source.partition(" (")
        assert title
        assert publisher.endswith(")")


@pytest.mark.parametrize("found", standards.lists(), ids=lambda found: found.name)
def test_every_question_is_one_that_reports_can_answer(
    found: standards.StandardList, reports: tuple[Report, ...]
) -> None:
    """It is understood to be about the council, and not about what reports never hold."""
    for question in found.questions:
        understood = understand(question.of("Saltmere"), Conversation(), reports)
        beyond: Sort = "beyond"
        assert (understood.councils, understood.sort != beyond) == (("Saltmere",), True), question.text


def test_a_list_is_known_by_its_name_in_any_case() -> None:
    assert standards.find_list(" Care-Leavers ").title == "Care leavers"


def test_a_name_that_is_no_list_is_told_with_those_that_are() -> None:
    with pytest.raises(
        WrongUse, match=r"neither a file nor a standard list 'kites'.*corporate-parenting, safeguarding"
    ):
        standards.find_list("kites")
