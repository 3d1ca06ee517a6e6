"""How well reports are read, measured without labels: `python -m tests.evaluation.reading FOLDER [--golden]`.

What our reader makes of each PDF is compared with pdftotext's independent reading of it (poppler-utils). Texts are
compared by their letters and digits alone, so that line breaks, bullets, quotes and hyphens do not count.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.report import Paragraph, Report
from ingest import facts, improvements, layout, paragraphs, read

LONGEST, SHORTEST = 350, 3
"""Words: a Paragraph of more is a page, one of fewer a torn line."""

_FACTS = ("council", "kind", "framework", "inspected_from", "published", "judgements", "outcome", "improvement_lists")


@dataclass(frozen=True, slots=True)
class Reading:
    """The figures of one report, or their sums over several."""

    reports: int = 1
    pages: int = 0
    paragraphs: int = 0
    letters: int = 0
    """Letters and digits of the body as pdftotext reads it."""
    lost: int = 0
    """Letters and digits of the body in words that no Paragraph has."""
    torn: int = 0
    """Words that pdftotext does not find: joined or cut."""
    running: int = 0
    """Paragraphs that hold a running header or footer."""
    numbers: int = 0
    misnumbered: int = 0
    """Official numbers that neither follow the one before nor begin again at 1."""
    references: int = 0
    unresolved: int = 0
    """Paragraph references of recommendations, and those that lead to no Paragraph."""
    strayed: int = 0
    """Paragraphs not found word for word on their pages."""
    long: int = 0
    short: int = 0
    council: int = 0
    kind: int = 0
    framework: int = 0
    inspected_from: int = 0
    published: int = 0
    judgements: int = 0
    outcome: int = 0
    improvement_lists: int = 0
    milliseconds: int = 0


def measure(path: Path) -> Reading:
    """The figures of one PDF. Raises UnreadableFile."""
    data = path.read_bytes()
    identity = hashlib.sha256(data).hexdigest()[:16]
    started = time.perf_counter()
    document = read.read(data, path.name)
    found = paragraphs.find(document, identity)
    report = facts.find(document, found, identity, path.name)
    seconds = time.perf_counter() - started
    theirs = _pdftotext(path)
    running = [line.text for line in set(document.lines) - set(layout.body(document))]
    letters, lost, torn = _words(theirs, found, running)
    named, resolved = _references(report, found)
    return Reading(
        pages=document.pages,
        paragraphs=len(found),
        letters=letters,
        lost=lost,
        torn=torn,
        running=_running(found, running),
        numbers=len(_numbers(found)),
        misnumbered=_misnumbered(_numbers(found)),
        references=named,
        unresolved=named - resolved,
        strayed=sum(not _stands(one, theirs, _marks(found)) for one in found),
        long=sum(len(one.text.split()) > LONGEST for one in found),
        short=sum(len(one.text.split()) < SHORTEST and one.kind in ("prose", "numbered", "bullet") for one in found),
        milliseconds=round(1000 * seconds),
        **{name: int(bool(getattr(report, name))) for name in _FACTS},
    )


def total(readings: Iterable[Reading]) -> Reading:
    """The sums of several reports' figures."""
    rows = [asdict(reading) for reading in readings]
    return Reading(**{field.name: sum(row[field.name] for row in rows) for field in fields(Reading)})


def available() -> bool:
    """Whether pdftotext is installed."""
    return shutil.which("pdftotext") is not None


def _squash(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower().replace("\ufb01", "fi").replace("\ufb02", "fl"))


def _pdftotext(path: Path) -> list[tuple[str, str]]:
    """Each page as pdftotext reads it: along the text, and line by line as laid out."""
    commands = (["pdftotext", str(path), "-"], ["pdftotext", "-layout", str(path), "-"])
    along, laid = (subprocess.run(one, capture_output=True, text=True, check=True).stdout for one in commands)
    return list(zip(along.split("\f"), laid.split("\f"), strict=True))


def _words(theirs: list[tuple[str, str]], found: tuple[Paragraph, ...], running: list[str]) -> tuple[int, int, int]:
    """Letters of the body, letters of its words that no Paragraph has, and words that pdftotext does not have.

    The layout's reading is taken, for it keeps the hyphens at line ends; a footnote mark glued to a word is let go.
    """
    expected = _count(laid for _, laid in theirs)
    expected.subtract(_count(running))
    ours = _count(f"{one.number or ''} {one.text}" for one in found)
    unmarked = {re.sub(r"(?<=[a-z])\d+$", "", word) for word in expected}
    lost = sum(
        len(word) * (times - ours[word])
        for word, times in expected.items()
        if times > ours[word] and not _is_marked(word, ours)
    )
    torn = sum(1 for word in ours if expected[word] <= 0 and word not in unmarked)
    return sum(len(word) * times for word, times in expected.items() if times > 0), lost, torn


