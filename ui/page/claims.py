"""The sentences of an answer as HTML, each followed by the numbers of its sources: running text, a list or a table."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from assistant.answer import Answer
from assistant.citations import Citation, Claim
from assistant.tables import GradeRow, grade_rows
from ui.page.escape import isolated, text

_LONGEST_WORD = 20  # characters: what a line of a telephone's screen has room for beside the numbers
_FEWEST_ROWS = 3  # fewer are quicker read as sentences


class Marks:
    """The numbers after a sentence: buttons in the answer at a `position`, and plain numbers while it still grows."""

    def __init__(self, answer: Answer, position: int | None, opened: int | None) -> None:
        self._by_number = {citation.number: citation for citation in answer.citations}
        self._position, self._opened = position, opened

    def of(self, numbers: Iterable[int]) -> str:
        """The numbers of these citations, those that exist."""
        return "".join(self._mark(self._by_number[number]) for number in numbers if number in self._by_number)

    def _mark(self, citation: Citation) -> str:
        if self._position is None:
            return f'<span class="cite">{citation.number}</span>'
        name = text(f"Source {citation.number}: {citation.label}")
        is_open = "true" if citation.number == self._opened else "false"
        return (
            f'<button type="button" class="cite" data-press="{self._position}:{citation.number}" aria-label="{name}" '
            f'title="{text(citation.label)}" aria-expanded="{is_open}">{citation.number}</button>'
        )


class Numbers(Protocol):
    """Whatever shows the numbers of sources."""

    def of(self, numbers: Iterable[int]) -> str:
        """The numbers of these sources as HTML."""
        ...


def claims(answer: Answer, marks: Marks) -> str:
    """The sentences of an answer in the form that suits it."""
    rows = grade_rows(answer)
    if len(rows) >= _FEWEST_ROWS:
        return table(rows, marks)
    return "".join(
        (f"<h3>{isolated(group)}</h3>" if group else "") + _sentences(answer, found, marks)
        for group, found in _groups(answer.claims)
    )


def _groups(found: Sequence[Claim]) -> list[tuple[str | None, list[Claim]]]:
    """The claims under their headings, in order; one without a heading stands under the one before."""
    groups: list[tuple[str | None, list[Claim]]] = []
    for claim in found:
        if not groups or (claim.group and claim.group != groups[-1][0]):
            groups.append((claim.group, []))
        groups[-1][1].append(claim)
    return groups


def _sentences(answer: Answer, found: Sequence[Claim], marks: Marks) -> str:
    if answer.question.sort == "list" and len(found) > 1:
        items = "".join(f'<li class="claim">{_sentence(claim, marks)}</li>' for claim in found)
        return f'<ul class="points">{items}</ul>'
    return "".join(f'<p class="claim">{_sentence(claim, marks)}</p>' for claim in found)


def _sentence(claim: Claim, marks: Marks) -> str:
    """A sentence and its numbers, which stay on one line with its last word unless that is very long."""
    unproven = "" if claim.proven else "<em>Not yet checked:</em> "
    start, space, last = claim.text.rpartition(" ")
    numbers = marks.of(claim.citations)
    if len(last) > _LONGEST_WORD:
        return f"{unproven}<bdi>{text(claim.text)} {numbers}</bdi>"
    return f'{unproven}<bdi>{text(start + space)}<span class="end">{text(last)} {numbers}</span></bdi>'


def table(rows: Sequence[GradeRow], marks: Numbers) -> str:
    """Grades as a table; what was judged is a column only where it is not the same in every row."""
    areas = {row.area for row in rows}
    several = len(areas) > 1
    caption = "What was judged, and how" if several else f"How {rows[0].area} was judged"
    columns = ["Inspection", *(["Judged"] if several else []), "Grade", "Source"]
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    body = "".join(
        f'<tr><th scope="row">{isolated(row.report)}</th>'
        + (f"<td>{isolated(_upper(row.area))}</td>" if several else "")
        + f'<td class="grade">{isolated(_upper(row.words))}</td><td class="numbers">{marks.of(row.citations)}</td></tr>'
        for row in rows
    )
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{text(caption)}"><table class="judged">'
        f"<caption>{text(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
