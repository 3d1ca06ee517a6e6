"""Conversations are kept whole, found, renamed, continued by their owner alone, and really deleted."""

import random
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.citations import Citation, Claim
from assistant.conversation import Turn
from assistant.conversation_rows import blanks
from assistant.conversations import Conversations, Feedback, Listed, replaced
from assistant.question import Question
from assistant.written import UNREADABLE
from corpus.errors import LibraryProblem, WrongUse
from corpus.library import Library
from corpus.store import Store, open_store
from tests.builders import entry
from tests.fakes import HOSTILE

ANNE, BEN = "browser-of-anne", "browser-of-ben"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store in the test's folder."""
    return open_store(tmp_path)


@pytest.fixture
def kept(store: Store) -> Conversations:
    """No conversations yet."""
    return Conversations(store.engine)


def turn(asked: str = "Who keeps bees?", said: str = "The director keeps bees.") -> Turn:
    """A question about Fennimoor and an answer that cites its report."""
    held = entry()
    cited = Citation(1, held.paragraphs[3], held.report)
    return Turn(asked, Answer(Question(asked, asked), "in the reports", (Claim(said, (1,)),), (cited,)))


def names(found: tuple[Listed, ...]) -> list[str]:
    """What is listed, by name."""
    return [each.name for each in found]


def _turns(kept: Conversations, id_: str) -> tuple[Turn, ...]:
    """The turns of a conversation that is kept."""
    found = kept.get(id_)
    return found.conversation.turns if found else ()


def in_files(folder: Path, words: str) -> int:
    """How often words stand in the bytes of the database, its log and whatever lies beside them."""
    return sum(file.read_bytes().count(words.encode()) for file in folder.iterdir() if file.is_file())


# Keeping


def test_a_conversation_comes_back_equal_from_the_disk(store: Store, kept: Conversations, tmp_path: Path) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    id_ = kept.add(None, ANNE, turn())
    assert kept.add(id_, ANNE, turn("And honey?", "Visitors leave with honey.")) == id_
    store.close()
    found = Conversations(open_store(tmp_path).engine).get(id_)
    assert found is not None
    assert found.conversation.turns == (turn(), turn("And honey?", "Visitors leave with honey."))
    assert (found.id, found.owner, found.name, found.feedback) == (id_, ANNE, "Who keeps bees?", {})
    assert before < found.started <= found.changed <= datetime.now(UTC)


def test_what_is_not_there_is_none(kept: Conversations) -> None:
    for id_ in ("", "none", "x" * 100_000, "\x00", "half \ud83e", "' OR 1=1 --", HOSTILE):
        assert kept.get(id_) is None


def test_an_unknown_id_and_somebody_elses_start_anew(kept: Conversations) -> None:
    id_ = kept.add(None, ANNE, turn())
    theirs, unknown = kept.add(id_, BEN, turn("Mine?")), kept.add("no such id", ANNE, turn("New?"))
    assert len({id_, theirs, unknown, "no such id"}) == 4
    found = kept.get(id_)
    assert found is not None
    assert found.conversation.turns == (turn(),)


def test_the_store_beside_it_opens_as_before(kept: Conversations, tmp_path: Path) -> None:
    kept.add(None, ANNE, turn())
    again = open_store(tmp_path)
    again.add(entry(), "word buckets")
    assert again.reports() == (entry().report,)


def test_an_answer_of_another_version_is_left_out_and_the_rest_opens(kept: Conversations, tmp_path: Path) -> None:
    id_ = kept.add(None, ANNE, turn())
    kept.add(id_, ANNE, turn("And honey?"))
    with closing(sqlite3.connect(tmp_path / "inspection.db")) as file, file:
        file.execute("UPDATE turns SET turn = replace(turn, 'in the reports', 'of an older sort') WHERE position = 0")
    found = kept.get(id_)
    assert found is not None
    first, second = found.conversation.turns
    assert (first.asked, first.answer.note) == ("Who keeps bees?", UNREADABLE)
    assert second == turn("And honey?")