def _is_marked(word: str, ours: Counter[str]) -> bool:
    """Whether a word is one of ours with a footnote mark behind it, or a mark alone."""
    return (word.isdigit() and len(word) < 3) or ours[re.sub(r"\d{1,2}$", "", word)] > 0


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"[a-z0-9]+", text.lower().replace("\ufb01", "fi")))


def _running(found: tuple[Paragraph, ...], running: list[str]) -> int:
    """Paragraphs after the front page that hold a running line; page numbers alone are too short to tell."""
    lines = {squashed for text in running if len(squashed := _squash(text)) > 12}
    return sum(one.page > 1 and any(line in _squash(one.text) for line in lines) for one in found)


def _numbers(found: tuple[Paragraph, ...]) -> list[int]:
    return [int(one.number) for one in found if one.kind == "numbered" and one.number and one.number.isdigit()]


def _misnumbered(numbers: list[int]) -> int:
    return sum(number not in (1, before + 1) for before, number in zip([0, *numbers], numbers, strict=False))


def _references(report: Report, found: tuple[Paragraph, ...]) -> tuple[int, int]:
    """Paragraph numbers that list items name, and how many of them lead to a Paragraph."""
    items = {one.id: one for one in found}
    named = resolved = 0
    for improvement_list in report.improvement_lists:
        for item in improvement_list.paragraph_ids:
            named += len(list(improvements.named_numbers(items[item].text)))
            resolved += len(improvement_list.evidence.get(item, ()))
    return named, resolved


def _marks(found: tuple[Paragraph, ...]) -> dict[int, list[str]]:
    """The footnotes' numbers by page."""
    marks: dict[int, list[str]] = {}
    for one in found:
        if one.kind == "footnote" and one.number:
            marks.setdefault(one.page, []).append(one.number)
    return marks


def _stands(paragraph: Paragraph, theirs: list[tuple[str, str]], marks: dict[int, list[str]]) -> bool:
    """Whether a Paragraph stands word for word on its page, or begins there and ends on the next; cells one by one.

    Ours leaves footnote marks out; pdftotext sets them before or behind the next word or on a line of their own, so
    its page is taken with the marks of its footnotes and without them.
    """
    text, page = _squash(paragraph.text), paragraph.page
    cells = [_squash(cell) for cell in re.split(r"[\n\t]", paragraph.text)]
    for reading in range(2):
        here = _with_and_without(theirs[page - 1][reading], marks.get(page, []))
        after = _with_and_without(theirs[page][reading] if page < len(theirs) else "", marks.get(page + 1, []))
        if any(all(cell in one for cell in cells) for one in here):
            return True
        if any(_crosses(text, one, two) for one in here for two in after):
            return True
    return False


def _with_and_without(page: str, marks: list[str]) -> tuple[str, ...]:
    """A page's letters and digits with footnote marks and without: alone on a line, or behind a word or a year."""
    behind = r"(?<=[a-z,.;:)’'])\d{1,2}(?=[\s,.;:)])"
    if marks:
        mark = f"(?:{'|'.join(marks)})"
        behind = rf"{behind}|(?<=20\d\d){mark}(?=[\s,.;:)])|^\s*{mark}\s*$"
    return _squash(page), _squash(re.sub(behind, " ", page, flags=re.MULTILINE))


def _crosses(text: str, here: str, after: str) -> bool:
    """Whether a text begins on one page and ends on the next."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text[:middle] in here else (low, middle - 1)
    return any(text[cut:] in after for cut in range(low, max(low - 60, 0), -1) if cut < len(text))


def readings_of(folder: Path) -> dict[str, Reading]:
    """The figures of a folder's PDFs by name; files that cannot be read are told on standard error."""
    readings: dict[str, Reading] = {}
    for path in sorted(folder.glob("*.pdf")):
        try:
            readings[path.stem] = measure(path)
        except UnreadableFile as error:
            print(error, file=sys.stderr)
    return readings


def main(arguments: list[str]) -> None:
    """Prints the table of a folder's PDFs; with --golden, keeps their figures as those to hold."""
    readings = readings_of(Path(arguments[0]))
    if "--golden" in arguments:
        kept = {name: {**asdict(one)} for name, one in readings.items()}
        for figures in kept.values():
            del figures["milliseconds"]
        Path(__file__).with_name("reading.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    everything = total(readings.values())
    names = [field.name for field in fields(Reading)][1:]
    width = max(map(len, readings), default=0)
    print(" " * width, *(name[:10].rjust(10) for name in names))
    for name, reading in (*readings.items(), ("all", everything)):
        print(name.ljust(width), *(str(asdict(reading)[column]).rjust(10) for column in names))
    coverage, speed = 1 - everything.lost / everything.letters, 1000 * everything.pages / everything.milliseconds
    print(f"coverage {coverage:.4f}, {speed:.0f} pages a second")


if __name__ == "__main__":
    main(sys.argv[1:])
