"""What a visit keeps on every page on which sources are opened."""

from dataclasses import dataclass

from assistant.citations import Citation
from ui.page.guided import Guided
from ui.page.parts import File
from ui.source.source import Source


@dataclass(slots=True, kw_only=True)
class Visiting(Guided):
    """What one person does on such a page.

    `source` is what stands open beside the page, `say` what the screen reader is to say. `file` is what the reader is
    being handed, one of so many `files`.
    """

    source: Source | None = None
    say: str = ""
    file: File | None = None
    files: int = 0

    def hand(self, name: str, kind: str, content: bytes, page: int | None = None) -> None:
        """Hand the reader a file: to be saved, or opened at a page (from 1)."""
        self.files += 1
        self.file = File(name, kind, content, self.files, page)

    def handed(self, *, opens: bool) -> File | None:
        """The file that was asked for, to be opened at a page or to be saved, for the piece whose button asked."""
        return self.file if self.file and bool(self.file.page) == opens else None

    def open_source(self, citation: Citation, press: str, turn: int = 0) -> None:
        """Open the source of a citation beside the page; `press` is the button's, to return to."""
        self.source = Source.of(turn, citation, press)
        self.bring_to_source(beside=f'[data-press="{press}"]')

    def bring_to_source(self, beside: str = "") -> None:
        """Bring the reader to the heading of the source that has just been opened."""
        self.bring(f'#source-heading[data-opening="{self.move.count + 1}"]', beside=beside)

    def close_source(self) -> None:
        """Close the source and go back to the button that opened it."""
        if self.source:
            self.bring(f'[data-press="{self.source.button}"]')
        self.source = None
