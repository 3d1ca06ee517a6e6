"""A conversation as a file to keep: Word, PDF or Markdown, with the numbers that the screen shows."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.conversation import Conversation

_LONGEST = 60  # characters of a file's name before its ending
_KINDS = {
    "word": (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (".pdf", "application/pdf"),
    "markdown": (".md", "text/markdown"),
}


def save(press: str, name: str, conversation: Conversation, replaced: Sequence[str] = ()) -> tuple[str, str, bytes]:
    """The file that a button ("word", "pdf" or "markdown") asks for: its name, media type and content.

    `replaced` are sentences on reports that the library no longer holds.
    Raises InspectionError where it cannot be made.
    """
    # What makes them takes a second to load: only where one is wanted.
    from assistant.exports.markdown import markdown  # noqa: PLC0415
    from assistant.exports.pdf import pdf  # noqa: PLC0415
    from assistant.exports.word import word  # noqa: PLC0415
    from assistant.paper import write_paper  # noqa: PLC0415

    paper = write_paper(name, conversation, date.today(), replaced)
    ending, kind = _KINDS[press]
    content = {"word": word, "pdf": pdf}[press](paper) if press != "markdown" else markdown(paper).encode()
    return _file_name(name) + ending, kind, content


def _file_name(name: str) -> str:
    """The conversation's name as every system takes it for a file's."""
    words = " ".join(re.sub(r"[^\w’' -]+", " ", name).split())
    return words[:_LONGEST].strip() or "Conversation"
