"""A briefing is changed piece by piece: nothing is lost, and an id that is not there changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.briefings.briefing import Briefing, Item, Section
from assistant.briefings.edit import (
    add_item,
    add_section,
    change_item,
    move_item,
    move_section,
    place_of,
    remove_item,
    remove_section,
    rename_section,
    step_item,
)
from tests.assistant.briefings.made import MADE


def _made() -> Briefing:
    """Two sections: a with items 1 and 2, b with item 3."""
    one, two, three = (Item("note", word, id=word) for word in "123")
    return Briefing("B", MADE, sections=(Section("A", (one, two), "a"), Section("B", (three,), "b")))


def _order(briefing: Briefing) -> list[str]:
    return [f"{section.id}:{''.join(item.id for item in section.items)}" for section in briefing.sections]


def test_an_item_is_added_where_it_is_wanted_and_else_at_the_end() -> None:
    new = Item("note", "n", id="n")
    assert _order(add_item(_made(), new)) == ["a:12", "b:3n"]
    assert _order(add_item(_made(), new, "a", 1)) == ["a:1n2", "b:3"]
    assert [len(section.items) for section in add_item(Briefing("B", MADE), new).sections] == [1]


def test_an_item_steps_up_and_down_and_over_the_end_of_its_section() -> None:
    assert _order(step_item(_made(), "1", 1)) == ["a:21", "b:3"]
    assert _order(step_item(_made(), "2", 1)) == ["a:1", "b:23"]
    assert _order(step_item(_made(), "3", -1)) == ["a:123", "b:"]
    assert step_item(_made(), "1", -1) == step_item(_made(), "3", 1) == _made()


def test_sections_are_added_renamed_moved_and_removed() -> None:
    assert _order(add_section(_made(), Section("C", (), "c"), 0)) == ["c:", "a:12", "b:3"]
    assert rename_section(_made(), "b", "New").sections[1].title == "New"
    assert _order(move_section(_made(), "b", -1)) == ["b:3", "a:12"]
    assert move_section(_made(), "b", 1) == _made()
    assert _order(remove_section(_made(), "a")) == ["b:3"]


def test_an_item_is_changed_and_removed() -> None:
    assert change_item(_made(), Item("note", "new", id="2")).items[1].text == "new"
    assert _order(remove_item(_made(), "2")) == ["a:1", "b:3"]


def test_what_is_not_there_changes_nothing() -> None:
    made = _made()
    for changed in (
        move_item(made, "9", "a"), move_item(made, "1", "z"), step_item(made, "9", 1), remove_item(made, "9"),
        change_item(made, Item("note", id="9")), move_section(made, "z", 1), rename_section(made, "z", "New"),
    ):  # fmt: skip
        assert changed == made
    assert place_of(made, "9") is None


@given(st.lists(st.tuples(st.sampled_from("123"), st.sampled_from("ab"), st.integers(0, 3)), max_size=8))
def test_however_items_are_moved_none_is_lost_or_doubled(moves: list[tuple[str, str, int]]) -> None:
    briefing = _made()
    for item, section, at in moves:
        briefing = move_item(briefing, item, section, at)
        place = place_of(briefing, item)
        assert place is not None
        assert briefing.sections[place[0]].id == section
    assert sorted(item.id for item in briefing.items) == ["1", "2", "3"]
