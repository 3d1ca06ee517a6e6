"""What later reports say of an Improvement is proposed from their own words, the more careful way."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.improvements.improvement import Later
from assistant.improvements.later import later, later_reports
from assistant.improvements.saying import criticises, praises, says_better, says_met
from assistant.search import Searcher
from corpus.report import Report, ReportKind
from tests.assistant.improvements.conftest import Item
from tests.assistant.made import report


def said(found: tuple[Later, ...], year: int) -> Later:
    """What the report of a year says."""
    return next(each for each in found if each.report.when and each.report.when.year == year)


def test_what_the_next_list_asks_for_again_is_repeated(followed: Searcher, item: Item) -> None:
    found = said(later(item("fennimoor-2015.md", "supervision"), followed), 2019)
    assert (found.proposed, found.quotes[0]) == ("repeated", "The regularity of supervision for social workers.")
    assert "list" in found.why


def test_better_than_before_with_criticism_left_is_improved_and_says_so(followed: Searcher, item: Item) -> None:
    found = said(later(item("fennimoor-2015.md", "supervision"), followed), 2023)
    assert (found.proposed, "criticises" in found.why) == ("improved", True)


def test_better_than_before_is_improved(followed: Searcher, item: Item) -> None:
    assert said(later(item("fennimoor-2015.md", "return home interviews"), followed), 2019).proposed == "improved"


def test_of_praise_and_criticism_in_one_paragraph_nothing_is_proposed(followed: Searcher, item: Item) -> None:
    found = said(later(item("fennimoor-2015.md", "return home interviews"), followed), 2023)
    assert (found.proposed, "both praises and criticises" in found.why, len(found.quotes)) == ("not sure", True, 1)


def test_praise_without_criticism_is_met(followed: Searcher, item: Item) -> None:
    found = said(later(item("fennimoor-2015.md", "health histories"), followed), 2023)
    assert found.proposed == "met"
    assert found.quotes == ("Care leavers receive their health histories promptly, and these are of good quality.",)


def test_where_we_are_not_sure_nothing_is_proposed_and_what_is_nearest_is_shown(followed: Searcher, item: Item) -> None:
    found = [
        each
        for words in ("supervision", "health histories")
        for each in later(item("fennimoor-2015.md", words), followed)
    ]
    unsure = [each for each in found if each.proposed == "not sure"]
    assert all(each.paragraphs and each.quotes and "read" in each.why for each in unsure)
    assert all(each.paragraphs for each in found if each.proposed != "not mentioned")


def test_silence_is_not_mentioned_and_shows_nothing(followed: Searcher, item: Item) -> None:
    found = said(later(item("fennimoor-2019.md", "advocacy"), followed), 2023)
    assert (found.proposed, found.paragraphs, found.quotes) == ("not mentioned", (), ())


def test_every_quote_stands_word_for_word_in_its_paragraph(followed: Searcher, item: Item) -> None:
    for words in ("supervision", "health histories", "return home interviews", "private fostering"):
        for each in later(item("fennimoor-2015.md", words), followed):
            assert len(each.quotes) == len(each.paragraphs) <= 3
            for quote, paragraph in zip(each.quotes, each.paragraphs, strict=True):
                assert all(part in paragraph.text for part in quote.split(" … "))
                assert paragraph.report_id == each.report.id


def test_later_reports_come_oldest_first_and_the_newest_has_none(followed: Searcher, item: Item) -> None:
    years = [
        each.report.when.year for each in later(item("fennimoor-2015.md", "supervision"), followed) if each.report.when
    ]
    assert years == [2019, 2023]
    assert later(item("fennimoor-2023.md", "disabled"), followed) == ()


@pytest.mark.parametrize(
    ("kind", "later_kind", "counts"),
    [
        ("SIF", "ILACS", True),
        ("ILACS", "focused visit", True),
        ("ILACS", "monitoring visit", True),
        ("ILACS", "area SEND", False),
        ("area SEND", "ILACS", False),
        ("area SEND", "area SEND", True),
    ],
)
def test_only_reports_on_the_same_services_follow(kind: ReportKind, later_kind: ReportKind, counts: bool) -> None:  # noqa: FBT001 - a row of the table
    first: Report = replace(report(), kind=kind)
    second = replace(report(year=2022), kind=later_kind)
    assert later_reports(first, [first, second]) == ([second] if counts else [])


def test_another_councils_and_an_undated_report_do_not_follow() -> None:
    undated = replace(report(), id="x", inspected_to=None, published=None)
    assert later_reports(report(), [report(council="Wickersea", year=2022), undated]) == []
    assert later_reports(replace(report(), published=date(2019, 8, 1)), [report(year=2015)]) == []


@pytest.mark.parametrize(
    ("sentence", "poor", "good", "better"),
    [
        ("Supervision is irregular and often poor.", True, False, False),
        ("Not all children have a plan.", True, False, False),
        ("Independent reviewing officers are stretched, with very high caseloads.", True, False, False),
        ("Rigorous monitoring is preventing drift and ensuring timely decisions.", False, True, False),
        ("Visits are regular and supervision is effective.", False, True, False),
        ("The quality of plans has not improved.", True, False, False),
        ("The quality of plans has improved significantly.", False, True, True),
        ("Children make good progress at school.", False, True, False),
        ("Good progress has been made on plans.", False, True, True),
        ("The ‘no detriment’ policy is effective.", False, True, False),
        ("Managers meet on Mondays.", False, False, False),
    ],
)
def test_what_a_sentence_says_is_told_by_its_words(sentence: str, poor: bool, good: bool, better: bool) -> None:  # noqa: FBT001 - a row of the table
    assert (criticises(sentence), praises(sentence), says_better(sentence)) == (poor, good, better)


def test_dealt_with_is_said_only_where_all_was() -> None:
    assert says_met("The recommendations of the last inspection have been addressed.")
    assert not says_met("Only some recommendations have been addressed.")
    assert not says_met("The weaknesses have not been addressed.")