def test_a_database_that_cannot_be_used_is_told_in_one_line(kept: Conversations, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "inspection.db")) as file, file:
        file.execute("DROP TABLE turns")
    with pytest.raises(LibraryProblem, match=r"inspection\.db cannot be used .*no such table"):
        kept.add(None, ANNE, turn())


# Names, lists and searches


LONG = "What did inspectors say about the director, and about the bees, and the honey that visitors leave with?"


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Who keeps bees?", "  Who\n keeps\tbees? "),
        ("What did inspectors say about the director, and about the bees, and the honey…", LONG),
        ("x" * 80 + "…", "x" * 2000),
        ("left to right?", "left \u202eto\u202c right?\x07"),
        ("A conversation", "\u202e\x00"),
    ],
)
def test_a_conversation_is_named_from_its_first_question(kept: Conversations, name: str, asked: str) -> None:
    id_ = kept.add(None, ANNE, turn(asked))
    kept.add(id_, ANNE, turn("And then?"))
    assert names(kept.listed(ANNE)) == [name]


def test_a_given_name_stays_and_an_empty_one_gives_back_the_first_question(kept: Conversations) -> None:
    id_ = kept.add(None, ANNE, turn())
    kept.rename(id_, ANNE, " Bees\x00 for \u202eWednesday ")
    kept.add(id_, ANNE, turn("And honey?"))
    assert names(kept.listed(ANNE)) == ["Bees for Wednesday"]
    kept.rename(id_, ANNE, "x" * 5_000)
    assert names(kept.listed(ANNE)) == ["x" * 200]
    kept.rename(id_, ANNE, " \n ")
    assert names(kept.listed(ANNE)) == ["Who keeps bees?"]


def test_the_newest_change_is_listed_first(kept: Conversations) -> None:
    first, second = kept.add(None, ANNE, turn("First?")), kept.add(None, ANNE, turn("Second?"))
    assert names(kept.listed(ANNE)) == ["Second?", "First?"]
    kept.add(first, ANNE, turn())
    assert names(kept.listed(ANNE)) == ["First?", "Second?"]
    assert [(each.id, each.turns) for each in kept.listed(ANNE)] == [(first, 2), (second, 1)]


def test_everybody_sees_their_own_list_and_who_has_no_name_sees_none(kept: Conversations) -> None:
    for owner in (ANNE, BEN, ""):
        kept.add(None, owner, turn(f"Of {owner or 'nobody'}?"))
    assert names(kept.listed(ANNE)) == [f"Of {ANNE}?"]
    assert names(kept.listed(BEN)) == [f"Of {BEN}?"]
    assert kept.listed("") == kept.listed("\x00 ") == kept.listed("somebody") == ()


@pytest.mark.parametrize(
    ("found", "search"),
    [
        (["Bees", "Kites"], ""),
        (["Bees"], "DIRECTOR"),
        (["Bees"], "honey bees"),
        (["Bees"], "bees roof"),
        (["Kites"], "children's ROOF"),
        (["Kites"], "élan"),
        (["Bees", "Kites"], "the roof"),
        ([], "bees kites"),
        ([], "%"),
        ([], "_"),
        ([], HOSTILE),
        ([], "x" * 10_000),
        ([], "half \ud83e"),
    ],
)
def test_a_search_finds_what_holds_all_its_words(kept: Conversations, found: list[str], search: str) -> None:
    kites = kept.add(None, ANNE, turn("Who flies kites?", "They fly from the roof of the children’s home with Élan."))
    bees = kept.add(None, ANNE, turn("Who has the roof?", "The director keeps insects."))
    kept.add(bees, ANNE, turn("And then?", "Visitors leave with honey."))
    kept.rename(kites, ANNE, "Kites")
    kept.rename(bees, ANNE, "Bees")
    assert names(kept.listed(ANNE, search)) == found


