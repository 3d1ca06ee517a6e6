"""The sector's terms are known by all their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.glossary import expand, find_names, find_term, stands_in
from assistant.terms import GLOSSARY, GRADE_TERMS


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("multi-agency safeguarding hub", "What does MASH mean?"),
        ("public law outline", "what is the PLO"),
        ("designated officer", "What's a LADO?"),
        ("section 20", "What is s20?"),
        ("local safeguarding children board", "What is the safeguarding board?"),
    ],
)
def test_a_term_is_found_by_its_short_name(name: str, text: str) -> None:
    term = find_term(text)
    assert term is not None
    assert term.names[0] == name


@pytest.mark.parametrize("text", ["What is the weather?", "mashed potatoes", ""])
def test_other_words_are_no_terms(text: str) -> None:
    assert find_term(text) is None


def test_no_name_belongs_to_two_terms() -> None:
    names = [name.lower() for term in GLOSSARY for name in term.names]
    assert len(names) == len(set(names))


def test_every_meaning_says_where_it_is_laid_down() -> None:
    assert [term.names[0] for term in GLOSSARY if bool(term.meaning) != bool(term.source)] == []


def test_a_search_by_words_looks_for_every_name() -> None:
    assert "multi-agency safeguarding hub" in expand("How quick is the MASH?")
    assert expand("How quick is the MASH?").startswith("How quick is the MASH? ")
    assert expand("swimming pools") == "swimming pools"


@pytest.mark.parametrize(
    ("stands", "name", "text"),
    [
        (True, "MASH", "How quick is the mash?"),
        (True, "director of children's services", "The director of children’s services left."),
        (False, "MASH", "mashed potatoes"),
        (False, "PA", "a spa"),
        (True, "s.20", "Is s.20 overused?"),
        (False, "s.20", "sX20"),
    ],
)
def test_a_name_stands_as_whole_words_in_any_case_and_with_either_apostrophe(
    *, stands: bool, name: str, text: str
) -> None:
    assert stands_in(name, text) is stands


def test_every_term_that_a_text_names_is_found() -> None:
    first = [names[0] for names in find_names("Does the LADO sit in the MASH?")]
    assert first == ["multi-agency safeguarding hub", "designated officer"]


@given(st.text(max_size=200))
def test_any_text_is_searched_for_terms_without_fail(text: str) -> None:
    assert expand(text).startswith(text)
    term = find_term(text)
    assert term is None or term in GRADE_TERMS or find_names(text)
