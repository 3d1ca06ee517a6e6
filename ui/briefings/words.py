"""What one thing in a briefing says, as HTML: its own words, its sentences, and the numbers of their sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from assistant.answer import Answer
from assistant.briefings.briefing import Briefing, Item, ItemKind
from assistant.citations import Citation, Claim
from assistant.question import Question
from assistant.tables import grade_rows
from ui.page.claims import table
from ui.page.escape import isolated, text
from ui.page.grades import grades

WRITTEN: tuple[ItemKind, ...] = ("note", "question")
"""Kinds whose words are a person's own, so that they can be changed; what reports say cannot."""
_HEADED: tuple[ItemKind, ...] = ("answer", "term")
"""Kinds with a heading of their own."""
_LONGEST_WORD = 20  # characters: what a line of a telephone's screen has room for beside the numbers


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the items of a briefing are shown with.

    `claims` are the sentences of each item by its id, `by_number` the sources by their number, and `opened` names the
    button whose source stands open. `stepped` is the id of the section or item whose menu stays open. `changes` says
    that the reader may change the briefing, and `disclosed` what leaves the machine when they ask, "" where nothing
    does.
    """

    briefing: Briefing
    claims: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    by_number: Mapping[int, Citation] = field(default_factory=dict)
    opened: str = ""
    stepped: str = ""
    changes: bool = False
    disclosed: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of sources as buttons; `place` tells those after one sentence from those after another."""

    shelf: Shelf
    place: str

    def of(self, numbers: Iterable[int]) -> str:
        """The buttons of these sources, those that exist."""
        return "".join(self._button(number) for number in numbers if number in self.shelf.by_number)

    def _button(self, number: int) -> str:
        press = f"source:{number}:{self.place}"
        label = text(self.shelf.by_number[number].label)
        is_open = str(press == self.shelf.opened).lower()
        return (
            f'<button type="button" class="cite" data-press="{text(press)}" title="{label}" '
            f'aria-label="Source {number}: {label}" aria-expanded="{is_open}">{number}</button>'
        )


def words(item: Item, shelf: Shelf) -> str:
    """What an item says."""
    claims = shelf.claims.get(item.id, ())
    judged = [report for report in item.reports if report.grade("overall")] if item.kind == "grades" else []
    said = _said(claims, item, shelf)
    explained = (_remark(item), said) if item.kind == "term" else (said, _remark(item))
    return f"{_begins(item)}{grades(judged)}{''.join(explained)}"


def _begins(item: Item) -> str:
    """What an item begins with: words of a person's own, a heading, or what introduces what follows."""
    if not item.text:
        return ""
    if item.kind in WRITTEN:
        return f'<p class="own">{isolated(item.text)}</p>'
    if item.kind in _HEADED:
        return f"<h3>{isolated(item.text)}</h3>"
    return f'<p class="introduced">{isolated(item.text)}</p>'


def _said(claims: Sequence[Claim], item: Item, shelf: Shelf) -> str:
    """The sentences in the form that suits the item: quotes, a table of grades, a list."""
    if item.kind == "quote":
        return "".join(_quote(claim, at, item, shelf) for at, claim in enumerate(claims))
    if item.kind == "grades":
        rows = grade_rows(Answer(Question("", ""), "counted from the facts", tuple(claims)))
        if rows:
            return table(rows, Numbers(shelf, item.id))
    return _sentences(claims, item, shelf)


def _remark(item: Item) -> str:
    return f'<p class="remark">{isolated(item.remark)}</p>' if item.remark else ""


def _sentences(claims: Sequence[Claim], item: Item, shelf: Shelf) -> str:
    """The sentences under their headings, as a list where there are several."""
    level = 4 if item.kind in _HEADED else 3
    return "".join(
        (f"<h{level}>{isolated(group)}</h{level}>" if group else "") + _listed(list(found), item, shelf)
        for group, found in groupby(enumerate(claims), key=lambda each: each[1].group)
    )


def _listed(found: Sequence[tuple[int, Claim]], item: Item, shelf: Shelf) -> str:
    """Sentences with their places in the item."""
    said = [_ended(claim.text, _marks(claim, at, item, shelf)) for at, claim in found]
    if len(said) == 1:
        return f'<p class="claim">{said[0]}</p>'
    rows = "".join(f'<li class="claim">{each}</li>' for each in said)
    return f'<ul class="points">{rows}</ul>'


def _ended(words: str, marks: str) -> str:
    """A sentence and its numbers, which stay on one line with its last word."""
    start, space, last = words.rpartition(" ")
    if len(last) > _LONGEST_WORD:
        return f"{isolated(words)} {marks}"
    return f'<bdi>{text(start + space)}<span class="end">{text(last)} {marks}</span></bdi>'


def _quote(claim: Claim, at: int, item: Item, shelf: Shelf) -> str:
    """A report's exact words, and where they stand."""
    cited = [shelf.by_number[number] for number in claim.citations if number in shelf.by_number]
    where = "; ".join(isolated(citation.label) for citation in cited)
    return (
        f'<figure class="quoted"><blockquote class="words">{isolated(claim.text)}</blockquote>'
        f"<figcaption>{where} {_marks(claim, at, item, shelf)}</figcaption></figure>"
    )


def _marks(claim: Claim, at: int, item: Item, shelf: Shelf) -> str:
    """A button for each source of a sentence."""
    return Numbers(shelf, f"{item.id}:{at}").of(claim.citations)
