"""HTML pages: the text of their main part that can be seen, through Beautiful Soup."""

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from corpus.errors import UnreadableFile
from ingest import unseen
from ingest.document import HIDDEN, Document, Line, Mark
from ingest.text import with_words

_SILENT = (
    "script",
    "style",
    "template",
    "noscript",
    "nav",
    "header",
    "footer",
    "form",
    "button",
    "svg",
    "head",
    "title",
    "iframe",
)
_BLOCKS = (
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
)  # fmt: skip
_NOT_FOUND = ("not found", "page not found", "404", "access denied", "error 404", "report not found")
_DEEPEST = 200  # elements within elements: pages have 30, an attack has thousands


def lines(content: str, name: str) -> Document:
    """A Document with one Line a heading, paragraph, list item or table row of the page's main part.

    Raises UnreadableFile for a page that says it is not there, or that holds no words.
    """
    soup = BeautifulSoup(content, "html.parser")
    title = " ".join(soup.title.get_text(" ").split()) if soup.title else ""
    sheets = [tag.get_text() for tag in soup.find_all("style")]
    for tag in soup.find_all(_SILENT):
        tag.decompose()
    root = soup.find("main") or soup.body or soup
    remark = HIDDEN if unseen.remove(root, sheets, name) else ""
    heading = root.find("h1")
    said = " ".join(heading.get_text(" ").split()) if heading else title
    if any(said.lower() == words or said.lower().startswith(f"{words} -") for words in _NOT_FOUND):
        raise UnreadableFile(name, f"it is a web page that says “{said}”, not a report; download the report again")
    found: list[Line] = []
    _collect(root, "paragraph", 0, found)
    return with_words(Document(tuple(found), 1, said or title, remark=remark), name)


def _collect(tag: Tag, mark: Mark, depth: int, found: list[Line], level: int = 0) -> None:
    """Adds the lines of an element: text between block elements is a line, and every block its own."""
    pieces: list[str] = []

    def flush() -> None:
        text = " ".join("".join(pieces).split())
        pieces.clear()
        if text:
            size = 10.0 - level if mark == "heading" else 0.0
            found.append(Line(text, 1, x0=20.0 * depth, size=size, mark=mark))

    for child in tag.children:
        if isinstance(child, Tag) and (child.name in _BLOCKS or child.find(_BLOCKS)):
            flush()
            _collect_block(child, mark, depth, found)
        elif isinstance(child, Tag):
            pieces.append(" " if child.name == "br" else child.get_text())
        elif type(child) is NavigableString:
            pieces.append(str(child))
    flush()


def _collect_block(tag: Tag, mark: Mark, depth: int, found: list[Line]) -> None:
    if depth > _DEEPEST:
        return
    if tag.name == "tr":
        cells = (" ".join(cell.get_text(" ").split()) for cell in tag.find_all(("td", "th")))
        if text := "\t".join(cell for cell in cells if cell):
            found.append(Line(text, 1, mark="row"))
    elif tag.name in ("h1", "h2", "h3", "h4", "h5", "h6"):
        _collect(tag, "heading", depth, found, int(tag.name[1]))
    elif tag.name == "li":
        _collect(tag, "bullet", depth + 1, found)
    else:
        _collect(tag, mark, depth, found)
