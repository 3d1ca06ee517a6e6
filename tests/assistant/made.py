"""Builds the nouns that an answer is made of, so that each test names only what it is about."""

from datetime import date

from corpus.report import Area, Grade, Judgement, Paragraph, ParagraphKind, Report, paragraph_id


def report(*judgements: tuple[Area, Grade | None], council: str = "Fennimoor", year: int = 2019) -> Report:
    """An inspection of June of a year; its judgements stand in its first paragraphs, in order."""
    report_id = f"{council[:4].lower()}{year}"
    return Report(
        id=report_id,
        file=f"{report_id}.pdf",
        title=f"Inspection of {council}",
        council=council,
        kind="ILACS",
        framework="ILACS 2018",
        inspected_from=date(year, 6, 10),
        inspected_to=date(year, 6, 21),
        published=None,
        pages=2,
        judgements=tuple(
            Judgement(area, area, (grade or "not judged").capitalize(), grade, paragraph_id(report_id, position))
            for position, (area, grade) in enumerate(judgements)
        ),
    )


def paragraph(
    text: str,
    position: int = 0,
    report_id: str = "fenn2019",
    kind: ParagraphKind = "numbered",
    number: str | None = None,
) -> Paragraph:
    """A paragraph on the first page."""
    return Paragraph(paragraph_id(report_id, position), report_id, position, kind, number, ("Findings",), 1, 1, text)
