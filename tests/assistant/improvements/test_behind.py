"""What stands behind an Improvement: what it names, then what search suggests in the same report's body."""

from assistant.improvements.behind import behind, named_paragraphs, suggest
from assistant.improvements.body import asked_ids, find_body
from assistant.improvements.listed import listed
from assistant.search import Searcher
from corpus.library import Library
from tests.assistant.improvements.conftest import Item
from tests.assistant.samples import FILES
from tests.evaluation.improvements import measure, share


def test_named_paragraphs_come_first_and_are_not_suggested_again(searcher: Searcher, samples: Library) -> None:
    asked = listed(samples.report(FILES["Eldermarsh 2016"]), samples)[2]
    found = behind(asked, searcher)
    assert [each.paragraph.number for each in found if each.named] == ["7", "24"]
    assert [each.named for each in found] == [True, True, *[False] * (len(found) - 2)]
    assert len({each.paragraph.id for each in found}) == len(found)


def test_at_most_five_are_suggested(searcher: Searcher, samples: Library) -> None:
    for asked in listed(samples.report(FILES["Corvenshire 2021"]), samples):
        assert 0 < len(behind(asked, searcher)) <= 5


def test_the_nearest_of_the_body_is_suggested_first(followed: Searcher, item: Item) -> None:
    (first, *_rest) = behind(item("fennimoor-2015.md", "health histories"), followed)
    assert first.paragraph.text == "Care leavers do not receive their health histories when they turn eighteen."


def test_nothing_asked_for_no_heading_and_no_annex_is_suggested(searcher: Searcher, samples: Library) -> None:
    for name in ("Saltmere 2015", "Saltmere 2025", "Corvenshire SEND 2024"):
        report = samples.report(FILES[name])
        body, asked = find_body(report, samples), asked_ids(report, samples)
        assert not {each.id for each in body} & asked
        assert {each.kind for each in body} <= {"numbered", "bullet", "prose"}
        assert not any("Publisher" in each.heading or "Contents" in each.heading for each in body)
        for item in listed(report, samples)[:3]:
            assert set(suggest(item, searcher)) <= set(body)


def test_what_was_asked_of_the_board_is_looked_for_in_its_own_review(searcher: Searcher, samples: Library) -> None:
    asked = [each for each in listed(samples.report(FILES["Saltmere 2015"]), samples) if each.area == "lscb"]
    assert len(asked) == 4
    found = [each.paragraph for item in asked for each in behind(item, searcher)]
    assert all(any("Board" in part for part in each.heading) for each in found)


def test_an_item_that_names_nothing_has_nothing_named(followed: Searcher, item: Item) -> None:
    assert named_paragraphs(item("fennimoor-2019.md", "advocacy"), followed) == []


def test_search_alone_finds_most_of_what_recommendations_name(searcher: Searcher) -> None:
    """On the samples at least four of five; on real reports the figure is printed by tests.evaluation.improvements."""
    found = list(measure(searcher))
    assert len(found) > 20
    assert share(found, 5) >= 0.8
