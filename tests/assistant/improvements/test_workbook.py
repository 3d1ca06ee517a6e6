"""The tracker goes out as Excel or CSV, is edited, and comes back: no changed cell is lost, no row, no history."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sql
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from assistant.citations import Citation
from assistant.exports.comma import comma, read_comma
from assistant.exports.sheet import Cell, Column, Sheet, printable
from assistant.improvements.fields import fit
from assistant.improvements.importing import Imported, edits_of, read_tracker
from assistant.improvements.improvement import Improvement
from assistant.improvements.tracked import Tracked, decision_field, inspection
from assistant.improvements.tracker import Applied, Tracker
from assistant.improvements.workbook import DECISION, KEY, WORDS, WRITTEN, csv, tracker_sheet, workbook
from corpus.errors import UnreadableFile
from tests.assistant.improvements.kept import ASKED, asked, engine, look, with_later, write

FOLLOWED = [with_later(each) for each in asked()]
LATER = FOLLOWED[0].later[0].report
EDITABLE = (*WRITTEN, DECISION)


@pytest.fixture
def tracker(tmp_path: Path) -> Tracker:
    """A tracker in a database of its own."""
    return Tracker(engine(tmp_path))


def exported(tracker: Tracker, improvements: Sequence[Improvement] = FOLLOWED) -> bytes:
    """The workbook as it is exported now."""
    tracked = look(tracker, improvements)
    cited = Citation(1, improvements[0].paragraph, improvements[0].report)
    return workbook(tracked, [("It was asked for twice.", [cited])], "Fennimoor")


def edited(content: bytes, edit: Callable[[Worksheet, dict[str, int]], None]) -> bytes:
    """The workbook after somebody edited its first sheet; columns are known by their names."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    page = book.worksheets[0]
    edit(page, {str(cell.value): at for at, cell in enumerate(page[1], start=1)})
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def put(row: int, column: str, value: Cell) -> Callable[[Worksheet, dict[str, int]], None]:
    """An edit of one cell; rows count from 1 below the headings."""
    return lambda page, columns: page.cell(row + 1, columns[column]).__setattr__("value", value)


def imported(
    tracker: Tracker, content: bytes, improvements: Sequence[Improvement] = FOLLOWED
) -> tuple[Imported, Applied]:
    """What an import asked for, and what became of it."""
    tracked = look(tracker, improvements)
    asks = edits_of(read_tracker(content, "t.xlsx"), tracked, {inspection(LATER)})
    return asks, tracker.apply("Importer", asks.edits, tracked)


def cells(tracked: Sequence[Tracked], column: str) -> list[Cell]:
    """A column of the tracker as it would be exported now."""
    sheet = tracker_sheet(tracked)
    at = [each.name for each in sheet.columns].index(column)
    return [row[at] for row in sheet.rows]


def test_a_row_says_what_was_asked_where_and_what_became_of_it(tracker: Tracker) -> None:
    tracked = write(tracker, FOLLOWED, owner="Bo", due="2027-03-31", notes="Audit.", **{decision_field(LATER): "met"})
    sheet = tracker_sheet(tracked)
    row = dict(zip([column.name for column in sheet.columns], sheet.rows[0], strict=True))
    assert (row[WORDS], row["Report"], row["Inspected"]) == (
        ASKED[0],
        "Fennimoor, ILACS inspection, June 2019",
        date(2019, 6, 21),
    )
    assert (row["Paragraph"], row["Page"], row["List"], row["Area"]) == ("1", 1, "Recommendations", None)
    assert (row["Owner"], row["Due"], row["Evidence notes"]) == ("Bo", date(2027, 3, 31), "Audit.")
    assert (row["Action"], row["Impact"]) == ("not begun", "none seen yet")
    assert (row["Proposed"], row[DECISION]) == ("repeated", "met")
    assert row["The later report's words"] == (
        f"Still in 2022: {ASKED[0]} (Fennimoor, inspected June 2022, paragraph 7, page 1)"
    )
    assert sheet.columns[-1].name == KEY
    assert sheet.columns[-1].width < 10


