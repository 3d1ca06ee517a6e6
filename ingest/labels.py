"""What stands in front of a paragraph: its official number or its bullet."""

import re
from dataclasses import dataclass

_BULLETS = "•‣◦■□▪▫●○◼◾◆◇►▶➢➤✓✔❖∙·\u2043\u204c\u204d\u2219"
_NUMBER = re.compile(r"(\d{1,3})\.(?!\d)\s*(?=\S)")
_SECTION = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,2})\.?\s+(?=[^\W\d_])")
_GLYPH = re.compile(rf"(?:[{_BULLETS}\ue000-\uf8ff]\s*|[-–—o*]\s+)(?=\S)")


@dataclass(frozen=True, slots=True)
class Label:
    """A number ("12", "2.1") or a bullet (empty `number`) in front of a text, and the text after it.

    `dash` says that the bullet is a dash, which may be the sentence's own where a line breaks before it.
    """

    number: str
    rest: str
    dash: bool = False

    @property
    def bullet(self) -> bool:
        """Whether it is a bullet."""
        return not self.number


def find(text: str) -> Label | None:
    """The label in front of a text, or None: "12. Help is…", "12.Help is…", "2.1 Adoption", "▪ Help", "- help".

    Bullets of older reports are private-use characters of symbol fonts (U+F06E, U+F0A7, U+F02D and others). A number
    alone is no label: it ends a sentence that began on the line before.
    """
    if match := _GLYPH.match(text):
        return Label("", text[match.end() :], dash=text[0] in "-–—o*")
    if match := _NUMBER.match(text) or _SECTION.match(text):
        return Label(match.group(1), text[match.end() :])
    return None
