"""Pack: a Briefing as it is shown and exported, the same for every format, with its sources numbered through."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from assistant.answer import Answer
from assistant.briefings.briefing import Briefing, Item, ItemKind
from assistant.briefings.numbering import Numbered, number_briefing
from assistant.briefings.remarks import say_licences, warn
from assistant.citations import Citation, Claim, Opens
from assistant.describe import name_day, name_searched
from assistant.paper import CARE, group_claims
from assistant.question import Question
from assistant.tables import GradeRow, grade_rows
from corpus.library import Library

NAMES = "Names of people that the reports print are left out, each marked “[name left out]”."


@dataclass(frozen=True, slots=True)
class GradeTable:
    """Grades as a table: a column for each inspection, a row for each area; None where an inspection gives none."""

    inspections: tuple[str, ...]
    rows: tuple[tuple[str, tuple[GradeRow | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One Item as it is shown. `grades` has the Claims that are grades; `claims` has all, for what shows no table."""

    kind: ItemKind
    text: str
    claims: tuple[Claim, ...]
    remark: str
    grades: GradeTable | None = None

    @property
    def groups(self) -> list[tuple[str, list[Claim]]]:
        """The Claims under their headings."""
        return group_claims(self.claims)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as it is shown."""

    title: str
    entries: tuple[Entry, ...]

    @property
    def runs(self) -> list[tuple[ItemKind, list[Entry]]]:
        """The entries, those of a kind that follow one another together, as they make one list."""
        return [(kind, list(entries)) for kind, entries in groupby(self.entries, key=lambda entry: entry.kind)]


@dataclass(frozen=True, slots=True)
class Pack:
    """A Briefing as it is shown. `notes` stand above everything, `licences` below the sources.

    `warnings` are those of the notes that one has to know before one uses it. `links` are the addresses at which
    sources open at their page, by number; none where they have no address.
    """

    title: str
    made: date
    audience: str
    purpose: str
    notes: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    citations: tuple[Citation, ...]
    licences: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    links: Mapping[int, str] = field(default_factory=dict)

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """For whom and what for, each with its name, as far as a person said so."""
        return tuple((name, said) for name, said in (("For", self.audience), ("Purpose", self.purpose)) if said)

    def label(self, number: int) -> str:
        """Where the source of a number stands: "Stoke-on-Trent, inspected February 2019, paragraph 12, page 4"."""
        return next((citation.label for citation in self.citations if citation.number == number), "")

    def with_quotes(self, entry: Entry) -> Entry:
        """An Entry with each sentence in quotation marks that one of its sources says word for word."""
        return replace(entry, claims=tuple(map(self._quoted, entry.claims)))

    def _quoted(self, claim: Claim) -> Claim:
        said = " ".join(claim.text.split())
        sources = (each.paragraph.text for each in self.citations if each.number in claim.citations)
        is_exact = bool(said) and any(said in " ".join(text.split()) for text in sources)
        return replace(claim, text=f"“{said}”") if is_exact else claim


def pack(briefing: Briefing, library: Library, opens_at: Opens | None = None) -> Pack:
    """The Briefing as it is shown, with what is to be said of its sources today.

    `opens_at` gives the address at which a source opens at its page.
    """
    numbered = number_briefing(briefing)
    warnings = (*warn(briefing, library), *((NAMES,) if numbered.leaves_out else ()))
    coverage = (briefing.coverage,) if briefing.coverage else ()
    return Pack(
        title=" ".join(briefing.title.split()) or "A briefing",
        made=briefing.made,
        audience=briefing.audience,
        purpose=briefing.purpose,
        notes=(CARE, _made_from(briefing), *coverage, *warnings),
        chapters=tuple(
            Chapter(section.title, tuple(_entry(item, numbered) for item in section.items))
            for section in briefing.sections
        ),
        citations=numbered.citations,
        licences=say_licences(briefing, library),
        warnings=warnings,
        links={each.number: opens_at(each) for each in numbered.citations} if opens_at else {},
    )


def _entry(item: Item, numbered: Numbered) -> Entry:
    claims = numbered.claims[item.id]
    return Entry(item.kind, item.text, claims, item.remark, grade_table(claims) if item.kind == "grades" else None)


def grade_table(claims: Sequence[Claim]) -> GradeTable | None:
    """The Claims that are grades as a table; None where one of them is something else, such as a SEND outcome."""
    rows = grade_rows(Answer(Question("", ""), "counted from the facts", tuple(claims)))
    if not rows:
        return None
    inspections = tuple(dict.fromkeys(row.report for row in rows))
    areas = sorted(dict.fromkeys(row.area for row in rows), key=lambda area: area != "overall effectiveness")
    found = {(row.area, row.report): row for row in rows}
    return GradeTable(
        inspections, tuple((area, tuple(found.get((area, each)) for each in inspections)) for area in areas)
    )


def _made_from(briefing: Briefing) -> str:
    told = f"{name_day(briefing.made)} with the inspection assistant"
    return f"Made on {told} from {name_searched(briefing.reports)}." if briefing.reports else f"Made on {told}."