def test_a_thousand_conversations_are_listed_and_searched_in_well_under_a_second(kept: Conversations) -> None:
    first = kept.add(None, ANNE, turn())
    for _count in range(4):
        kept.add(first, ANNE, turn(said="Social workers carry lanterns. " * 100))
    for _count in range(999):
        kept.copy(first, ANNE)
    for search, count in (("", 1_000), ("lanterns bees", 1_000), ("lantern nowhere", 0)):
        started = time.process_time()  # SQLite works in this process, and others may keep the machine busy
        assert len(kept.listed(ANNE, search)) == count
        assert time.process_time() - started < 0.5


# Changing


def test_what_is_cut_off_is_asked_anew(kept: Conversations) -> None:
    id_ = kept.add(None, ANNE, turn())
    for asked in ("Second?", "Third?"):
        kept.add(id_, ANNE, turn(asked))
    kept.cut(id_, ANNE, 1)
    kept.add(id_, ANNE, turn("Other?"))
    found = kept.get(id_)
    assert found is not None
    assert [each.asked for each in found.conversation.turns] == ["Who keeps bees?", "Other?"]


def test_a_turn_can_take_the_place_of_those_from_a_position_on(kept: Conversations, tmp_path: Path) -> None:
    id_ = kept.add(None, ANNE, turn("First?"))
    for asked in ("Who keeps zanzibees?", "Third?"):
        kept.add(id_, ANNE, turn(asked))
    assert kept.add(id_, ANNE, turn("Other?"), 1) == id_
    assert [each.asked for each in _turns(kept, id_)] == ["First?", "Other?"]
    kept.add(id_, ANNE, turn("Anew?"), 0)
    kept.add(id_, ANNE, turn("Last?"), 7)
    assert [each.asked for each in _turns(kept, id_)] == ["Anew?", "Last?"]
    assert names(kept.listed(ANNE)) == ["Anew?"]
    assert in_files(tmp_path, "zanzibees") == 0


def test_a_turn_that_cannot_be_kept_leaves_those_in_whose_place_it_would_stand(
    kept: Conversations, tmp_path: Path
) -> None:
    id_ = kept.add(None, ANNE, turn())
    with closing(sqlite3.connect(tmp_path / "inspection.db")) as file, file:
        file.execute("CREATE TRIGGER stop BEFORE INSERT ON turns BEGIN SELECT RAISE(ABORT, 'stopped'); END")
    with pytest.raises(LibraryProblem):
        kept.add(id_, ANNE, turn("Other?"), 0)
    assert _turns(kept, id_) == (turn(),)


def test_a_first_question_that_is_changed_names_the_conversation_anew(kept: Conversations) -> None:
    id_ = kept.add(None, ANNE, turn())
    kept.cut(id_, ANNE, 0)
    assert kept.listed(ANNE) == ()
    assert kept.add(id_, ANNE, turn("Who keeps wasps?")) == id_
    assert names(kept.listed(ANNE)) == ["Who keeps wasps?"]
    kept.rename(id_, ANNE, "Insects")
    kept.cut(id_, ANNE, 0)
    kept.add(id_, ANNE, turn("Who keeps ants?"))
    assert names(kept.listed(ANNE)) == ["Insects"]


def test_feedback_stands_with_its_answer_and_goes_with_it(kept: Conversations) -> None:
    id_ = kept.add(None, ANNE, turn())
    kept.add(id_, ANNE, turn("And honey?"))
    kept.judge(id_, 1, Feedback(helpful=False, why="Wrong \x00year " + "x" * 5_000))
    kept.judge(id_, 0, Feedback(helpful=True))
    kept.judge(id_, 7, Feedback(helpful=True))
    kept.judge("none", 0, Feedback(helpful=True))
    found = kept.get(id_)
    assert found is not None
    assert found.feedback == {
        0: Feedback(helpful=True),
        1: Feedback(helpful=False, why=("Wrong year " + "x" * 5_000)[:2_000]),
    }
    kept.cut(id_, ANNE, 1)
    kept.add(id_, ANNE, turn("Again?"))
    found = kept.get(id_)
    assert found is not None
    assert found.feedback == {0: Feedback(helpful=True)}


