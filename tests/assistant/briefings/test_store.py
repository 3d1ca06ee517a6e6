"""A briefing is kept whole, is its owner's, and is gone when it is deleted."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.briefings.briefing import Briefing
from assistant.briefings.numbering import number_briefing
from assistant.briefings.store import Briefings, ChangedElsewhere
from corpus.errors import LibraryProblem, WrongUse
from corpus.library import Library
from corpus.store import transaction
from tests.assistant.briefings.made import MADE, full, hostile

ME, ANOTHER = "me", "another"


@pytest.fixture
def briefings(library: Library) -> Briefings:
    """An empty store of briefings."""
    return Briefings(library.engine)


@pytest.mark.parametrize("made", [full(), hostile(), Briefing("Empty", MADE)])
def test_a_briefing_opens_with_the_same_words_sources_and_numbers(briefings: Briefings, made: Briefing) -> None:
    id_ = briefings.add(ME, made)
    kept = briefings.get(id_)
    assert kept is not None
    assert (kept.owner, kept.version, kept.briefing) == (ME, 1, replace(made, id=id_))
    assert number_briefing(kept.briefing) == number_briefing(made)


def test_the_list_is_the_owners_alone_the_last_changed_first(briefings: Briefings) -> None:
    first, second = briefings.add(ME, full()), briefings.add(ME, replace(full(), title="Second"))
    briefings.add(ANOTHER, full())
    assert [listed.id for listed in briefings.listed(ME)] == [second, first]
    briefings.save(first, ME, full(), 1)
    assert [(listed.id, listed.items) for listed in briefings.listed(ME)] == [(first, 8), (second, 8)]
    assert briefings.listed("") == ()


def test_what_was_changed_in_another_tab_is_never_written_over(briefings: Briefings) -> None:
    id_ = briefings.add(ME, full())
    assert briefings.save(id_, ME, replace(full(), title="Theirs"), 1) == 2
    with pytest.raises(ChangedElsewhere, match="another tab"):
        briefings.save(id_, ME, replace(full(), title="Mine"), 1)
    kept = briefings.get(id_)
    assert kept is not None
    assert (kept.briefing.title, kept.version) == ("Theirs", 2)


def test_only_its_owner_changes_it_and_others_copy_it(briefings: Briefings) -> None:
    id_ = briefings.add(ME, full())
    for change in (
        lambda: briefings.save(id_, ANOTHER, replace(full(), title="Theirs"), 1),
        lambda: briefings.rename(id_, ANOTHER, "Theirs"),
        lambda: briefings.save("no such", ME, full(), 1),
    ):
        with pytest.raises(WrongUse, match="not yours to change"):
            change()
    briefings.delete(id_, ANOTHER)
    copied = briefings.get(briefings.copy(id_, ANOTHER))
    original = briefings.get(id_)
    assert copied is not None
    assert original is not None
    assert (copied.owner, copied.briefing.items) == (ANOTHER, original.briefing.items)
    with pytest.raises(WrongUse, match="no longer there"):
        briefings.copy("no such", ME)


def test_a_renamed_briefing_is_so_in_the_list_and_in_itself(briefings: Briefings) -> None:
    id_ = briefings.add(ME, full())
    briefings.rename(id_, ME, "Kites\n\x00 over  Fennimoor")
    kept = briefings.get(id_)
    assert kept is not None
    assert (kept.briefing.title, kept.version) == ("Kites over Fennimoor", 2)
    assert [listed.title for listed in briefings.listed(ME)] == ["Kites over Fennimoor"]


def test_nothing_of_a_deleted_briefing_stays_in_the_file(
    open_library: Callable[..., Library],
) -> None:
    library = open_library()
    briefings = Briefings(library.engine)
    ids = [briefings.add(ME, replace(full(), title=f"Secret {at}", purpose="ZXQWORD " * 200)) for at in range(5)]
    for id_ in ids[:4]:
        briefings.save(id_, ME, replace(full(), title="Changed"), 1)
    briefings.delete(ids[4], ME)
    held = b"".join(path.read_bytes() for path in library.settings.data.rglob("inspection.db*"))
    assert b"ZXQWORD" not in held
    assert briefings.get(ids[4]) is None


def test_a_briefing_of_another_version_is_told_and_not_written_over(briefings: Briefings, library: Library) -> None:
    id_ = briefings.add(ME, full())
    with transaction(library.engine) as connection:
        connection.exec_driver_sql("UPDATE briefings SET briefing = '{}'")
    with pytest.raises(LibraryProblem, match="another version"):
        briefings.get(id_)
