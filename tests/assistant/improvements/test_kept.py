"""What was found is kept until what it was found from changes."""

from dataclasses import replace

from assistant.improvements.behind import behind
from assistant.improvements.followed import fill
from assistant.improvements.kept import Kept
from assistant.improvements.later import later
from assistant.search import Searcher
from tests.assistant.improvements.conftest import Item


def test_what_was_found_comes_back_as_it_was(followed: Searcher, item: Item) -> None:
    library, asked = followed.library, item("fennimoor-2015.md", "health histories")
    kept, found = Kept(library.engine, library.settings), (behind(asked, followed), later(asked, followed))
    kept.put(asked, library.reports, found)
    assert kept.of([asked], library.reports) == {asked.id: found}


def test_with_other_reports_or_another_embedder_it_is_looked_for_anew(followed: Searcher, item: Item) -> None:
    library, asked = followed.library, item("fennimoor-2015.md", "health histories")
    kept = Kept(library.engine, library.settings)
    kept.put(asked, library.reports, ((), ()))
    newest = replace(library.report("fennimoor-2023.md"), id="another file")
    others = [each for each in library.reports if each.when != newest.when]
    assert kept.of([asked], [*others, newest]) == {}
    other = library.settings.model_copy(update={"embedder": "another"})
    assert Kept(library.engine, other).of([asked], library.reports) == {}


def test_what_was_kept_is_taken_instead_of_a_search(followed: Searcher, item: Item) -> None:
    library, asked = followed.library, item("fennimoor-2019.md", "advocacy")
    Kept(library.engine, library.settings).put(asked, library.reports, ((), ()))
    assert [(each.behind, each.later) for each in fill([asked], followed)] == [((), ())]


def test_what_is_kept_of_a_report_and_a_council_comes_back(followed: Searcher) -> None:
    library = followed.library
    kept = Kept(library.engine, library.settings)
    assert kept.enquiries("Nowhere", library.reports) is None
    kept.put_unlisted(library.reports[0], ())
    kept.put_enquiries("Fennimoor", library.reports, ())
    assert kept.unlisted(library.reports[0]) == ()
    assert kept.enquiries("Fennimoor", library.reports) == ()
    assert kept.enquiries("Fennimoor", library.reports[:1]) is None