def test_a_copy_is_ones_own_and_leaves_the_other_alone(kept: Conversations) -> None:
    id_ = kept.add(None, ANNE, turn())
    kept.rename(id_, ANNE, "Bees")
    kept.judge(id_, 0, Feedback(helpful=False, why="Too short."))
    own = kept.copy(id_, BEN)
    kept.add(own, BEN, turn("And honey?"))
    copied, first = kept.get(own), kept.get(id_)
    assert copied is not None
    assert first is not None
    assert (copied.owner, copied.name, len(copied.conversation.turns), copied.feedback) == (BEN, "Bees", 2, {})
    assert (first.owner, first.conversation.turns, len(first.feedback)) == (ANNE, (turn(),), 1)


def test_what_is_gone_cannot_be_copied(kept: Conversations) -> None:
    with pytest.raises(WrongUse, match=r"^This conversation is no longer there: start a new one\.$"):
        kept.copy("none", ANNE)


@pytest.mark.parametrize(
    "change",
    [
        lambda kept, id_, who: kept.delete(id_, who),
        lambda kept, id_, who: kept.rename(id_, who, "taken"),
        lambda kept, id_, who: kept.cut(id_, who, 0),
    ],
    ids=["delete", "rename", "cut"],
)
@pytest.mark.parametrize("who", [BEN, "", "browser-of-ann", "x" * 100_000, "\x00", "%", HOSTILE])
def test_only_its_owner_changes_a_conversation(
    kept: Conversations, change: Callable[[Conversations, str, str], None], who: str
) -> None:
    id_ = kept.add(None, ANNE, turn())
    before = kept.get(id_)
    change(kept, id_, who)
    assert kept.get(id_) == before


# Deleting


def test_nothing_of_a_deleted_conversation_stays_in_the_database(kept: Conversations, tmp_path: Path) -> None:
    id_ = kept.add(None, ANNE, turn("Who keeps zanzibees?", "The quorlmaster does. " * 500))
    other = kept.add(None, ANNE, turn("Who keeps wasps?"))
    kept.rename(id_, ANNE, "The snorkwheel file")
    kept.judge(id_, 0, Feedback(helpful=False, why="Not about flimwicks."))
    said = ("zanzibees", "quorlmaster", "snorkwheel", "flimwicks", id_)
    assert all(in_files(tmp_path, words) for words in said)
    kept.delete(id_, ANNE)
    assert [in_files(tmp_path, words) for words in said[:4]] == [0, 0, 0, 0]
    assert kept.get(id_) is None
    assert [each.id for each in kept.listed(ANNE)] == [other]


def test_words_that_were_cut_off_or_renamed_are_gone_too(kept: Conversations, tmp_path: Path) -> None:
    id_ = kept.add(None, ANNE, turn("Who keeps zanzibees?"))
    kept.rename(id_, ANNE, "The snorkwheel file")
    kept.rename(id_, ANNE, "Another")
    kept.cut(id_, ANNE, 0)
    assert in_files(tmp_path, "zanzibees") == in_files(tmp_path, "snorkwheel") == 0


def test_however_conversations_come_and_go_no_deleted_word_stays(kept: Conversations, tmp_path: Path) -> None:
    chance, alive, gone = random.Random(7), dict[str, str](), list[str]()
    for step in range(150):
        word = f"zq{step:04}qz"
        id_ = chance.choice([*alive]) if alive else ""
        if len(alive) < 5 or chance.random() < 0.5:
            alive[kept.add(None, ANNE, turn(f"Who {word}?", f"Nobody {word}. " * chance.choice([1, 20, 400])))] = word
        elif chance.random() < 0.6:
            gone.append(alive.pop(id_))
            kept.delete(id_, ANNE)
        else:
            gone.append(alive[id_])
            kept.cut(id_, ANNE, 0)
            kept.add(id_, ANNE, turn(f"Which {word}?"))
            alive[id_] = word
    assert len(gone) > 40
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert [word for word in gone if word.encode() in held] == []
    assert all(word.encode() in held for word in alive.values())


