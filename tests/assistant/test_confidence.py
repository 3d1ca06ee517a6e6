"""How sure it is that a paragraph answers rises with each thing that speaks for it."""

from dataclasses import astuple, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.confidence import (
    BASE,
    LEAST,
    LEAST_BESIDE,
    WEIGHTS,
    Features,
    confidence,
    measure,
    mentioned,
    read_asked,
    touches,
)
from assistant.extract import choose
from assistant.question import Question
from assistant.search import Group, fuse
from corpus.library import Library
from tests.assistant.made import paragraph
from tests.assistant.samples import FILES

SURE = Features(relevance=6.0, cover=1.0, term=1.0)
LOGITS = st.floats(-15, 15)
SHARES = st.floats(0, 1)


def asking(topic: str) -> Question:
    """A question that is asked as it is searched for."""
    return Question(topic, topic, topic=topic, wording=topic)


def measured(topic: str, text: str, library: Library) -> Features:
    """The Features of a paragraph with this text, as the sample reports' words go."""
    return measure(read_asked(asking(topic), library), paragraph(text), 2.0)


@pytest.mark.parametrize("feature", ["relevance", "cover", "term"])
def test_confidence_rises_with_each_feature(feature: str) -> None:
    lower = Features(0.0, 0.5, 0.0)
    assert confidence(replace(lower, **{feature: getattr(lower, feature) + 0.5})) > confidence(lower)


def test_weights_speak_for_a_paragraph_and_the_constant_against_it() -> None:
    assert all(weight > 0 for weight in astuple(WEIGHTS))
    assert BASE < 0


def test_the_bars_are_probabilities_and_lower_beside_a_sure_answer() -> None:
    assert 0 < LEAST_BESIDE < LEAST < 1


def test_the_bar_lies_between_a_sure_paragraph_and_one_that_shares_nothing() -> None:
    assert confidence(SURE) > LEAST > confidence(Features(0.0, 0.0, 0.0))


def test_a_relevant_paragraph_that_lacks_the_term_falls_below_the_bar() -> None:
    assert confidence(Features(relevance=6.0, cover=0.2, term=0.0)) < LEAST


@given(st.builds(Features, LOGITS, SHARES, st.sampled_from([0.0, 1.0])))
def test_confidence_is_a_probability(features: Features) -> None:
    assert 0 < confidence(features) < 1


def test_cover_is_the_share_of_telling_words_held_by_their_rarity(samples: Library) -> None:
    topic = "How many foster carers teach kayaking to children?"
    assert measured(topic, "Foster carers teach children.", samples).cover > 0.5
    rare = measured("neglect of children", "Neglect is recognised.", samples).cover
    common = measured("neglect of children", "Children are seen.", samples).cover
    assert 0 < common < 0.5 < rare < 1
    assert rare + common == pytest.approx(1)


def test_cover_is_whole_for_every_word_in_any_form_and_nothing_for_none(samples: Library) -> None:
    assert measured("caseload of a social worker", "Social workers have caseloads.", samples).cover == 1
    assert measured("caseload of a social worker", "The choir sings.", samples).cover == 0


def test_a_term_counts_under_any_of_its_names(samples: Library) -> None:
    features = measured("How quick is the MASH?", "The multi-agency safeguarding hub is quick.", samples)
    assert (features.cover, features.term) == (1, 1)


def test_words_of_the_heading_count(samples: Library) -> None:
    beneath = replace(paragraph("It takes place monthly."), heading=("Supervision",))
    assert measure(read_asked(asking("supervision"), samples), beneath, 0.0).cover == 1


def test_years_and_how_it_is_asked_are_nothing_to_hold(samples: Library) -> None:
    asked = read_asked(asking("How many inspectors in 2019 say neglect?"), samples)
    assert list(asked.rarity) == ["neglect"]


def test_a_paragraph_that_lacks_the_rarest_term_says_so(samples: Library) -> None:
    topic = "private fostering of disabled children"
    assert measured(topic, "Private fostering is well known.", samples).term == 1
    assert measured(topic, "Privately fostered children are known.", samples).term == 1
    assert measured(topic, "Disabled children are well known.", samples).term == 0


def test_a_question_that_names_no_term_asks_for_none(samples: Library) -> None:
    asked = read_asked(asking("what happens next"), samples)
    assert asked.term == ()
    assert measure(asked, paragraph("Anything."), 0.0).term == 1
    assert all(mentioned(asked, report.id, samples) for report in samples.reports)


def test_a_term_that_stands_everywhere_does_not_stand_for_a_word_that_no_report_has(samples: Library) -> None:
    text = "Children in care are well supported."
    assert measured("vaping among children in care", text, samples).term == 0
    assert measured("support for children in care", text, samples).term == 1


def test_a_name_inside_a_question_is_a_term_and_no_month_or_ofsted(samples: Library) -> None:
    assert read_asked(asking("What is the Mockingbird scheme?"), samples).term == ("Mockingbird",)
    assert read_asked(asking("What did Ofsted say in March about neglect?"), samples).term == ()


def test_a_report_mentions_a_term_or_does_not(samples: Library) -> None:
    asked = read_asked(asking("What is the role of Driftwood?"), samples)
    mentions = {report.council for report in samples.reports if mentioned(asked, report.id, samples)}
    assert mentions == {"Saltmere"}


def test_no_paragraph_is_chosen_of_a_report_that_never_mentions_the_rarest_term(samples: Library) -> None:
    topic = "What do children think of Driftwood?"
    passages = tuple(
        replace(passage, relevance=9.0)
        for report in samples.reports
        for passage in fuse(samples, topic, [report.id], 40)
    )
    chosen = choose(read_asked(asking(topic), samples), Group(passages, margin=20.0, least=0.0), samples)
    councils = {report.id: report.council for report in samples.reports}
    assert len({passage.chunk.report_id for passage in passages}) == len(FILES)
    assert {councils[each.report_id] for each, _relevance in chosen} == {"Saltmere"}


def test_a_text_touches_what_is_asked_by_its_rarest_term_or_by_any_word_where_there_is_none(samples: Library) -> None:
    term = read_asked(asking("private fostering of disabled children"), samples)
    assert touches(term, "Privately fostered young people are known.")
    assert not touches(term, "Disabled children are known.")
    plain = read_asked(asking("choirs on ferries for children"), samples)
    assert touches(plain, "A child sings.") is False
    assert touches(plain, "Children sing.") is True
