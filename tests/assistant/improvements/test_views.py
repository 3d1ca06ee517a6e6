"""Views of what is tracked: pure, with today given."""

from dataclasses import replace
from datetime import UTC, date, datetime

from assistant.improvements.tracked import Change, Tracked, decision_field
from assistant.improvements.views import areas, choose, count, grouped, owners
from tests.assistant.improvements.kept import asked, with_later

TODAY = date(2026, 11, 22)


def tracked(at: int, **fields: str) -> Tracked:
    """The Improvement at a place, with these fields written."""
    made = datetime(2026, 1, 1, tzinfo=UTC)
    changes = tuple(
        Change(number, "Ann", made, name.replace("_", " "), "", words)
        for number, (name, words) in enumerate(fields.items(), start=1)
    )
    improvement = asked()[at]
    return Tracked(improvement.id, improvement, changes=changes)


LATE = tracked(0, owner="bo", due="2026-11-21", notes="Audit.")
TODAY_DUE = tracked(1, owner="Ann", due="2026-11-22", link_1="https://council.test")
DONE = tracked(2, due="2020-01-01", action="done")
ALL = [LATE, TODAY_DUE, DONE]


def test_overdue_is_what_was_due_before_today_and_is_not_done() -> None:
    assert choose("overdue", ALL, TODAY) == [LATE]
    assert choose("overdue", ALL, date(2026, 11, 23)) == [LATE, TODAY_DUE]


def test_notes_a_link_or_a_file_are_evidence() -> None:
    assert choose("no evidence", ALL, TODAY) == [DONE]
    taken_away = tracked(1, link_1="https://council.test", link_2="")
    assert taken_away.has_evidence


def test_a_proposal_stays_undecided_until_somebody_decides_on_each_later_report() -> None:
    improvement = with_later(with_later(asked()[0], year=2022), "met", year=2025)
    nobody = Tracked("a", improvement)
    first, second = (decision_field(later.report) for later in improvement.later)
    one = replace(nobody, changes=tracked(0, **{first: "repeated"}).changes)
    both = replace(nobody, changes=tracked(0, **{first: "repeated", second: "met"}).changes)
    assert [len(each.undecided) for each in (nobody, one, both)] == [2, 1, 0]
    assert choose("undecided", [nobody, one, both], TODAY) == [nobody, one]


def test_a_view_may_be_of_one_area_and_one_owner() -> None:
    assert choose("all", ALL, TODAY, area="care leavers") == [TODAY_DUE]
    assert choose("all", ALL, TODAY, owner="nobody yet") == [DONE]
    assert choose("no owner", ALL, TODAY) == [DONE]
    assert choose("overdue", ALL, TODAY, owner="Ann") == []


def test_everything_is_counted() -> None:
    counts = count(ALL, TODAY)
    assert (counts.all, counts.overdue, counts.no_evidence, counts.undecided, counts.no_owner) == (3, 1, 1, 0, 1)
    assert counts.done == 1
    assert counts.of("overdue") == 1


def test_groups_stand_in_an_order_that_one_expects_with_what_is_unnamed_last() -> None:
    assert [(name, len(group)) for name, group in grouped(ALL, "area")] == [("care leavers", 1), ("no area named", 2)]
    assert [name for name, _group in grouped(ALL, "owner")] == ["Ann", "bo", "nobody yet"]
    assert [name for name, _group in grouped(ALL, "inspection")] == ["Fennimoor, ILACS inspection, June 2019"]
    assert (areas(ALL), owners(ALL)) == (["care leavers", "no area named"], ["Ann", "bo"])
