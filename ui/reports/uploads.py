"""Files on their way into the library, as HTML and as a screen reader says it."""

from collections.abc import Container, Iterable, Sequence

from ingest.intake import LARGEST, MOST_WAITING, State, Upload
from ui.page.escape import isolated, text

LIMITS = (
    "Drop files here or choose them: PDF, Word, HTML, Markdown or plain text; up to "
    f"{LARGEST // 1_000_000} MB a file and {MOST_WAITING} files at a time. They stay on this machine."
)
_WORDS: dict[State, tuple[str, str]] = {
    "waiting": ("…", "Waiting"),
    "reading": ("…", "Being read"),
    "added": ("✓", "Added"),
    "replaced": ("✓", "Added, in place of the older file of this name"),
    "unchanged": ("=", "In the library already"),
    "failed": ("!", "Not added"),
}
"""A symbol and words for each state, so that no colour is needed to tell them apart."""


def listed(uploads: Sequence[Upload], held: Container[str]) -> str:
    """The files with what became of each, the newest first; "" where there are none. `held` are the reports' ids."""
    if not uploads:
        return ""
    done = sum(upload.is_done for upload in uploads)
    bar = (
        f'<progress max="{len(uploads)}" value="{done}" aria-label="Files that are done"></progress>'
        if done < len(uploads)
        else '<button type="button" class="plain" data-press="forget">Clear this list</button>'
    )
    return (
        f'<div class="uploads"><div class="bar"><h2>{_heading(done, len(uploads))}</h2>{bar}</div>'
        f"<ul>{''.join(_row(upload, held) for upload in reversed(uploads))}</ul></div>"
    )


def spoken(uploads: Iterable[Upload]) -> str:
    """What became of files that are done."""
    return " ".join(f"{upload.name}: {_said(upload)}." for upload in uploads)


def _heading(done: int, all_: int) -> str:
    if done < all_:
        return f"{done:,} of {all_:,} files done"
    return "1 file done" if all_ == 1 else f"All {all_:,} files done"


def _row(upload: Upload, held: Container[str]) -> str:
    symbol, _words = _WORDS[upload.state]
    opened = " It was removed since." if upload.report_id else ""
    if upload.report_id and upload.report_id in held:
        opened = (
            f' <button type="button" class="name" data-press="open:{text(upload.report_id)}">Open the report'
            f'<span class="unseen">: {text(upload.name)}</span></button>'
        )
    return (
        f'<li class="is-{upload.state}"><span class="symbol" aria-hidden="true">{symbol}</span><span>'
        f'<span class="file">{isolated(upload.name)}</span> '
        f'<span class="state">{isolated(_said(upload))}.</span>{opened}</span></li>'
    )


def _said(upload: Upload) -> str:
    """What became of a file, without the point at its end."""
    words = _WORDS[upload.state][1]
    if upload.state == "unchanged" and upload.reason:
        return upload.reason[0].upper() + upload.reason[1:]
    return f"{words}: {upload.reason}".rstrip(".") if upload.reason else words