def test_the_workbook_has_history_lines_of_enquiry_and_what_the_words_mean(tracker: Tracker) -> None:
    write(tracker, FOLLOWED, owner="Bo")
    write(tracker, FOLLOWED, who="Cy", owner="Di")
    book = openpyxl.load_workbook(io.BytesIO(exported(tracker)))
    assert book.sheetnames == ["Tracker", "History", "Lines of enquiry", "What the words mean"]
    history = list(book["History"].iter_rows(min_row=2, values_only=True))
    assert [row[1:] for row in history] == [
        ("Cy", ASKED[0], "Owner", "Bo", "Di"),
        ("Ann", ASKED[0], "Owner", None, "Bo"),
    ]
    enquiry = next(book["Lines of enquiry"].iter_rows(min_row=2, values_only=True))
    assert enquiry == ("It was asked for twice.", "Fennimoor, ILACS inspection, June 2019", "1", 1, ASKED[0])


def test_choices_are_offered_in_their_columns(tracker: Tracker) -> None:
    page = openpyxl.load_workbook(io.BytesIO(exported(tracker))).worksheets[0]
    offered = {rule.formula1 for rule in page.data_validations.dataValidation}
    assert '"not begun,under way,done"' in offered
    assert '"repeated,improved,met,not mentioned"' in offered


def test_an_export_that_nobody_edited_changes_nothing(tracker: Tracker) -> None:
    write(tracker, FOLLOWED, owner="'=1+1", actions="-1\n@x", due="2027-03-31")
    for content in (exported(tracker), csv(look(tracker, FOLLOWED))):
        assert imported(tracker, content) == (Imported((), ()), Applied(0))


def test_an_edited_cell_is_a_change_by_whoever_imports_it(tracker: Tracker) -> None:
    asks, applied = imported(tracker, edited(exported(tracker), put(2, "Due", date(2027, 3, 31))))
    assert (asks.told, applied.made) == ((), 1)
    second = look(tracker, FOLLOWED)[1]
    assert second.due == date(2027, 3, 31)
    assert second.changes[-1].who == "Importer"


def test_a_cell_changed_on_both_sides_is_a_conflict_and_the_others_are_taken(tracker: Tracker) -> None:
    content = exported(tracker)
    write(tracker, FOLLOWED, who="Cy", owner="Di", impact="some")
    theirs = edited(edited(content, put(1, "Owner", "Bo")), put(1, "Actions", "Buy oil."))
    _asks, applied = imported(tracker, theirs)
    (conflict,) = applied.conflicts
    assert (conflict.edit.field, conflict.edit.after, conflict.now, conflict.who) == ("owner", "Bo", "Di", "Cy")
    first = look(tracker, FOLLOWED)[0]
    assert (first.owner, first.value("actions"), first.impact) == ("Di", "Buy oil.", "some")


def test_what_was_changed_here_and_not_in_the_file_stays(tracker: Tracker) -> None:
    content = exported(tracker)
    write(tracker, FOLLOWED, owner="Di")
    assert imported(tracker, content) == (Imported((), ()), Applied(0))
    assert look(tracker, FOLLOWED)[0].owner == "Di"


def test_an_emptied_cell_empties_the_field_and_the_history_knows_what_it_said(tracker: Tracker) -> None:
    write(tracker, FOLLOWED, owner="Bo", action="done")
    emptied = edited(edited(exported(tracker), put(1, "Owner", None)), put(1, "Action", None))
    assert imported(tracker, emptied)[1].made == 2
    first = look(tracker, FOLLOWED)[0]
    assert (first.owner, first.action) == ("", "not begun")
    assert {(change.before, change.after) for change in first.changes[2:]} == {("Bo", ""), ("done", "not begun")}


def test_what_cannot_be_heeded_is_told_and_the_rest_goes_on(tracker: Tracker) -> None:
    content = exported(tracker)
    for edit in (
        put(1, "Due", "soon"),
        put(1, "Action", "perhaps"),
        put(1, "Owner", "Bo"),
        put(2, WORDS, "Something else."),
        put(2, "Owner", "Cy"),
        put(4, WORDS, "A row of my own."),
        put(5, KEY, "another:3:"),
    ):
        content = edited(content, edit)
    asks, applied = imported(tracker, content)
    assert applied.made == 2
    assert list(asks.told) == [
        f"“{ASKED[0]}” Due cannot be “soon”: write a date such as 31/03/2027. It stays as it was.",
        f"“{ASKED[0]}” Action cannot be “perhaps”: choose not begun, under way, done. It stays as it was.",
        f"“{ASKED[1]}” The report's words were changed in the file: they stay as they are.",
        "A row is of no improvement of this tracker, and was left out: “A row of my own.”.",
        "A row is of no improvement of this tracker, and was left out: it holds no words.",
    ]


