"""Paragraphs become Chunks: what is embedded, sized within the embedder's limit."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from corpus.chunk import Chunk
from corpus.report import Paragraph, Report
from corpus.sentences import count_words, split_sentences
from corpus.tokens import count_tokens

LONGEST = 200
"""Tokens of a Chunk at most. all-MiniLM-L6-v2 reads 256 word pieces and cuts off the rest; on inspection reports one
cl100k_base token is at most 1.2 word pieces (measured over 56 reports)."""

_SHORT_BULLET = 8  # words; shorter ones say too little to be found alone
_LEAST_TEXT = 60  # tokens left for the text, however long the heading above it


def chunk(report: Report, paragraphs: Sequence[Paragraph]) -> tuple[Chunk, ...]:
    """The Chunks of a report's Paragraphs in reading order. Headings, contents and footnotes stand in none alone."""
    by_id = {paragraph.id: paragraph for paragraph in paragraphs}
    found: list[Chunk] = []
    for group in _groups(paragraphs):
        for ids, text in _texts(report, group, by_id):
            position = len(found)
            found.append(Chunk(f"{report.id}-c{position:04d}", report.id, position, ids, text, count_tokens(text)))
    return tuple(found)


def _is_left_out(heading: Sequence[str]) -> bool:
    """True for what no question is about: contents, who inspected, and the publisher's addresses and licence."""
    return any(
        part.startswith(("Contents", "Publisher", "About Ofsted", "Inspection team", "The inspection team"))
        for part in heading
    )


def describe(report: Report) -> str:
    """The words in front of every Chunk of a report: who was inspected, how and when."""
    when = f"{report.when:%B %Y}" if report.when else ""
    return ", ".join(filter(None, [report.council or report.title, report.kind, when]))


def _groups(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs that go into one Chunk together: short bullets of one list; else each alone."""
    body = [p for p in paragraphs if p.kind not in ("heading", "footnote") and not _is_left_out(p.heading)]

    def key(paragraph: Paragraph) -> str:
        short = paragraph.kind == "bullet" and count_words(paragraph.text) < _SHORT_BULLET
        return f"list {paragraph.introduced_by}" if short else paragraph.id

    for _key, group in groupby(body, key):
        yield list(group)


def _texts(
    report: Report, group: Sequence[Paragraph], by_id: Mapping[str, Paragraph]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts to embed for a group, each with the ids of its Paragraphs."""
    first = group[0]
    lead = by_id.get(first.introduced_by or "")
    above = [describe(report), *first.heading[-2:]]
    if lead and lead.kind != "heading":
        above.append(_shortened(lead.text, _LEAST_TEXT))
    front = _shortened(". ".join(part.rstrip(".:") for part in above if part), LONGEST - _LEAST_TEXT)
    front = f"{front}. " if front else ""
    room = LONGEST - count_tokens(front) - 2
    pieces = [(p.id, piece) for p in group for piece in split_to_size(p.text, room)]
    for batch in _batches(pieces, room):
        ids = tuple(dict.fromkeys(id_ for id_, _piece in batch))
        yield ids, front + " ".join(piece for _id, piece in batch)


def _batches(pieces: Sequence[tuple[str, str]], room: int) -> Iterator[list[tuple[str, str]]]:
    batch: list[tuple[str, str]] = []
    for id_, piece in pieces:
        if batch and count_tokens(" ".join([*(p for _i, p in batch), piece])) > room:
            yield batch
            batch = []
        batch.append((id_, piece))
    if batch:
        yield batch


def split_to_size(text: str, room: int) -> list[str]:
    """The text in pieces of whole sentences of at most `room` tokens; a longer sentence is cut between words."""
    if count_tokens(text) <= room:
        return [text] if text else []
    parts = [part for sentence in split_sentences(text) for part in _cut(sentence, room)]
    pieces: list[str] = []
    for part in parts:
        if pieces and count_tokens(f"{pieces[-1]} {part}") <= room:
            pieces[-1] += f" {part}"
        else:
            pieces.append(part)
    return pieces


def _cut(sentence: str, room: int) -> list[str]:
    if count_tokens(sentence) <= room:
        return [sentence]
    words = sentence.split()
    middle = len(words) // 2
    if middle == 0:  # one endless word: halve its letters
        half = len(sentence) // 2
        return [*_cut(sentence[:half], room), *_cut(sentence[half:], room)] if half else [sentence]
    return [*_cut(" ".join(words[:middle]), room), *_cut(" ".join(words[middle:]), room)]


def _shortened(text: str, room: int) -> str:
    """The end of a text, whole words, at most `room` tokens: the nearest heading says most."""
    words = text.split()
    while words and count_tokens(" ".join(words)) > room:
        words = words[max(1, len(words) // 8) :]
    return " ".join(words)
