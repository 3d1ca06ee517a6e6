"""What a visit to any page keeps: where its reader is brought."""

from dataclasses import dataclass, field

from ui.page.parts import Move


@dataclass(slots=True, kw_only=True)
class Guided:
    """What one person does on a page. It changes as they press and write, so unlike the nouns it is not frozen."""

    move: Move = field(default_factory=Move)

    def bring(self, selector: str, *, focus: bool = True, beside: str = "") -> None:
        """Bring the reader to what a CSS selector names: the keyboard's focus too, or only the view."""
        self.move = Move(self.move.count + 1, selector, focus, beside)
