"""Good practice comes from reports that judged that very area good or outstanding, and praises."""

from pathlib import Path

from assistant.comparing.practice import find_practice
from tests.assistant.comparing.made import judged, searching

GOOD = (
    "Care leavers are helped by skilled advisers who know them well, visit them often and stay in touch, so that they "
    "do well in their new homes and thrive in {}."
)
MIXED = (
    "Care leavers are helped by skilled advisers, but too many of them wait a long time for their plans in {}, "
    "year after year after year."
)


def test_praise_is_found_only_where_the_area_was_judged_good_or_outstanding(tmp_path: Path) -> None:
    with searching(
        tmp_path,
        judged("Ambleford", 2023, [GOOD.format("Ambleford")], overall="inadequate", care_leavers="good"),
        judged("Birchley", 2023, [GOOD.format("Birchley")], overall="outstanding", care_leavers="inadequate"),
        judged("Cressing", 2023, [GOOD.format("Cressing")], overall="good"),
    ) as searcher:
        found = find_practice("care_leavers", searcher)
    assert [(each.report.council, each.judgement.grade) for each in found.examples] == [("Ambleford", "good")]
    assert [each.paragraph.text for each in found.examples] == [GOOD.format("Ambleford")]
    assert found.coverage == "Searched: 1 report on Ambleford (2023) that judged care leavers good or outstanding."


def test_what_also_criticises_or_stands_under_another_heading_is_left_out(tmp_path: Path) -> None:
    leaders = "The impact of leaders on practice"
    with searching(
        tmp_path,
        judged("Ambleford", 2023, [MIXED.format("Ambleford")], care_leavers="good"),
        judged("Birchley", 2023, [GOOD.format("Birchley")], heading=leaders, care_leavers="good"),
    ) as searcher:
        assert find_practice("care_leavers", searcher).examples == ()


def test_several_councils_come_before_several_of_one_and_outstanding_before_good(tmp_path: Path) -> None:
    with searching(
        tmp_path,
        judged("Ambleford", 2024, [GOOD.format("Ambleford"), GOOD.format("the hills")], care_leavers="good"),
        judged("Birchley", 2019, [GOOD.format("Birchley"), GOOD.format("the woods")], care_leavers="outstanding"),
    ) as searcher:
        found = find_practice("care_leavers", searcher)
    assert [each.report.council for each in found.examples] == ["Birchley", "Ambleford", "Birchley", "Ambleford"]


def test_a_matter_narrows_the_examples_and_a_newer_report_is_named(tmp_path: Path) -> None:
    homes = (
        "Accommodation is of high quality, chosen with care and safe, and young people are proud of it and stay there."
    )
    with searching(
        tmp_path,
        judged("Ambleford", 2020, [homes, GOOD.format("Ambleford")], care_leavers="good"),
        judged("Ambleford", 2024, [], care_leavers="inadequate"),
    ) as searcher:
        (example,) = find_practice("care_leavers", searcher, about="accommodation").examples
    assert example.paragraph.text == homes
    assert example.newer is not None
    assert example.newer.when is not None
    assert example.newer.when.year == 2024


def test_what_a_newer_inspection_has_superseded_comes_last_however_good_it_was(tmp_path: Path) -> None:
    with searching(
        tmp_path,
        judged("Ambleford", 2019, [GOOD.format("Ambleford of old")], care_leavers="outstanding"),
        judged("Ambleford", 2023, [GOOD.format("Ambleford")], care_leavers="good"),
        judged("Birchley", 2021, [GOOD.format("Birchley")], care_leavers="good"),
    ) as searcher:
        found = find_practice("care_leavers", searcher).examples
    assert [each.newer is None for each in found] == [True, True, False]