def test_removed_and_doubled_rows_lose_nothing(tracker: Tracker) -> None:
    def remove_and_double(page: Worksheet, columns: dict[str, int]) -> None:
        page.delete_rows(3)
        for name, at in columns.items():
            page.cell(4, at).value = "Di" if name == "Owner" else page.cell(2, at).value

    write(tracker, FOLLOWED, owner="Bo")
    asks, applied = imported(tracker, edited(exported(tracker), remove_and_double))
    assert applied.made == 0
    assert asks.told[0].endswith("stands in the file twice: only its first row was read.")
    assert asks.told[1] == "1 improvement is not in the file: nothing is removed, they stay as they are."
    assert [each.owner for each in look(tracker, FOLLOWED)] == ["Bo", "", ""]


def test_sorted_rows_and_columns_in_another_order_are_understood(tracker: Tracker) -> None:
    tracked = write(tracker, FOLLOWED, owner="Bo")
    sheet = tracker_sheet(tracked)
    order = [*range(len(sheet.columns))][::-1]
    rows = tuple(tuple(row[at] for at in order) for row in reversed(sheet.rows))
    turned = Sheet("Tracker", tuple(sheet.columns[at] for at in order), rows)
    assert edits_of(turned, tracked, {inspection(LATER)}) == Imported((), ())


def test_a_column_that_was_deleted_changes_nothing_and_is_told(tracker: Tracker) -> None:
    write(tracker, FOLLOWED, owner="Bo")
    asks, applied = imported(
        tracker, edited(exported(tracker), lambda page, columns: page.delete_cols(columns["Owner"]))
    )
    assert (asks.told, applied.made) == (("The file has no column Owner: what stands there stays as it is.",), 0)


def test_a_decision_on_an_inspection_that_is_not_there_is_left_out(tracker: Tracker) -> None:
    content = exported(tracker, asked())
    asks, applied = imported(tracker, edited(content, put(1, DECISION, "met")), asked())
    assert applied.made == 0
    assert asks.told == (f"“{ASKED[0]}” has no later report to decide on: “met” was left out.",)


def test_a_tracker_of_a_report_that_was_replaced_since_still_finds_its_rows(tracker: Tracker) -> None:
    content = edited(exported(tracker), put(1, "Owner", "Bo"))
    newer = [with_later(each) for each in asked(report_id="newer")]
    assert imported(tracker, content, newer)[1].made == 1
    assert look(tracker, newer)[0].owner == "Bo"


def test_another_file_is_refused_in_a_plain_sentence() -> None:
    other = comma(Sheet("x", (Column("Owner"),), (("Bo",),)))
    for content in (other, b"", b"PK\x03\x04 and nothing more"):
        with pytest.raises(UnreadableFile):
            read_tracker(content, "other.csv")


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    ["=1+1", "'=x", "''-y", "+44 20 7946", "@home", "-", "a,b;c\td", 'say "no"', "\ufefflead", "two\r\nlines", "007"]
)
VALUES: dict[str, st.SearchStrategy[Cell]] = {
    "Owner": ANY_TEXT,
    "Due": st.dates(date(2000, 1, 1), date(2100, 12, 31)) | st.none(),
    "Actions": ANY_TEXT | st.none(),
    "Evidence notes": ANY_TEXT,
    "Action": st.sampled_from(["not begun", "under way", "done"]),
    "Impact": st.sampled_from(["none seen yet", "some", "sustained"]),
    DECISION: st.sampled_from([None, "repeated", "improved", "met", "not mentioned"]),
}
EDITS = st.dictionaries(
    st.tuples(st.integers(0, len(ASKED) - 1), st.sampled_from(EDITABLE)), st.none(), max_size=8
).flatmap(lambda keys: st.fixed_dictionaries({key: VALUES[key[1]] for key in keys}))
"""Some cells, by row (from 0) and column, and what is put into each."""


def in_memory() -> Tracker:
    """A tracker whose database is gone with it."""
    return Tracker(sql.create_engine("sqlite://"))


def fitted(column: str, value: Cell) -> Cell:
    """What a cell says that was exported again: without what no cell may hold."""
    name = {**WRITTEN, DECISION: decision_field(LATER)}[column]
    words = fit(name, value)
    return date.fromisoformat(words) if name == "due" and words else words or None


def typed(value: Cell) -> Cell:
    """A value as it can be typed into a cell."""
    return printable(value.replace("\r\n", "\n").replace("\r", "\n")) if isinstance(value, str) else value


