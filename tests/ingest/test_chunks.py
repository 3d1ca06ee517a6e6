"""Chunks hold every word of their Paragraphs, once, within what the embedder reads."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from corpus.embedder import Embedder
from corpus.report import Paragraph, Report
from corpus.tokens import count_tokens
from ingest import facts, paragraphs, read
from ingest.chunks import LONGEST, chunk, describe, split_to_size
from tests.conftest import SAMPLES

REPORT = Report(
    "r1", "r.pdf", "Inspection of Fennimoor", "Fennimoor", "ILACS", None, None, date(2021, 3, 19), None, pages=1
)
WORD_PIECES = 256  # what all-MiniLM-L6-v2 reads
_WORDS = some.sampled_from(
    "the of children Leavers lanterns (PLO) s.20 12% ‘bicycles’ reunification. Unaccompanied asylum-seeking; "
    "well-being 2019. Fennimoor’s 1,204 £3.50 multi-agency safeguarding • and".split()
)
_TEXTS = some.lists(_WORDS, max_size=400).map(" ".join) | some.text(max_size=400)


def _paragraph(position: int, text: str, kind: str = "prose", **fields: object) -> Paragraph:
    made = Paragraph(f"r1-{position:04d}", "r1", position, "prose", None, ("Findings",), 1, 1, text)
    return replace(made, kind=kind, **fields)  # type: ignore[arg-type]


@given(texts=some.lists(_TEXTS, min_size=1, max_size=5), heading=some.text(max_size=600), bullets=some.booleans())
@settings(deadline=None, max_examples=60)
def test_no_word_is_lost_or_doubled_and_no_chunk_is_too_long(texts: list[str], heading: str, *, bullets: bool) -> None:
    given_ = [
        _paragraph(n, text, "bullet" if bullets else "numbered", heading=(heading,)) for n, text in enumerate(texts)
    ]
    found = chunk(REPORT, given_)
    assert [each.position for each in found] == list(range(len(found)))
    assert len({each.id for each in found}) == len(found)
    for each in found:
        assert each.tokens == count_tokens(each.text) <= LONGEST
        assert each.paragraph_ids
    body = "".join(piece for text in texts for piece in text.split())
    assert "".join("".join(_behind(each.text, heading).split()) for each in found) == body


def _behind(text: str, heading: str) -> str:
    """A chunk's text without the words in front: they end like the heading, whose end at least is there."""
    front = ". ".join(part for part in ("Fennimoor, ILACS, March 2021", heading.rstrip(".:")) if part)
    words = front.split()
    while words:
        whole = " ".join(words) + ". "
        if text.startswith(whole):
            return text[len(whole) :]
        words = words[1:]
    return text  # not even a heading's last word had room


@given(_TEXTS, some.integers(min_value=10, max_value=LONGEST))
@settings(deadline=None)
def test_a_text_is_cut_into_pieces_that_fit_and_hold_all_of_it(text: str, room: int) -> None:
    pieces = split_to_size(text, room)
    assert all(0 < count_tokens(piece) <= room for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_paragraph_that_fits_is_one_chunk_in_its_exact_words() -> None:
    (found,) = chunk(REPORT, [_paragraph(0, "Kites  are\nflown.")])
    assert found.text == "Fennimoor, ILACS, March 2021. Findings. Kites  are\nflown."
    assert found.paragraph_ids == ("r1-0000",)


def test_a_long_paragraph_becomes_pieces_of_whole_sentences() -> None:
    sentences = [
        f"Personal adviser {number} teaches care leavers to mend bicycles in the yard." for number in range(40)
    ]
    found = chunk(REPORT, [_paragraph(0, " ".join(sentences))])
    assert len(found) > 2
    assert all(each.paragraph_ids == ("r1-0000",) and each.text.endswith("yard.") for each in found)


def test_short_bullets_of_a_list_stand_together_behind_the_line_that_introduces_them() -> None:
    given_ = [
        _paragraph(0, "Leaders should teach:", "prose"),
        _paragraph(1, "kite flying", "bullet", introduced_by="r1-0000"),
        _paragraph(2, "bee keeping", "bullet", introduced_by="r1-0000"),
        _paragraph(
            3, "and the mending of every bicycle that care leavers bring in.", "bullet", introduced_by="r1-0000"
        ),
    ]
    _lead, short, long = chunk(REPORT, given_)
    assert short.paragraph_ids == ("r1-0001", "r1-0002")
    assert short.text.endswith("Findings. Leaders should teach. kite flying bee keeping")
    assert long.paragraph_ids == ("r1-0003",)
    assert "Leaders should teach" in long.text


def test_headings_contents_and_footnotes_are_no_chunks() -> None:
    given_ = [
        _paragraph(0, "Findings", "heading"),
        _paragraph(1, "Findings 4", heading=("Contents",)),
        _paragraph(2, "See the annex.", "footnote"),
    ]
    assert chunk(REPORT, given_) == ()


def test_an_endless_heading_leaves_the_text_room() -> None:
    (found,) = chunk(
        REPORT,
        [
            _paragraph(0, "Kites.", heading=("word " * 500,)),
        ],
    )
    assert found.text.endswith("word word. Kites.")
    (found,) = chunk(REPORT, [_paragraph(0, "Kites.", heading=("x!" * 500,))])
    assert found.text == "Kites."


def test_a_report_is_described_by_what_is_known_of_it() -> None:
    assert describe(REPORT) == "Fennimoor, ILACS, March 2021"
    assert describe(replace(REPORT, council=None, kind=None, inspected_to=None)) == "Inspection of Fennimoor"


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*.pdf"))[::3], ids=lambda file: file.stem)
def test_the_embedder_reads_every_chunk_of_a_report_to_its_end(file: Path, embedder: Embedder) -> None:
    content = file.read_bytes()
    found = paragraphs.find(read.read(content, "sample.pdf"), "r1")
    chunks = chunk(facts.find(read.read(content, "sample.pdf"), found, "r1", "sample.pdf"), found)
    pieces = embedder._model.tokenizer([each.text for each in chunks], truncation=False)["input_ids"]
    assert len(chunks) > 20
    assert max(map(len, pieces)) <= WORD_PIECES
    by_id = {each.id: each for each in found}
    named = [id_ for each in chunks for id_ in each.paragraph_ids]
    # What a chunk names is in it, and what stands in several is in chunks beside each other.
    assert [by_id[id_].position for id_ in named] == sorted(by_id[id_].position for id_ in named)
    for each in found:
        body = " ".join(piece.text for piece in chunks if each.id in piece.paragraph_ids)
        assert each.id not in named or all(word in body for word in each.text.split())
    assert all(second.position == first.position + 1 for first, second in pairwise(chunks))
