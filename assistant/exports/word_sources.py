"""Sentences in a Word document whose numbers are links to their sources, and the list of those sources."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from assistant.citations import Citation, Claim, by_report
from assistant.exports.word_parts import FACTS, LINK, LIST, add
from assistant.paper import exact, shown, source


def add_claim(document: Document, claim: Claim, place: str, numbers: set[int], style: str) -> None:
    """A sentence with its numbers, each a link to its source where `numbers` has it. `place` names these sources."""
    add_marks(add(document, claim.text, style), claim.citations, place, numbers)


def add_marks(sentence: Paragraph, citations: Sequence[int], place: str, numbers: set[int]) -> None:
    """Numbers behind a sentence."""
    for number in citations:
        sentence.add_run("\N{NO-BREAK SPACE}")  # a number does not stand alone on the next line
        mark = sentence.add_run(f"[{number}]")
        if number in numbers:
            mark.font.color.rgb, mark.font.underline = LINK, True
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), _bookmark(place, number))
            mark._r.addprevious(link)  # noqa: SLF001 - python-docx reads links but makes none
            link.append(mark._r)  # noqa: SLF001


def add_sources(
    document: Document, citations: tuple[Citation, ...], place: str, links: Mapping[int, str] | None = None
) -> None:
    """The sources by report, each numbered as its sentences are, with its place and its exact words.

    A place leads to its page where a link to that is known.
    """
    grouped = by_report(citations)
    lists = iter(_lists(document, [citation.number for _report, cited in grouped for citation in cited]))
    for _report, cited in grouped:
        head = add(document, "", FACTS)
        head.add_run(shown(cited[0].whose)).bold = True
        head.add_run(f": {shown(source(cited[0]))}")
        head.paragraph_format.left_indent, head.paragraph_format.space_before = Pt(0), Pt(10)
        head.paragraph_format.keep_with_next = True
        for citation in cited:
            _add_source(document, citation, place, next(lists), (links or {}).get(citation.number, ""))


def _lists(document: Document, numbers: Sequence[int]) -> list[int]:
    """For each source the id of the list that it stands in; a list ends where the numbers do not go on."""
    numbering = document.part.numbering_part.element
    ids: list[int] = []
    for previous, number in pairwise([None, *numbers]):
        assert number is not None
        if previous is None or number != previous + 1:
            list_ = numbering.add_num(LIST)
            list_.add_lvlOverride(ilvl=0).add_startOverride(number)
            ids.append(list_.numId)
        else:
            ids.append(ids[-1])
    return ids


def _add_source(document: Document, citation: Citation, place: str, list_: int, link: str) -> None:
    said = add(document, "", FACTS)
    if link:
        _add_link(said, citation.place, link)
    else:
        said.add_run(citation.place)
    said.add_run(f"{f' (the same at {citation.also_at})' if citation.also_at else ''}: ")
    properties = said._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx numbers nothing by itself
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, list_
    _mark(said, _bookmark(place, citation.number), list_ * 1_000 + citation.number)
    said.paragraph_format.space_after = Pt(6)
    for at_line, line in enumerate(exact(citation)):
        if at_line:
            said.add_run().add_break()
        said.add_run(line)


def _add_link(paragraph: Paragraph, words: str, link: str) -> None:
    """Words that lead out of the document."""
    run = paragraph.add_run(words)
    run.font.color.rgb, run.font.underline = LINK, True
    holder = OxmlElement("w:hyperlink")
    holder.set(qn("r:id"), paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run._r.addprevious(holder)  # noqa: SLF001 - python-docx reads links but makes none
    holder.append(run._r)  # noqa: SLF001


def _mark(paragraph: Paragraph, name: str, id_: int) -> None:
    """Give a paragraph a bookmark, so that links lead to it."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), str(id_))
    start.set(qn("w:name"), name)
    first: BaseOxmlElement = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no bookmarks
    first.addnext(start)
    paragraph._p.append(end)  # noqa: SLF001


def _bookmark(place: str, number: int) -> str:
    return f"{place}_source_{number}"
