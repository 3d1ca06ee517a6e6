"""A theme across reports is counted right: who says something, who is silent, in exact words."""

from pathlib import Path

import pytest

from assistant.comparing.narrowing import Narrowing
from assistant.comparing.theme import find_theme
from corpus.errors import WrongUse
from tests.assistant.comparing.made import LANTERNS, judged, searching

PRAISED = "Supervision is regular and of good quality."
CRITICISED = "Supervision is infrequent and weak."
ASKED = "The quality of supervision."


def test_reports_that_name_a_theme_are_counted_and_the_others_are_silent(tmp_path: Path) -> None:
    with searching(
        tmp_path,
        judged("Ambleford", 2019, [PRAISED, LANTERNS]),
        judged("Birchley", 2020, [CRITICISED, LANTERNS]),
        judged("Cressing", 2021, [LANTERNS]),
    ) as searcher:
        found = find_theme("supervision", searcher)
    assert [(each.report.council, each.tone) for each in found.said] == [
        ("Ambleford", "praise"),
        ("Birchley", "criticism"),
    ]
    assert [report.council for report in found.silent] == ["Cressing"]
    assert found.counts == {"praise": 1, "criticism": 1, "both": 0, "neither": 0}
    assert found.coverage == "Searched: 3 reports on 3 councils (2019 to 2021), the newest of March 2021."


def test_what_is_quoted_is_the_exact_text_of_a_paragraph_of_that_report(tmp_path: Path) -> None:
    with searching(tmp_path, judged("Ambleford", 2019, [PRAISED, CRITICISED])) as searcher:
        (said,) = find_theme("supervision", searcher).said
        held = searcher.library.paragraphs(said.report.id)
    assert {each.text for each in said.paragraphs} == {PRAISED, CRITICISED}
    assert set(said.paragraphs) <= set(held)
    assert said.tone == "both"


def test_what_inspectors_asked_for_counts_as_criticism_whatever_its_words(tmp_path: Path) -> None:
    with searching(tmp_path, judged("Ambleford", 2019, [LANTERNS, ASKED], asked_for=[1])) as searcher:
        (said,) = find_theme("supervision", searcher).said
    assert (said.tone, said.tones) == ("criticism", ("criticism",))


def test_no_more_than_three_paragraphs_are_kept_and_all_are_counted(tmp_path: Path) -> None:
    many = [f"Supervision of team {number} is recorded." for number in range(1, 6)]
    with searching(tmp_path, judged("Ambleford", 2019, many)) as searcher:
        (said,) = find_theme("supervision", searcher).said
    assert (len(said.paragraphs), said.count, said.tone) == (3, 5, "neither")


def test_a_text_that_reports_of_several_councils_share_is_no_finding(tmp_path: Path) -> None:
    printed = "An outstanding authority has supervision that improves practice."
    with searching(
        tmp_path, judged("Ambleford", 2019, [printed]), judged("Birchley", 2020, [printed, CRITICISED])
    ) as searcher:
        found = find_theme("supervision", searcher)
    assert [(each.report.council, each.count) for each in found.said] == [("Birchley", 1)]


def test_another_name_of_a_term_counts_and_another_term_with_the_same_word_does_not(tmp_path: Path) -> None:
    with searching(
        tmp_path,
        judged("Ambleford", 2019, ["Privately fostered children are visited."]),
        judged("Birchley", 2020, ["Foster carers are trained well."]),
    ) as searcher:
        found = find_theme("private fostering", searcher)
    assert [each.report.council for each in found.said] == ["Ambleford"]


def test_one_word_of_a_theme_of_several_is_not_enough(tmp_path: Path) -> None:
    with searching(
        tmp_path,
        judged("Ambleford", 2019, ["The recruitment of foster carers is robust."], heading="Children in care"),
        judged("Birchley", 2020, ["The recruitment of senior managers is robust."], heading="Leaders"),
        judged("Cressing", 2021, ["Support for foster carers is robust."], heading="Children in care"),
    ) as searcher:
        found = find_theme("recruitment of foster carers", searcher)
    assert [each.report.council for each in found.said] == ["Ambleford"]


def test_councils_years_and_areas_narrow_what_is_searched(tmp_path: Path) -> None:
    with searching(
        tmp_path,
        judged("Ambleford", 2016, [PRAISED]),
        judged("Ambleford", 2020, [PRAISED]),
        judged("Birchley", 2020, [CRITICISED], heading="The impact of leaders on practice"),
    ) as searcher:
        years = find_theme("supervision", searcher, Narrowing(("Ambleford",), (), 2018, 2022))
        led = find_theme("supervision", searcher, areas=["leaders"])
    assert [report.when.year for report in years.searched if report.when] == [2020]
    assert [each.report.council for each in led.said] == ["Birchley"]


def test_it_is_told_after_each_report_how_many_are_done(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with searching(tmp_path, judged("Ambleford", 2019, [PRAISED]), judged("Birchley", 2020, [LANTERNS])) as searcher:
        find_theme("supervision", searcher, tell=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("words", ["", "  ", "the", "?!", "x" * 300])
def test_words_that_name_nothing_are_refused_in_a_plain_sentence(tmp_path: Path, words: str) -> None:
    with (
        searching(tmp_path, judged("Ambleford", 2019, [PRAISED])) as searcher,
        pytest.raises(WrongUse, match="such as"),
    ):
        find_theme(words, searcher)
