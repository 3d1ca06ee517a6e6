"""Reads HTML as a browser does, so that tests can say what a page shows."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Shown(HTMLParser):
    """What a piece of HTML shows: its words, the elements in it, and their attributes by element."""

    html: str
    words: str = ""
    elements: list[str] = field(default_factory=list)
    attributes: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.append(tag)
        self.attributes.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Words between elements."""
        self.words += data

    def of(self, element: str, attribute: str) -> list[str]:
        """The values of an attribute in all elements of a kind that have it."""
        return [found[attribute] or "" for tag, found in self.attributes if tag == element and attribute in found]
