"""What people add to improvements is kept, with every change: by whom, when, from what to what."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.improvements.tracked import Edit, Tracked, decision_field
from assistant.improvements.tracker import LARGEST_FILE, Applied, Tracker
from corpus.errors import WrongUse
from tests.assistant import made
from tests.assistant.improvements.kept import ASKED, asked, engine, held_of, look, with_later, write


@pytest.fixture
def tracker(tmp_path: Path) -> Tracker:
    """A tracker in a database of its own."""
    return Tracker(engine(tmp_path))


def test_what_nobody_has_touched_is_not_begun_without_an_owner(tracker: Tracker) -> None:
    first = look(tracker, asked())[0]
    assert (first.owner, first.due, first.action, first.impact) == ("", None, "not begun", "none seen yet")
    assert (first.evidence, first.changes, first.version, first.has_evidence) == ((), (), 0, False)


def test_what_is_written_is_there_for_another_process(tracker: Tracker, tmp_path: Path) -> None:
    write(tracker, asked(), owner="Bo Marsh", due="2027-03-31", actions="Buy oil.\nBuy wicks.", action="under way")
    first = look(Tracker(engine(tmp_path)), asked())[0]
    assert (first.owner, first.due, first.value("actions")) == ("Bo Marsh", date(2027, 3, 31), "Buy oil.\nBuy wicks.")
    assert (first.action, first.impact) == ("under way", "none seen yet")


def test_every_change_says_who_when_what_and_from_what_to_what(tracker: Tracker) -> None:
    write(tracker, asked(), owner="Bo")
    changes = write(tracker, asked(), who="  Cy \n Reed ", owner="Di")[0].changes
    assert [(each.who, each.field, each.before, each.after) for each in changes] == [
        ("Ann", "owner", "", "Bo"),
        ("Cy Reed", "owner", "Bo", "Di"),
    ]
    assert all(timedelta(0) <= datetime.now(UTC) - each.when < timedelta(minutes=1) for each in changes)


def test_nothing_changes_where_nothing_is_said(tracker: Tracker) -> None:
    write(tracker, asked(), owner="Bo")
    assert len(write(tracker, asked(), owner=" Bo ", impact="none seen yet", due="")[0].changes) == 1


@pytest.mark.parametrize("nobody", ["", "  ", "\u200b\n"])
def test_a_change_by_nobody_is_refused_in_a_plain_sentence(tracker: Tracker, nobody: str) -> None:
    with pytest.raises(WrongUse, match="Write your name first"):
        write(tracker, asked(), who=nobody, owner="Bo")
    assert look(tracker, asked())[0].changes == ()


def test_what_a_field_cannot_say_changes_nothing_at_all(tracker: Tracker) -> None:
    with pytest.raises(WrongUse, match="Due cannot be “soon”: write a date such as 31/03/2027"):
        write(tracker, asked(), owner="Bo", due="soon")
    assert look(tracker, asked())[0].owner == ""


def test_what_somebody_changed_meanwhile_is_a_conflict_and_stays(tracker: Tracker) -> None:
    seen = look(tracker, asked())
    write(tracker, asked(), who="Cy", owner="Di", actions="Oil.")
    mine = [Edit(seen[0].key, "owner", "", "Bo"), Edit(seen[0].key, "notes", "", "Audit of May.")]
    applied = tracker.apply("Ann", mine, seen)
    now = look(tracker, asked())[0]
    assert (now.owner, now.value("notes"), applied.made) == ("Di", "Audit of May.", 1)
    (conflict,) = applied.conflicts
    assert (conflict.edit.after, conflict.now, conflict.who) == ("Bo", "Di", "Cy")


def test_a_conflict_is_settled_by_the_same_edit_against_what_stands_now(tracker: Tracker) -> None:
    seen = look(tracker, asked())
    write(tracker, asked(), who="Cy", owner="Di")
    (conflict,) = tracker.apply("Ann", [Edit(seen[0].key, "owner", "", "Bo")], seen).conflicts
    tracker.apply("Ann", [replace(conflict.edit, before=conflict.now)], seen)
    assert look(tracker, asked())[0].owner == "Bo"


def test_the_same_change_made_twice_is_no_conflict(tracker: Tracker) -> None:
    seen = look(tracker, asked())
    edit = Edit(seen[0].key, "owner", "", "Bo")
    assert tracker.apply("Ann", [edit], seen).made == 1
    again = tracker.apply("Cy", [edit], seen)
    assert (again.made, again.conflicts) == (0, ())


def test_an_edit_of_something_else_is_refused(tracker: Tracker) -> None:
    with pytest.raises(WrongUse, match="no longer there"):
        tracker.apply("Ann", [Edit("another", "owner", "", "Bo")], look(tracker, asked()))


def test_a_decision_on_a_later_report_is_kept_with_who_made_it(tracker: Tracker) -> None:
    improvement = with_later(asked()[0])
    assert [later.proposed for later in look(tracker, [improvement])[0].undecided] == ["repeated"]
    report = improvement.later[0].report
    (tracked,) = write(tracker, [improvement], who="Cy", **{decision_field(report): "improved"})
    decision = tracked.decision(report)
    assert decision is not None
    assert (decision.progress, decision.who) == ("improved", "Cy")
    assert tracked.undecided == ()


def test_links_are_web_addresses_only(tracker: Tracker) -> None:
    first = look(tracker, asked())[0]
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http:",
        "//x.test",
        "https://[",
        "x",
    ):
        with pytest.raises(WrongUse, match="https://"):
            tracker.attach_link("Ann", first, address)
    tracker.attach_link("Ann", first, " https://council.test/audit?id=1#2 ")
    (evidence,) = look(tracker, asked())[0].evidence
    assert (evidence.kind, evidence.words, evidence.who) == ("link", "https://council.test/audit?id=1#2", "Ann")


def test_a_file_of_evidence_comes_back_byte_for_byte_with_its_name(tracker: Tracker) -> None:
    content = bytes(range(256)) * 100
    tracker.attach_file("Ann", look(tracker, asked())[0], "..\\..\\etc/audit <b>\n\x00.pdf", content)
    (evidence,) = look(tracker, asked())[0].evidence
    assert (evidence.kind, evidence.words) == ("file", "audit <b> .pdf")
    assert tracker.file(evidence.id) == content
    assert tracker.file("another") is None


def test_a_file_too_large_or_empty_is_refused(tracker: Tracker) -> None:
    first = look(tracker, asked())[0]
    with pytest.raises(WrongUse, match="10 MB"):
        tracker.attach_file("Ann", first, "large.pdf", bytes(LARGEST_FILE + 1))
    with pytest.raises(WrongUse, match="empty"):
        tracker.attach_file("Ann", first, "empty.pdf", b"")


def test_evidence_taken_away_is_gone_for_good_and_the_history_says_what_it_was(
    tracker: Tracker, tmp_path: Path
) -> None:
    secret = b"the names of children " * 500
    tracker.attach_file("Ann", look(tracker, asked())[0], "names.txt", secret)
    first = look(tracker, asked())[0]
    tracker.detach("Cy", first, first.evidence[0].id)
    now = look(tracker, asked())[0]
    assert (now.evidence, now.has_evidence) == ((), False)
    assert (now.changes[-1].who, now.changes[-1].before, now.changes[-1].after) == ("Cy", "names.txt", "")
    assert tracker.file(first.evidence[0].id) is None
    assert not any(secret[:22] in file.read_bytes() for file in tmp_path.glob("inspection.db*"))
    with pytest.raises(WrongUse, match="no longer there"):
        tracker.detach("Cy", now, first.evidence[0].id)


def test_the_day_a_report_was_received_is_kept_with_who_said_so(tracker: Tracker) -> None:
    report, other = made.report(year=2019), made.report(year=2015)
    tracker.receive("Ann", report, date(2019, 7, 10))
    tracker.receive("Cy", report, date(2019, 7, 11))
    last = tracker.received(report)
    assert last is not None
    assert (last.who, last.before, last.after) == ("Cy", "2019-07-10", "2019-07-11")
    assert tracker.received(other) is None


def test_what_was_added_stays_with_a_newer_file_of_the_same_report(tracker: Tracker) -> None:
    write(tracker, asked(), owner="Bo")
    newer = asked(report_id="newer", words=["Preface.", ASKED[0].replace(" ", "\n", 1), *ASKED[1:]])
    tracked = look(tracker, newer)
    assert [each.owner for each in tracked] == ["", "Bo", "", ""]
    assert tracked[1].improvement is newer[1]
    assert all(each.is_held for each in tracked)
    later = write(tracker, newer[1:], owner="Di")[0]
    assert [change.after for change in later.changes] == ["Bo", "Di"]


def test_the_same_words_of_another_inspection_are_another_improvement(tracker: Tracker) -> None:
    write(tracker, asked(2019), owner="Bo")
    assert [each.owner for each in look(tracker, [*asked(2022), *asked(2019)])] == ["", "", "", "Bo", "", ""]


def test_what_no_report_says_any_longer_is_kept_and_marked(tracker: Tracker) -> None:
    write(tracker, asked(), owner="Bo", actions="Oil.")
    (gone,) = look(tracker, [])
    assert (gone.is_held, gone.owner, gone.improvement.text) == (False, "Bo", ASKED[0])
    assert (gone.improvement.report.file, gone.improvement.paragraph.page) == ("fenn2019.pdf", 1)
    write_again = tracker.apply("Ann", [Edit(gone.key, "owner", "Bo", "Di")], [gone])
    assert write_again.made == 1


def test_a_criticism_from_the_body_is_held_while_the_report_still_says_it(tracker: Tracker) -> None:
    criticism = replace(asked()[0], list_kind=None, heading="", id="body-1")
    write(tracker, [criticism], owner="Bo")
    again = made.paragraph(criticism.text.replace(" ", "\n"), 30, "newer")
    report = replace(criticism.report, id="newer")
    (tracked,) = look(tracker, [], held_of(report, again))
    assert (tracked.is_held, tracked.owner) == (True, "Bo")
    assert tracked.improvement.paragraph is again
    assert look(tracker, [], held_of(report))[0].is_held is False


def test_what_another_version_kept_is_shown_with_a_plain_sentence(tracker: Tracker, tmp_path: Path) -> None:
    write(tracker, asked(), owner="Bo")
    with engine(tmp_path).begin() as connection:
        connection.exec_driver_sql("UPDATE tracked_improvements SET written = '{}'")
    (gone,) = look(tracker, [])
    assert gone.owner == "Bo"
    assert "kept by another version" in gone.improvement.text


def test_councils_have_their_own(tracker: Tracker) -> None:
    write(tracker, asked(), owner="Bo")
    assert tracker.tracked("Saltmere", [], held_of(made.report())) == ()


def test_changes_by_many_threads_and_two_trackers_are_all_kept(tmp_path: Path) -> None:
    trackers = [Tracker(engine(tmp_path)), Tracker(engine(tmp_path))]
    seen = look(trackers[0], asked())

    def work(at: int) -> None:
        trackers[at % 2].apply(f"Person {at}", [Edit(seen[at % 3].key, f"decision ILACS {at}", "", "met")], seen)

    threads = [threading.Thread(target=work, args=(at,)) for at in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    changes = [change for each in look(trackers[1], asked()) for change in each.changes]
    assert sorted(change.who for change in changes) == sorted(f"Person {at}" for at in range(12))
    assert len({change.number for change in changes}) == 12


def test_of_two_changes_of_one_improvement_at_once_one_is_made_and_the_other_is_a_conflict(tmp_path: Path) -> None:
    """Each comes over a connection of its own: the first change of the improvement, and then the next."""
    trackers = {who: Tracker(engine(tmp_path)) for who in ("Ann", "Bo")}
    for said in ("first", "next"):
        tracked = look(trackers["Ann"], asked())
        done = _at_once(trackers, tracked, said)
        assert sorted((each.made, len(each.conflicts)) for each in done.values()) == [(0, 1), (1, 0)]
        (made,) = [who for who, each in done.items() if each.made]
        assert look(trackers["Ann"], asked())[0].owner == f"{made}, {said}"


def _at_once(trackers: dict[str, Tracker], tracked: tuple[Tracked, ...], said: str) -> dict[str, Applied]:
    """Everybody names another owner of the first improvement, at the same moment."""
    together, done = threading.Barrier(len(trackers)), {}

    def change(who: str) -> None:
        edit = Edit(tracked[0].key, "owner", tracked[0].owner, f"{who}, {said}")
        together.wait()
        done[who] = trackers[who].apply(who, [edit], tracked)

    threads = [threading.Thread(target=change, args=(who,)) for who in trackers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done