@pytest.mark.parametrize("seed", [0, 8])
def test_rows_that_move_between_pages_leave_no_copy_of_a_word(kept: Conversations, tmp_path: Path, seed: int) -> None:
    """Without the blanks that rows begin with, either of these seeds leaves words of deleted rows behind."""
    chance, alive, gone = random.Random(seed), dict[str, str](), list[str]()
    insert = "INSERT INTO turns VALUES (?, 0, NULL, ?, ?, ?, ?, '')"
    room = blanks(4096)
    with closing(sqlite3.connect(tmp_path / "inspection.db", isolation_level=None)) as file:
        file.execute("PRAGMA secure_delete=ON")
        file.execute("PRAGMA synchronous=OFF")
        for step in range(3_000):
            if not alive or chance.random() < 0.6:
                id_, word = f"{chance.getrandbits(128):032x}", f"zq{step:04}qz"
                words, asked, said = (f"{word} " * chance.choice([1, 20, 60, 200]) for _column in range(3))
                file.execute(insert, (id_, room, words, asked, said))
                alive[id_] = word
            else:
                id_ = chance.choice([*alive])
                gone.append(alive.pop(id_))
                file.execute("DELETE FROM turns WHERE conversation = ?", [id_])
    kept.delete("none", ANNE)
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert [word for word in gone if word.encode() in held] == []


def test_what_a_killed_process_left_in_the_log_is_gone_after_the_next_start(
    kept: Conversations, tmp_path: Path
) -> None:
    id_ = kept.add(None, ANNE, turn("Who keeps zanzibees?"))
    kept.add(None, ANNE, turn())
    with closing(sqlite3.connect(tmp_path / "inspection.db")) as file, file:
        file.execute("PRAGMA secure_delete=ON")
        file.execute("DELETE FROM turns WHERE conversation = ?", [id_])
        file.execute("DELETE FROM conversations WHERE id = ?", [id_])
    assert in_files(tmp_path, "zanzibees")
    Conversations(open_store(tmp_path).engine)
    assert not in_files(tmp_path, "zanzibees")


# Several at once


def test_turns_added_to_one_conversation_at_once_are_all_kept(kept: Conversations) -> None:
    id_ = kept.add(None, ANNE, turn("0?"))
    with ThreadPoolExecutor(8) as people:
        ids = set(people.map(lambda number: kept.add(id_, ANNE, turn(f"{number}?")), range(1, 41)))
    found = kept.get(id_)
    assert ids == {id_}
    assert found is not None
    assert sorted(int(each.asked.rstrip("?")) for each in found.conversation.turns) == list(range(41))


def test_many_may_keep_delete_and_list_at_once(kept: Conversations, store: Store) -> None:
    def visit(owner: int) -> int:
        ids = [kept.add(None, f"browser-{owner}", turn(f"{owner}-{number}?")) for number in range(5)]
        store.add(entry(f"{owner}.md"), "word buckets")
        kept.delete(ids[0], f"browser-{owner}")
        return len(kept.listed(f"browser-{owner}", str(owner)))

    with ThreadPoolExecutor(8) as people:
        assert set(people.map(visit, range(16))) == {4}
    assert len(store.reports()) == 16


# What was cited then


def test_a_report_that_was_replaced_or_removed_since_is_named(library: Library) -> None:
    first, second = entry("fennimoor.md"), entry("wickersea.md", council="Wickersea")
    for each in (first, second):
        library.add(each)
    dated = replace(first.report, inspected_to=datetime(2019, 6, 21, tzinfo=UTC).date())
    cited = (
        Citation(1, first.paragraphs[0], dated),
        Citation(2, second.paragraphs[0], second.report),
        Citation(3, first.paragraphs[1], dated),
    )
    answer = Answer(Question("Kites?", "Kites?"), "in the reports", citations=cited)
    assert replaced(answer, library) == ()
    library.add(entry("fennimoor.md", ["Kites are flown no longer."]))
    library.remove(second.report.id)
    then = "the words below are those that were cited then."
    assert replaced(answer, library) == (
        f"Fennimoor, inspected June 2019, was replaced by a newer file since: {then}",
        f"Wickersea, inspected May 2021, was removed from the library since: {then}",
    )
