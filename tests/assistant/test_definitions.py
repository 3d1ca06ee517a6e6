"""What a word means is told by the sentence that explains it, else by our glossary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.chain import Asked, build_chain
from assistant.conversation import Conversation
from assistant.definitions import asked_term, explains, find_definitions
from assistant.search import Searcher
from assistant.understand import understand
from tests.assistant.conftest import Ask


def defined(text: str, searcher: Searcher) -> list[str]:
    """The sentences that explain what a question asks about."""
    question = understand(text, Conversation(), searcher.library.reports)
    return [draft.text for draft in find_definitions(question, searcher)]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("MASH", "What does MASH mean?"),
        ("section 20", "What does the term section 20 actually mean?"),
        ("front door", "What do they mean by the ‘front door’?"),
        ("staying put", "what is staying put"),
        ("personal adviser", "What’s a personal adviser?"),
        ("pathway plan", "Define pathway plan"),
        ("permanence", "What is meant by permanence?"),
        ("requires improvement", "What do inspectors mean by “requires improvement”?"),
        ("PLO", "What does PLO stand for?"),
        ("", "How are caseloads in Saltmere?"),
        ("", ""),
    ],
)
def test_the_term_is_what_a_question_asks_to_explain(term: str, text: str) -> None:
    assert asked_term(text) == term


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("Driftwood", "Driftwood, the Children in Care Council, is led by young people."),
        ("Harbour", "Children in the Harbour, a home for six, cook together."),
        ("voluntary care", "They are in voluntary care, which means that parents have agreed."),
        ("lantern offer", "The ‘lantern offer’ of a walk is taken up."),
        ("neglect", "Parents learn the term ‘neglect’ early."),
        ("EHC", "Children with an education, health and care (EHC) plan wait."),
        ("MASH", "The multi-agency safeguarding hub (MASH) is quick."),
        ("staying put", "A staying-put arrangement means that a young person stays with the carers."),
        ("special guardian", "A special guardian is someone who has parental responsibility."),
        ("family time", "Contact is known as ‘family time’ here."),
        ("kinship carer", "Kinship carers are people whom the child already knows."),
    ],
)
def test_a_sentence_explains_a_term_by_saying_what_it_is(term: str, sentence: str) -> None:
    assert explains(sentence, term)


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("return home interview", "Return home interviews are an area of vulnerability."),
        ("supervision", "Supervision is a strength."),
        ("supervision", "Supervision is a key feature of the service."),
        ("early help", "Early help is a growing strength of the partnership."),
        ("front door", "The front door is safe."),
        ("MASH", "The MASH was praised."),
        ("neglect", "Neglect, a growing concern, is recognised late."),
        ("drift", "Driftwood, the Children in Care Council, is led by young people."),
        ("pathway plan", "Pathway plans are written late."),
        ("caseload", "Inspectors looked at caseloads (21 of them)."),
    ],
)
def test_saying_how_good_something_is_does_not_explain_it(term: str, sentence: str) -> None:
    assert not explains(sentence, term)


@given(st.text(max_size=80), st.text(min_size=1, max_size=20))
def test_any_term_is_looked_for_without_fail(sentence: str, term: str) -> None:
    assert explains(sentence, term) in (True, False)
    assert isinstance(asked_term(f"What does {term} mean?"), str)


@pytest.mark.parametrize(
    ("begins", "text"),
    [
        (
            "Some children stay at home under voluntary care agreements, which means",
            "What is a voluntary care agreement?",
        ),
        ("The ‘lantern offer’ of a walk", "What is the lantern offer?"),
        ("A few families wait for a place at the specialist panel for early years (SPEY)", "What does SPEY mean?"),
    ],
)
def test_a_term_is_explained_by_the_sentence_that_explains_it(invented: Searcher, begins: str, text: str) -> None:
    (sentence,) = defined(text, invented)
    assert sentence.startswith(begins)


@pytest.mark.parametrize(
    ("begins", "text"),
    [
        ("Driftwood, the Children in Care Council", "What is Driftwood?"),
        ("Tidewatch, the Children in Care Council", "What is Tidewatch?"),
        ("The multi-agency safeguarding hub (MASH)", "What does MASH mean?"),
    ],
)
def test_a_name_is_explained_by_what_stands_beside_it(searcher: Searcher, begins: str, text: str) -> None:
    (sentence,) = defined(text, searcher)
    assert sentence.startswith(begins)


@pytest.mark.parametrize(
    ("begins", "grade"),
    [
        ("A local authority that requires improvement", "requires improvement"),
        ("An inadequate local authority", "inadequate"),
        ("An outstanding local authority", "‘outstanding’"),
    ],
)
def test_a_grade_means_what_the_annex_says_of_a_council(invented: Searcher, begins: str, grade: str) -> None:
    (sentence,) = defined(f"What does {grade} mean?", invented)
    assert sentence.startswith(begins)


def test_a_grade_is_not_explained_by_the_sentence_on_another(invented: Searcher) -> None:
    assert defined("What does good mean?", invented) == []


def test_a_grade_that_no_report_explains_is_not_explained_by_findings(ask: Ask) -> None:
    assert ask("What does requires improvement mean?").claims == ()


@pytest.mark.parametrize(
    "text", ["What does section 20 mean?", "What is a pathway plan?", "What is an EHC plan?", "What is staying put?"]
)
def test_what_no_report_explains_is_told_in_our_own_words(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert (answer.status, answer.claims) == ("our glossary", ())
    assert "Our own words" in answer.note


def test_praise_is_no_definition(invented: Searcher) -> None:
    assert defined("What is family time?", invented) == []


def test_a_definition_is_cited_and_says_nothing_of_later_reports(invented: Searcher) -> None:
    answer = build_chain(invented.library, invented.reranker).invoke(Asked("What is the lantern offer?"))
    assert (answer.status, answer.note) == ("in the reports", "")
    assert [citation.report.council for citation in answer.citations] == ["Fennimoor"]