def in_excel(tracked: Sequence[Tracked], edits: dict[tuple[int, str], Cell]) -> bytes:
    """The workbook with these cells edited in it, by openpyxl."""

    def edit(page: Worksheet, columns: dict[str, int]) -> None:
        for (row, column), value in edits.items():
            cell = page.cell(row + 2, columns[column])
            cell.value = typed(value)
            if isinstance(value, str):
                cell.data_type = "s"  # also what begins like a formula

    return edited(workbook(tracked, [], "Fennimoor"), edit)


def in_csv(tracked: Sequence[Tracked], edits: dict[tuple[int, str], Cell]) -> bytes:
    """The same as a CSV file, read and written again."""
    sheet = read_comma(csv(tracked), "t.csv")
    names = [column.name for column in sheet.columns]
    rows = [[*row, *(None,) * (len(names) - len(row))] for row in sheet.rows]
    for (row, column), value in edits.items():
        rows[row][names.index(column)] = typed(value)
    return comma(Sheet("t", sheet.columns, tuple(map(tuple, rows))))


@settings(max_examples=40, deadline=None)
@given(before=EDITS, edits=EDITS, write_file=st.sampled_from([in_excel, in_csv]))
def test_whatever_is_edited_comes_back_as_edited_and_nothing_else_changes(
    before: dict[tuple[int, str], Cell],
    edits: dict[tuple[int, str], Cell],
    write_file: Callable[[Sequence[Tracked], dict[tuple[int, str], Cell]], bytes],
) -> None:
    """Export, edit any cells, import, export: these cells say what was put into them, all others what they said."""
    tracker = in_memory()
    imported(tracker, in_excel(look(tracker, FOLLOWED), before))
    was = look(tracker, FOLLOWED)
    every = [(row, column) for row in range(len(ASKED)) for column in EDITABLE]
    said = {(row, column): cells(was, column)[row] for row, column in every}
    asks, applied = imported(tracker, write_file(was, edits))
    now = look(tracker, FOLLOWED)
    assert (asks.told, applied.conflicts) == ((), ())
    put_in = {(row, column): fitted(column, value) for (row, column), value in edits.items()}
    assert {(row, column): cells(now, column)[row] for row, column in every} == said | put_in


@settings(max_examples=25, deadline=None)
@given(here=EDITS, there=EDITS)
def test_whatever_is_edited_on_both_sides_nothing_of_either_is_lost(
    here: dict[tuple[int, str], Cell], there: dict[tuple[int, str], Cell]
) -> None:
    """A cell that says two things is a conflict that holds both; each other cell says what one side put into it."""
    tracker = in_memory()
    start = look(tracker, FOLLOWED)
    mine, theirs = in_excel(start, here), in_excel(start, there)
    imported(tracker, mine)
    _asks, applied = imported(tracker, theirs)
    now = look(tracker, FOLLOWED)
    told = {(conflict.edit.key, conflict.edit.field): conflict for conflict in applied.conflicts}
    for row, column in {*here, *there}:
        name = {**WRITTEN, DECISION: decision_field(LATER)}[column]
        was = start[row].value(name)
        first, second = (fit(name, side.get((row, column), was)) for side in (here, there))
        conflict = told.get((start[row].key, name))
        if first != was and second not in (was, first):
            assert conflict is not None
            assert (conflict.now, conflict.edit.after) == (first, second)
        else:
            assert conflict is None
            assert now[row].value(name) == (first if second == was else second)


def test_pages_and_later_reports_lead_to_where_they_are_read(tracker: Tracker) -> None:
    tracked = look(tracker, FOLLOWED)
    cited = Citation(1, FOLLOWED[0].paragraph, FOLLOWED[0].report)
    content = workbook(tracked, [("Why.", [cited])], "x", lambda each: f"https://reports.example/{each.paragraph.id}")
    book = openpyxl.load_workbook(io.BytesIO(content))
    names = [cell.value for cell in book["Tracker"][1]]
    first = book["Tracker"][2]
    leads = {name: cell.hyperlink.target for name, cell in zip(names, first, strict=True) if cell.hyperlink}
    assert leads == {
        "Page": f"https://reports.example/{FOLLOWED[0].paragraph.id}",
        "Later report": f"https://reports.example/{FOLLOWED[0].later[0].paragraphs[0].id}",
    }
    assert first[names.index("Page")].value == FOLLOWED[0].paragraph.page
    enquired = book["Lines of enquiry"].cell(2, 4).hyperlink
    assert enquired is not None
    assert enquired.target == f"https://reports.example/{cited.paragraph.id}"
