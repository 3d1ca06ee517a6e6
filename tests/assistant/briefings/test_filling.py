"""A template fills itself for a council and a theme: nothing but the reports' own words, each with its paragraph."""

from collections.abc import Callable
from datetime import date

import pytest

from assistant.briefings.briefing import Briefing, Item
from assistant.briefings.filling import Filling, fill
from assistant.briefings.numbering import number_briefing
from assistant.briefings.sections import explain_terms
from assistant.briefings.templates import TEMPLATES, Template
from assistant.citations import Draft
from assistant.search import Searcher
from corpus.errors import WrongUse
from corpus.library import Library

MADE = date(2026, 11, 22)
Fill = Callable[[Template, str, str], Briefing]


@pytest.fixture(scope="module")
def filled(searcher: Searcher) -> Fill:
    """Fills a template; one that was filled before is not filled anew."""
    known: dict[tuple[Template, str, str], Briefing] = {}

    def fill_(template: Template, council: str, theme: str) -> Briefing:
        key = (template, council, theme)
        if key not in known:
            *_growing, last = fill(template, council, theme, searcher, MADE)
            known[key] = last.briefing
        return known[key]

    return fill_


def _section(briefing: Briefing, title: str) -> tuple[Item, ...]:
    return next(section.items for section in briefing.sections if section.title == title)


@pytest.mark.parametrize(
    ("template", "council", "theme"),
    [
        ("committee", "Saltmere", "care leavers"),
        ("training", "Saltmere", "supervision"),
        ("team", "Corvenshire", "children who go missing"),
    ],
)
def test_every_sentence_stands_word_for_word_in_the_paragraph_that_it_cites(
    filled: Fill, samples: Library, template: Template, council: str, theme: str
) -> None:
    """But for grades, which are told from the table of judgements and quote the report's own word."""
    briefing = filled(template, council, theme)
    drafts = [(item, draft) for item in briefing.items for draft in item.drafts]
    assert drafts
    for item, draft in drafts:
        held = [samples.paragraph(paragraph.id) for paragraph in draft.paragraphs]
        assert held == list(draft.paragraphs)
        cited = " ".join(" ".join(each.text.replace("\t", ": ").split()) for each in draft.paragraphs)
        if " judged “" in draft.text or item.kind == "grades":
            assert draft.text.split("“")[1].split("”")[0].lower() in cited.lower()
        else:
            assert " ".join(draft.text.split()) in cited, item
        assert {paragraph.report_id for paragraph in draft.paragraphs} <= {report.id for report in item.reports}


def test_a_committee_briefing_has_what_a_committee_asks_for_in_order(filled: Fill) -> None:
    briefing = filled("committee", "Saltmere", "care leavers")
    assert briefing.title == "Care leavers in Saltmere"
    assert briefing.audience == TEMPLATES["committee"].audience
    assert [section.title for section in briefing.sections] == [
        title for _part, title in TEMPLATES["committee"].sections
    ]
    assert briefing.coverage.startswith(
        "Searched for care leavers: 7 reports on Saltmere (2015 to 2025); for contrast,"
    )
    kinds = {item.kind for item in briefing.items}
    assert kinds >= {"key message", "grades", "answer", "quote", "question", "term"}


def test_the_key_messages_are_the_newest_reports_on_the_theme(filled: Fill) -> None:
    items = _section(filled("committee", "Saltmere", "care leavers"), "Key messages")
    messages = [item for item in items if item.kind == "key message"]
    assert 1 <= len(messages) <= 4
    assert {report.when and report.when.year for item in messages for report in item.reports} == {2025}
    assert "Saltmere, ILACS inspection" in items[-1].remark


def test_the_theme_is_followed_from_the_oldest_inspection_to_the_newest(filled: Fill) -> None:
    items = _section(filled("committee", "Saltmere", "care leavers"), "From inspection to inspection")
    years = [item.reports[0].when.year for item in items if item.reports and item.reports[0].when]
    assert years == sorted(years)
    assert {2015, 2019, 2022, 2025} <= set(years)


