"""The sector's terms are known by all their names, and everyday words become inspectors' words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.everyday import in_inspectors_words
from assistant.glossary import GLOSSARY, expand, find_term


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


def test_a_search_by_words_looks_for_every_name() -> None:
    assert "multi-agency safeguarding hub" in expand("How quick is the MASH?")
    assert expand("How quick is the MASH?").startswith("How quick is the MASH? ")
    assert expand("swimming pools") == "swimming pools"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("children with nothing to do", "kids with nothing to do"),
        ("Are caseloads manageable?", "Are workloads manageable?"),
        ("agency staff", "temps"),
        ("elected members", "councillors"),
        ("section 20", "s.20"),
        ("skidding", "skidding"),
        ("", ""),
    ],
)
def test_what_people_say_is_put_as_inspectors_write_it(written: str, said: str) -> None:
    assert in_inspectors_words(said) == written


@given(st.text(max_size=200))
def test_any_text_is_put_into_words_without_fail(text: str) -> None:
    assert expand(text).startswith(text)
    assert isinstance(in_inspectors_words(text), str)
    find_term(text)
