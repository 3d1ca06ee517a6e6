"""A source: the paragraph behind a citation, and the paragraphs and pages around it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from assistant.citations import Citation
from corpus.report import Paragraph


@dataclass(frozen=True, slots=True)
class Source:
    """What stands open beside the conversation.

    `turn` is the position (from 0) of the answer that was left for it, `citation` the one that was chosen there,
    `paragraph` the one in view and `page` the page in view (from 1); `button` names what was pressed, to return to.
    """

    turn: int
    citation: Citation
    paragraph: Paragraph
    page: int
    button: str

    @classmethod
    def of(cls, turn: int, citation: Citation, button: str) -> Self:
        """The source of a citation, as it opens."""
        return cls(turn, citation, citation.paragraph, citation.paragraph.page, button)

    @property
    def label(self) -> str:
        """Where the paragraph in view stands."""
        return replace(self.citation, paragraph=self.paragraph).label

    @property
    def is_cited(self) -> bool:
        """True while the paragraph in view is the cited one."""
        return self.paragraph.id == self.citation.paragraph.id

    def moved(self, press: str, paragraphs: Sequence[Paragraph]) -> "Source":
        """The source after one of its buttons was pressed; `paragraphs` are those of its report."""
        last = self.citation.report.pages
        match press:
            case "cited":
                return Source.of(self.turn, self.citation, self.button)
            case "previous page" | "next page":
                return replace(self, page=min(max(self.page + (1 if press == "next page" else -1), 1), last))
            case "other page":
                return replace(self, page=self.other_page or self.page)
            case _:
                position = self.paragraph.position + (1 if press == "next" else -1)
                found = next((paragraph for paragraph in paragraphs if paragraph.position == position), self.paragraph)
                return replace(self, paragraph=found, page=found.page)

    @property
    def other_page(self) -> int | None:
        """Where a paragraph that runs over the end of a page goes on, or from where it came."""
        if self.paragraph.page <= self.page < self.paragraph.last_page:
            return self.page + 1
        return self.paragraph.page if self.paragraph.page < self.page <= self.paragraph.last_page else None
