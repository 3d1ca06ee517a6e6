"""Criticisms that never reached the list are found, and nothing that the list covers."""

from assistant.improvements.listed import listed
from assistant.improvements.saying import criticises
from assistant.improvements.unlisted import unlisted
from assistant.search import Searcher
from corpus.library import Library
from tests.assistant.samples import FILES


def test_a_criticism_that_no_item_covers_is_found(followed: Searcher) -> None:
    (found,) = unlisted(followed.library.report("fennimoor-2015.md"), followed)
    assert found.quote.startswith("Advocates are too few")
    assert (found.list_kind, found.heading, found.position) == (None, "", 1)


def test_a_report_without_a_list_left_nothing_out(searcher: Searcher, samples: Library) -> None:
    assert unlisted(samples.report(FILES["Saltmere visit 2020"]), searcher) == ()


def test_each_is_a_sentence_of_its_paragraph_that_criticises_and_is_not_asked_for(searcher: Searcher) -> None:
    for name in ("Saltmere 2019", "Corvenshire 2021", "Corvenshire SEND 2024"):
        report = searcher.library.report(FILES[name])
        found = unlisted(report, searcher)
        asked = {each.paragraph.id for each in listed(report, searcher.library)}
        assert len(found) <= 15
        assert len({each.paragraph.id for each in found}) == len({each.id for each in found}) == len(found)
        for each in found:
            assert each.quote in each.paragraph.text
            assert criticises(each.quote)
            assert each.paragraph.id not in asked
