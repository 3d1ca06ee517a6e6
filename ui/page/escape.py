"""Text that came from a report, a file or a reader, made safe to stand in a page: it is shown and never interpreted."""

import html
import unicodedata


def text(words: str) -> str:
    """Words as HTML that shows exactly them, in an element's content or in a quoted attribute.

    Markup is escaped; Markdown, links, emoji names and formulas mean nothing in HTML. Control characters go, but for
    line breaks and tabs; direction marks stay, as they belong to the words, and `isolated` keeps them in their place.
    """
    kept = "".join(letter for letter in words if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs"))
    return html.escape(kept, quote=True)


def isolated(words: str) -> str:
    """The same in an element of its own, so that right-to-left words cannot turn those around them."""
    return f"<bdi>{text(words)}</bdi>"
