"""Small reports about councils that do not exist, whose expected values are plain to see."""

import hashlib
from collections.abc import Sequence
from datetime import date

from corpus.chunk import Chunk, Entry
from corpus.report import Box, ImprovementList, Judgement, Paragraph, Report, paragraph_id
from tests.fakes import WordBuckets

SENTENCES = (
    "Kites are flown from the roof of the children’s home in Fennimoor.",
    "Social workers in Fennimoor carry lanterns on the marsh at night.",
    "Personal advisers teach care leavers to mend bicycles.",
    "The director keeps bees, and visitors leave with honey.",
)
"""Nothing like them stands in any report, so what is found is found for its words."""


def entry(file: str = "fennimoor.md", sentences: Sequence[str] = SENTENCES, council: str = "Fennimoor") -> Entry:
    """A report of one paragraph and one chunk a sentence, embedded by its words."""
    content = "\n\n".join([file, *sentences]).encode()
    report_id = hashlib.sha256(content).hexdigest()[:16]
    report = Report(
        report_id, file, f"Inspection of {council}", council, "ILACS", None, None, None, date(2021, 5, 4), pages=1
    )
    texts = list(enumerate(sentences))
    paragraphs = tuple(
        Paragraph(paragraph_id(report_id, position), report_id, position, "prose", None, (), 1, 1, text)
        for position, text in texts
    )
    chunks = tuple(
        Chunk(f"{report_id}-c{position:04d}", report_id, position, (paragraph_id(report_id, position),), text, 20)
        for position, text in texts
    )
    return Entry(report, paragraphs, chunks, WordBuckets().encode(sentences), content)


def full_entry() -> Entry:
    """A report with every field of every noun in use, and awkward characters in its text."""
    report_id = "0123456789abcdef"
    ids = [paragraph_id(report_id, position) for position in range(3)]
    report = Report(
        report_id,
        "grade’s 1.pdf",
        "Inspection of Wickersea",
        "Wickersea",
        "SIF",
        "Single inspection framework",
        date(2016, 2, 29),
        date(2016, 3, 11),
        date(2016, 4, 5),
        pages=2,
        judgements=(
            Judgement(
                "overall", "Children’s services", "Requires improvement to be good", "requires improvement", ids[1]
            ),
            Judgement("lscb", "The board", "not judged", None, ids[1]),
        ),
        outcome="The partnership’s arrangements lead to inconsistent experiences.",
        improvement_lists=(
            ImprovementList("recommendations", "Recommendations", (ids[2],), {ids[2]: (ids[0], ids[1])}),
            ImprovementList("areas for improvement", "What needs to improve", ()),
        ),
        stated={"council": ids[0], "published": ids[1]},
        notes=("The front page and a heading give different grades.",),
    )
    paragraphs = (
        Paragraph(
            ids[0], report_id, 0, "heading", None, (), 1, 1, "Wickersea 🦆\u00a0Council", (Box(1, 1.5, 2, 3.25, 4),)
        ),
        Paragraph(
            ids[1],
            report_id,
            1,
            "numbered",
            "1a",
            ("Findings", "Help"),
            1,
            2,
            "A line,\nand “another” with a \x00.",
            (Box(1, 0.1, 0.2, 0.3, 0.4), Box(2, 5, 6, 7, 8)),
        ),
        Paragraph(ids[2], report_id, 2, "bullet", None, ("Recommendations",), 2, 2, "lanterns", (), ids[1]),
    )
    chunks = (
        Chunk(f"{report_id}-c0000", report_id, 0, (ids[1], ids[2]), "A line, and “another”", 6),
        Chunk(f"{report_id}-c0001", report_id, 1, (ids[1],), "more of it", 3),
    )
    return Entry(report, paragraphs, chunks, WordBuckets().encode([chunk.text for chunk in chunks]), b"%PDF \x00\xff")


def markdown(council: str = "Fennimoor", sentences: Sequence[str] = SENTENCES) -> bytes:
    """A report as a Markdown document, its sentences numbered paragraphs."""
    head = f"# Inspection of {council} children’s services\n\nInspection dates: 8 to 19 March 2021\n\n## Findings\n\n"
    return (head + "\n\n".join(f"{number}. {text}" for number, text in enumerate(sentences, start=1))).encode()
