"""Markdown: its headings, paragraphs, list items and table rows, through markdown-it.

Markdown may hold HTML, and with it all that hides text. Comments are passed over; a text with other HTML in it is read
as the web page that it makes.
"""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest import html
from ingest.document import Document, Line, Mark
from ingest.text import with_words

_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")


def lines(content: str, name: str) -> Document:
    """A Document with one Line a heading, paragraph, list item or table row. Raises UnreadableFile without words."""
    found: list[Line] = []
    mark: Mark = "paragraph"
    level, depth, cells = 0, 0, list[str]()
    tokens = _PARSER.parse(content)
    if any(_is_html(part) for token in tokens for part in (token, *(token.children or ()))):
        return html.lines(_PARSER.render(content), name)
    for token in tokens:
        match token.type:
            case "heading_open":
                mark, level = "heading", int(token.tag[1])
            case "list_item_open":
                depth += 1
                mark = "bullet"
            case "list_item_close":
                depth -= 1
            case "tr_open":
                cells = []
                mark = "row"
            case "tr_close":
                found.append(Line("\t".join(cells), 1, mark="row"))
                mark = "paragraph"
            case "inline" if mark == "row":
                cells.append(_plain(token))
            case "inline" | "fence" | "code_block":
                number = f"{token.info}. " if token.info.isdigit() else ""
                found.append(
                    Line(
                        number + _plain(token),
                        1,
                        x0=20.0 * depth,
                        size=_size(level) if mark == "heading" else 0.0,
                        mark=mark,
                    )
                )
                mark = "paragraph"
            case _:
                pass
    title = next((line.text for line in found if line.mark == "heading"), "")
    return with_words(Document(tuple(line for line in found if line.text.strip()), 1, title), name)


def _is_html(token: Token) -> bool:
    return token.type in ("html_block", "html_inline") and not token.content.lstrip().startswith("<!--")


def _size(level: int) -> float:
    """A heading's size that ranks it: level 1 is the largest."""
    return 10.0 - level


def _plain(token: Token) -> str:
    """A token's text without its markup."""
    if not token.children:
        return " ".join(token.content.split())
    pieces = (
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children
        if child.type not in ("html_inline", "image")  # a comment; what stands in a picture's place is not seen
    )
    return " ".join("".join(pieces).split())
