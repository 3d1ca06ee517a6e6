r"""Render the sample reports: each `sources/NAME.md` becomes `NAME.pdf` beside this file.

    python corpus/samples/render.py

A source is a small dialect of Markdown. It opens with TOML between `+++` lines (`look`, `title`, `footer`). Blocks are
parted by blank lines: `#` to `###` headings, `-` bullets (two spaces deeper for dashes), `|` table rows, `>` a framed
box, anything else prose. Every numbered paragraph begins `1.` and is counted through to the end of the report, or to
the next `{restart}`; `1. {#name}` names one and `{@name}` prints its number, so that a recommendation always names the
right paragraph. `^[text]` is a footnote, `**text**` bold, `*text*` italic, `\` at a line's end a new
line, `{page}` a new page and `{contents}` a table of contents.

WeasyPrint (https://doc.courtbouillon.org/weasyprint) draws the pages.
"""

import hashlib
import html
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
STYLE = SOURCES / "style.css"

NUMBERED = re.compile(r"1\. (?:\{#(?P<name>[\w-]+)\} )?(?P<text>.+)", re.DOTALL)
INLINE = (
    (re.compile(r"\^\[(.+?)\]", re.DOTALL), r'<span class="footnote">\1</span>'),
    (re.compile(r"\*\*(.+?)\*\*", re.DOTALL), r"<strong>\1</strong>"),
    (re.compile(r"\*([^*]+)\*"), r"<em>\1</em>"),
    (re.compile(r"\\\n"), "<br>"),
)


def sources() -> list[Path]:
    """Every source, in the order of its name: council, then kind, then date."""
    return sorted(SOURCES.glob("*.md"))


def stamp(source: Path) -> str:
    """What a PDF was rendered from, as it stands in the PDF's identifier: a hash of the source and the style."""
    return hashlib.sha256(source.read_bytes() + STYLE.read_bytes()).hexdigest()[:32]


def split(text: str) -> tuple[dict[str, str | list[str]], list[str]]:
    """The facts at the head of a source, and its blocks."""
    _, head, body = text.split("+++\n", 2)
    return tomllib.loads(head), [block.strip("\n") for block in re.split(r"\n{2,}", body) if block.strip()]


def number(blocks: list[str]) -> tuple[list[tuple[int, str]], dict[str, int]]:
    """Each block with its paragraph number (0: none), and the number behind each name."""
    counted, names, last = [], {}, 0
    for block in blocks:
        found = NUMBERED.fullmatch(block)
        last = 0 if block == "{restart}" else last + bool(found)
        counted.append((last if found else 0, found["text"] if found else block))
        if found and found["name"]:
            names[found["name"]] = last
    return counted, names


def inline(text: str) -> str:
    """One block's words as HTML."""
    marked = html.escape(text, quote=False)
    for pattern, replacement in INLINE:
        marked = pattern.sub(replacement, marked)
    return marked


def table(block: str) -> str:
    """A table as HTML; the row above a row of dashes is its header."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()]
    headed = len(rows) > 1 and not "".join(rows[1]).strip("-")
    lines = []
    for index, row in enumerate(rows):
        if headed and index == 1:
            continue
        tag = "th" if headed and index == 0 else "td"
        filled = [cell for cell in row if cell]
        inset = ' class="inset"' if not row[0] else ""
        wide = f' colspan="{len(rows[-1])}"' if len(filled) == 1 < len(rows[-1]) else ""
        lines.append(f"<tr{inset}>" + "".join(f"<{tag}{wide}>{inline(cell)}</{tag}>" for cell in filled) + "</tr>")
    return f"<table>{''.join(lines)}</table>"


def bullets(block: str) -> str:
    """Bullets as HTML, with the dashes that stand under one of them."""
    items: list[tuple[str, list[str]]] = []
    for item in re.split(r"\n(?= *- )", block):
        if item.startswith("  - "):
            items[-1][1].append(inline(item[4:]))
        else:
            items.append((inline(item[2:]), []))
    return "<ul>" + "".join(f"<li>{text}{dashes(under)}</li>" for text, under in items) + "</ul>"


def dashes(items: list[str]) -> str:
    """The list under a bullet, or nothing."""
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>" if items else ""


def quoted(block: str) -> str:
    """A framed box of paragraphs as HTML."""
    paragraphs = re.sub(r"^> ?", "", block, flags=re.MULTILINE).split("\n\n")
    return "<blockquote>" + "".join(f"<p>{inline(paragraph)}</p>" for paragraph in paragraphs) + "</blockquote>"


def contents(blocks: list[tuple[int, str]]) -> str:
    """A table of contents of the headings of the first two ranks, with their pages."""
    entries = []
    for place, (_, block) in enumerate(blocks):
        if block.startswith(("# ", "## ")) and place and block != "# Contents":
            rank = block.index(" ")
            words = inline(block.lstrip("# "))
            entries.append(f'<p class="rank{rank}"><a href="#h{place}">{words}</a></p>')
    return '<div class="contents">' + "".join(entries) + "</div>"


def body(blocks: list[tuple[int, str]]) -> Iterator[str]:
    """The blocks as HTML, in order."""
    for place, (count, block) in enumerate(blocks):
        if count:
            yield f'<ol><li><span class="label">{count}.</span>{inline(block)}</li></ol>'
        elif block == "{page}":
            yield '<div class="page"></div>'
        elif block == "{contents}":
            yield contents(blocks)
        elif block.startswith("#"):
            rank = block.index(" ")
            yield f'<h{rank} id="h{place}">{inline(block.lstrip("# "))}</h{rank}>'
        elif block.startswith("- "):
            yield bullets(block)
        elif block.startswith("|"):
            yield table(block)
        elif block.startswith("> "):
            yield quoted(block)
        elif block != "{restart}":
            yield f"<p>{inline(block)}</p>"


def page(source: Path) -> str:
    """A source as one HTML page, ready for printing.

    Raises KeyError when the text refers to a paragraph that no line names.
    """
    facts, blocks = split(source.read_text(encoding="utf-8"))
    _, names = number(blocks)
    blocks = [re.sub(r"\{@([\w-]+)\}", lambda found: str(names[found[1]]), block) for block in blocks]
    footer = "<br>".join(inline(line) for line in facts["footer"])
    return (
        f'<html lang="en-GB"><head><title>{inline(str(facts["title"]))}</title></head><body class="{facts["look"]}">'
        f'<div class="footer">{footer}</div>{"".join(body(number(blocks)[0]))}</body></html>'
    )


def render(source: Path) -> bytes:
    """A source as a tagged PDF. The same source, style, fonts and WeasyPrint always give the same bytes."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - only rendering needs it; sources and stamps are read without

    identifier = stamp(source).encode()
    written = HTML(string=page(source)).write_pdf(
        stylesheets=[CSS(STYLE)], pdf_variant="pdf/ua-1", pdf_identifier=identifier
    )
    return bytes(written)


def main() -> None:
    """Render every sample and say so."""
    for source in sources():
        target = HERE / f"{source.stem}.pdf"
        target.write_bytes(render(source))
        sys.stderr.write(f"{target.name}: {target.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
