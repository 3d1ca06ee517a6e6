"""What inspectors asked for is told whole, in order, and nothing else."""

from assistant.citations import Draft
from assistant.conversation import Conversation
from assistant.lists import find_lists, find_strengths
from assistant.understand import understand
from corpus.library import Library
from tests.assistant.samples import FILES, NAMES


def items(samples: Library, text: str, *reports: str) -> list[Draft]:
    """The items that a question asks of these reports."""
    question = understand(text, Conversation(), samples.reports)
    return find_lists(question, [samples.report(FILES[report]) for report in reports], samples)


def test_every_list_of_every_report_is_told_whole_and_in_order(samples: Library) -> None:
    with_lists = [report for report in samples.reports if report.improvement_lists]
    assert len(with_lists) == 9
    for report in with_lists:
        year = report.when.year if report.when else 0
        drafts = items(samples, f"What did inspectors recommend in {report.council} in {year}?", NAMES[report.file])
        wanted = [each for found in report.improvement_lists for each in found.paragraph_ids]
        assert [draft.paragraphs[0].id for draft in drafts] == wanted


def test_without_a_date_the_newest_report_of_each_council_speaks(samples: Library) -> None:
    every = [NAMES[report.file] for report in samples.reports if report.kind == "ILACS"]
    drafts = items(samples, "What needs to improve?", *every)
    files = {samples.report(draft.paragraphs[0].report_id).file for draft in drafts}
    assert {NAMES[file] for file in files} == {"Saltmere 2025", "Eldermarsh 2023", "Corvenshire 2021"}


def test_lists_of_several_reports_are_told_apart(samples: Library) -> None:
    drafts = items(samples, "What needs to improve?", "Saltmere 2025", "Eldermarsh 2023")
    assert list(dict.fromkeys(draft.group for draft in drafts)) == [
        "Eldermarsh, ILACS inspection, June 2023, What needs to improve",
        "Saltmere, ILACS inspection, January 2025, What needs to improve",
    ]


def test_urgent_actions_come_without_the_others(samples: Library) -> None:
    urgent = items(samples, "What must be done first about SEND in Corvenshire?", "Corvenshire SEND 2024")
    every = items(samples, "What must improve about SEND in Corvenshire?", "Corvenshire SEND 2024")
    assert (len(urgent), len(every)) == (4, 8)
    assert all("Leaders should" in draft.text for draft in urgent)


def test_what_the_safeguarding_board_was_asked_for_is_told_apart(samples: Library) -> None:
    drafts = items(samples, "What was recommended in Saltmere in 2015?", "Saltmere 2015")
    groups = list(dict.fromkeys(draft.group or "" for draft in drafts))
    assert [group.endswith("(Local Safeguarding Children Board)") for group in groups] == [False, True]


def test_a_report_without_a_list_has_no_items(samples: Library) -> None:
    assert items(samples, "What must Saltmere improve?", "Saltmere visit 2020") == []


def test_an_item_is_the_exact_text_of_its_paragraph(samples: Library) -> None:
    (first, *_rest) = items(samples, "What must Eldermarsh improve?", "Eldermarsh 2023")
    assert first.text == first.paragraphs[0].text
    assert first.paragraphs[0].kind == "bullet"


def test_strengths_are_what_stands_under_their_heading(samples: Library) -> None:
    question = understand("What are the strengths of SEND services in Corvenshire?", Conversation(), samples.reports)
    drafts = find_strengths(question, [samples.report(FILES["Corvenshire SEND 2024"])], samples)
    assert len(drafts) == 8
    assert {draft.group for draft in drafts} == {"What is the area partnership doing that is effective?"}


def test_a_report_without_such_a_heading_lists_no_strengths(samples: Library) -> None:
    question = understand("What are the strengths of Saltmere?", Conversation(), samples.reports)
    assert find_strengths(question, [samples.report(FILES["Saltmere 2019"])], samples) == []


def test_of_a_matter_that_is_named_only_what_is_on_it_is_told_and_of_how_many(samples: Library) -> None:
    drafts = items(
        samples, "What did inspectors ask Saltmere to do about supervision?", "Saltmere 2022", "Saltmere 2025"
    )
    assert [draft.group for draft in drafts] == [
        "Saltmere, ILACS inspection, October 2022, What needs to improve (1 of 7: those that name “supervision”)"
    ]
    assert drafts[0].text.startswith("The quality of supervision")


def test_a_list_in_which_nothing_is_on_the_matter_is_told_whole_and_says_so(samples: Library) -> None:
    drafts = items(samples, "What did they tell Eldermarsh to do about dragons in the 2023 report?", "Eldermarsh 2023")
    assert {draft.group for draft in drafts} == {"What needs to improve (none of these names “dragons”)"}
    assert len(drafts) == 2


def test_lists_of_every_council_are_not_told_for_a_matter_that_none_names(samples: Library) -> None:
    assert items(samples, "What were councils told to improve about dragons?", "Eldermarsh 2023", "Saltmere 2025") == []
