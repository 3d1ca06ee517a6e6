"""The buttons that stand in our own HTML."""

from ui.page.escape import text

LONGEST_QUESTION = 2_000
"""Characters of a question: the chain takes no more."""


def button(press: str, words: str, name: str = "", *, usable: bool = True, pressed: bool | None = None) -> str:
    """A small button. One that cannot be used keeps the keyboard's focus, so that a reader does not lose their place.

    `name` is what a screen reader says for it, where that is more than its words; `pressed` is the state of one that
    stays down.
    """
    labelled = f' aria-label="{text(name)}"' if name else ""
    off = "" if usable else ' aria-disabled="true"'
    down = "" if pressed is None else f' aria-pressed="{str(pressed).lower()}"'
    return f'<button type="button" class="plain" data-press="{text(press)}"{labelled}{off}{down}>{text(words)}</button>'


def copy_button(copied: str, words: str, name: str = "") -> str:
    """A button that copies a text; `name` as above."""
    labelled = f' aria-label="{text(name)}"' if name else ""
    return f'<button type="button" class="plain" data-copy="{text(copied)}"{labelled}>{text(words)}</button>'