def test_of_what_was_asked_for_it_says_how_much_is_shown(filled: Fill) -> None:
    items = _section(filled("committee", "Saltmere", "care leavers"), "What inspectors asked for")
    assert all(item.drafts or "None of the" in item.remark for item in items)
    longer = [item for item in items if "of the" in item.remark]
    assert longer
    for item in longer:
        assert item.remark.startswith(str(len(item.drafts) or "None"))


def test_another_council_is_contrasted_only_if_it_was_judged_good_or_outstanding(filled: Fill) -> None:
    items = _section(filled("committee", "Saltmere", "care leavers"), "Elsewhere")
    assert items
    for item in items:
        assert item.kind == "contrast"
        there = item.reports[-1]
        assert there.council != "Saltmere"
        assert {there.grade("care_leavers"), there.grade("children_in_care"), there.grade("overall")} & {
            "good",
            "outstanding",
        }
        assert item.remark.startswith("Proposed because" if len(item.reports) == 2 else "On the same theme")


def test_questions_to_discuss_stand_above_the_sentences_that_they_are_about(filled: Fill) -> None:
    items = _section(filled("committee", "Saltmere", "care leavers"), "Questions to ask")
    assert all(item.kind == "question" and item.text.endswith("?") for item in items)
    assert any(item.drafts for item in items)
    assert [item.text for item in items[-2:]] == list(TEMPLATES["committee"].ends)


def test_terms_are_explained_after_their_source(filled: Fill) -> None:
    items = _section(filled("committee", "Saltmere", "care leavers"), "Terms used")
    assert all(item.kind == "term" and " After " in item.remark and not item.drafts for item in items)


def test_the_terms_of_what_was_asked_for_are_explained_too() -> None:
    asked = Item("answer", "", (Draft("Plans of private fostering, and of those not in work (NEET).", ()),))
    assert [item.text.partition(" (")[0] for item in explain_terms([asked])] == [
        "not in education, employment or training",
        "private fostering",
    ]


def test_what_the_reports_do_not_say_is_said_in_every_section(filled: Fill) -> None:
    briefing = filled("training", "Eldermarsh", "trams to the moon")
    for title in ("Key messages", "In the inspectors’ own words", "From inspection to inspection"):
        (item,) = _section(briefing, title)
        assert item.remark == "Nothing was found on trams to the moon in the reports held on Eldermarsh."
    assert number_briefing(briefing).citations == ()


def test_it_grows_step_by_step_and_says_what_it_does(searcher: Searcher) -> None:
    steps: list[Filling] = list(fill("committee", "eldermarsh", "adoption", searcher, MADE))
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[0].told.startswith("Reading Eldermarsh, SIF inspection")
    assert (steps[-1].done, steps[-1].told) == (steps[-1].of, "Done.")
    assert steps[-1].briefing.title == "Adoption in Eldermarsh"


def test_a_theme_within_an_area_keeps_to_it(filled: Fill) -> None:
    """Of care leavers' accommodation, not all that is said of care leavers."""
    items = _section(filled("training", "Saltmere", "care leavers’ accommodation"), "Key messages")
    assert all("accommodation" in item.drafts[0].paragraphs[0].text for item in items if item.drafts)


@pytest.mark.parametrize(
    ("council", "theme", "said"),
    [
        ("Nowhere", "care leavers", "There is no report on Nowhere"),
        ("", "care leavers", "a council without a name"),
        ("Saltmere", " ?! ", "Name the theme"),
        ("Saltmere", "the", "Name the theme"),
    ],
)
def test_a_council_without_reports_and_a_theme_without_words_are_told(
    searcher: Searcher, council: str, theme: str, said: str
) -> None:
    with pytest.raises(WrongUse, match=said):
        next(fill("committee", council, theme, searcher, MADE))
