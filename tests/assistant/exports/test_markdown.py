"""A paper in Markdown shows every word as it is, in headings, lists and quotes, and links to nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.exports.markdown import markdown, text
from tests.assistant.exports.made import listed, paper, squeezed
from tests.fakes import HOSTILE

_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_OURS = {"paragraph", "heading", "bullet_list", "list_item", "blockquote", "inline", "em", "strong"}


def _inline(tokens: list[Token]) -> list[Token]:
    return [token for each in tokens for token in (each.children or ())]


def _words(tokens: list[Token]) -> str:
    return "".join(token.content or " " for token in _inline(tokens))


def test_headings_are_in_order_and_name_the_questions() -> None:
    tokens = _READER.parse(markdown(paper()))
    ranks = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert ranks == [1, 2, 3, 2, 3, 3, 3, 2, 2, 3, 3]
    assert markdown(paper()).startswith("# Who does what?\n\n*Check the source before you rely on it.*\n\n*Made on 22 ")


def test_a_list_is_a_list_with_its_numbers() -> None:
    assert "\n- Personal advisers teach care leavers to mend bicycles. \\[3\\]\n" in markdown(paper())


def test_a_source_stands_below_its_answer_with_its_exact_words() -> None:
    assert (
        "**Fennimoor, 4 May 2021**: Inspection of Fennimoor · fennimoor.md\n\n"
        "- **\\[1\\]** paragraph 2, page 1 (the same at page 1): "
    ) in markdown(paper())
    assert (
        "- **\\[2\\]** paragraph 4, page 1: Visitors leave  \n  with honey \\& wax, 5 \\< 6.  \n  1\\. It is kept.\n"
    ) in markdown(paper())


def test_every_citation_has_its_number_its_label_and_its_words() -> None:
    sections = re.split(r"^## ", markdown(paper()), flags=re.MULTILINE)[1:]
    for part, section in zip(paper().parts, sections, strict=True):
        words = squeezed(_words(_READER.parse(section)))
        assert all(each in words for each in listed(part.citations))


def test_hostile_words_mean_nothing() -> None:
    tokens = _READER.parse(markdown(paper(HOSTILE)))
    assert {re.sub("_(open|close)$", "", token.type) for token in tokens} <= _OURS
    assert {re.sub("_(open|close)$", "", token.type) for token in _inline(tokens)} <= {
        "text", "em", "strong", "softbreak", "hardbreak", "text_special",
    }  # fmt: skip
    assert "<script>document.title='taken'</script>" in _words(tokens)
    written = markdown(paper(HOSTILE))
    assert "https://" not in written  # which GitHub would link
    assert not re.search(r"(?<!\\):smile:", written)


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (r"\# top", "# top"),
        (r"\- item", "- item"),
        (r"1\. item", "1. item"),
        (r"12\) item", "12) item"),
        (r"\=====", "====="),
        ("Ofsted’s 2019 report: page 3 (a–b), 50% - good!", "Ofsted’s 2019 report: page 3 (a–b), 50% - good!"),
        (r"see https\://evil.example and www\.evil.example", "see https://evil.example and www.evil.example"),
        (r"so \:smile:", "so :smile:"),
    ],
)
def test_what_means_something_is_escaped_and_plain_words_stay_readable(expected: str, words: str) -> None:
    assert text(words) == expected


@given(st.text(st.sampled_from("ab 1.)-+=#>*_`~[]()!<&;:/|\\$^@{}\"'\n\t"), max_size=40) | st.text(max_size=40))
def test_any_words_come_out_as_they_went_in(words: str) -> None:
    tokens = _READER.parse(text(words))
    read = "".join(token.content for token in _inline(tokens))
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    assert all(token.type in ("text", "text_special") for token in _inline(tokens))
    # markdown-it shows U+0000 and its like in another way, and we leave them out.
    assert squeezed(read) == squeezed(words)
