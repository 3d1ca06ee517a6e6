"""A paper in Word has real headings, real lists, its language and title, and the same citations as the screen."""

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.exports.word import word
from tests.assistant.exports.made import MADE, listed, paper, squeezed
from tests.fakes import HOSTILE


@pytest.fixture(scope="module")
def written() -> Document:
    """The paper, opened again."""
    return docx.Document(BytesIO(word(paper())))


def _styled(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == style]


def _list_of(paragraph: Paragraph) -> tuple[int, int] | None:
    """The list that a paragraph is an item of, and where that begins to count."""
    found = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if found is None:
        return None
    list_ = int(found.find(qn("w:numId")).get(qn("w:val")))
    numbering = paragraph.part.document.part.numbering_part.element  # type: ignore[attr-defined] # the document's part
    (num,) = (each for each in numbering.num_lst if each.numId == list_)
    (start,) = num.iter(qn("w:startOverride"))
    return list_, int(start.get(qn("w:val")))


def _citations(document: Document) -> list[list[tuple[int, str]]]:
    """What is cited below each question: the number that Word shows, and all that stands there."""
    found: list[list[tuple[int, str]]] = []
    lists: list[int] = []
    for each in document.paragraphs:
        if each.style and each.style.name == "Heading 2":
            found.append([])
        if list_ := _list_of(each):
            lists.append(list_[0])
            number = list_[1] + lists.count(list_[0]) - 1
            found[-1].append((number, squeezed(each.text)))
    return found


def test_its_citations_are_those_of_the_answers(written: Document) -> None:
    for part, found in zip(paper().parts, _citations(written), strict=True):
        wanted = [said for each in part.citations for said in list(listed([each]))[1:]]
        assert found == [(each.number, said) for each, said in zip(part.citations, wanted, strict=True)]
    words = [squeezed(each) for each in _styled(written, "Source")]
    assert all(said in words for part in paper().parts for said in listed(part.citations))


def test_its_headings_are_headings_in_order(written: Document) -> None:
    assert _styled(written, "Heading 1") == ["Who does what?"]
    assert _styled(written, "Heading 2")[:3] == ["Who does what?", "And at night?", "Why?"]
    assert _styled(written, "Heading 3")[:4] == ["Sources", "Fennimoor, inspected March 2021", "What else?", "Sources"]


def test_an_answer_that_is_a_list_is_a_list(written: Document) -> None:
    assert _styled(written, "List Bullet")[2] == "Personal advisers teach care leavers to mend bicycles.\xa0[3]"


def test_its_numbers_are_links_to_the_sources_below_and_to_nothing_else() -> None:
    body = ZipFile(BytesIO(word(paper()))).read("word/document.xml").decode()
    anchors, names = re.findall(r'w:anchor="(.+?)"', body), re.findall(r'w:bookmarkStart [^>]*w:name="(.+?)"', body)
    assert anchors[:6] == [
        *(f"answer_1_source_{number}" for number in (1, 2, 3)), "answer_2_source_1", "answer_2_source_2",
        "answer_2_source_2",
    ]  # fmt: skip
    assert set(anchors) == set(names)
    assert len(names) == len(set(names)) == 6
    assert "r:id" not in re.findall(r"<w:hyperlink.*?>", body)[0]
    relations = ZipFile(BytesIO(word(paper()))).read("word/_rels/document.xml.rels").decode()
    assert 'TargetMode="External"' not in relations


def test_a_sentence_reads_with_its_numbers(written: Document) -> None:
    assert "Lanterns are carried.\xa0[1]\xa0[2]" in [each.text for each in written.paragraphs]


def test_it_says_its_title_its_language_and_its_day(written: Document) -> None:
    properties = written.core_properties
    assert (properties.title, properties.language, properties.comments) == ("Who does what?", "en-GB", "")
    assert properties.created is not None
    assert properties.created.date() == MADE
    assert {each.get(qn("w:val")) for each in written.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_it_says_to_check_the_source(written: Document) -> None:
    assert _styled(written, "Note")[0] == "Check the source before you rely on it."


def test_hostile_words_are_text(written: Document) -> None:
    assert any("<script>document.title='taken'</script>" in words for words in _styled(written, "Heading 2"))


@settings(deadline=None, max_examples=15)
@given(st.text(st.characters(), max_size=300))
def test_any_name_and_words_can_be_written(name: str) -> None:
    opened = docx.Document(BytesIO(word(paper(f"{name} {HOSTILE * 3}"))))
    assert len(opened.core_properties.title) <= 255
