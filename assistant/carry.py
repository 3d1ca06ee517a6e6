"""The time of a follow-up: carried over from the turn before, or counted on and back from the report in hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant import wording
from assistant.conversation import Turn
from assistant.dates import find_shift, find_when
from assistant.periods import When, order, pin
from assistant.question import Question
from assistant.reading import LETTERS, Reading, choose
from assistant.sorts import find_clause_grade
from corpus.report import Report


@dataclass(frozen=True, slots=True)
class Lead:
    """A follow-up, without its polite words, and the last turn that asked something, which it is resolved against.

    `own` are the words that name a subject of its own, `back` is whether it points at the one before.
    """

    text: str
    named: Reading
    turn: Turn
    own: tuple[str, ...]
    back: bool

    @property
    def previous(self) -> Question:
        """The Question of the turn before."""
        return self.turn.answer.question

    @property
    def elliptic(self) -> bool:
        """True where the question before is asked again, of another council or time or with "why"."""
        return not self.own and self.previous.sort != "definition"

    @property
    def cited(self) -> list[Report]:
        """The reports that the answer before cites, in that order."""
        return list({citation.report.id: citation.report for citation in self.turn.answer.citations}.values())


def at_time(lead: Lead, reading: Reading, reports: Sequence[Report]) -> tuple[Reading, str]:
    """The reading at the time that a follow-up is about; and what is missing where that is not held, else ""."""
    when = reading.when
    hand = find_in_hand(lead, reading, reports)
    if clause := find_clause_grade(lead.text):
        graded = [r for r in _family(hand, reports) if r.grade("overall") == clause]
        return replace(reading, when=_pins(graded, named=False)), ""
    if not when.periods and (shift := find_shift(lead.text)):
        year = lead.previous.years[-1] if lead.previous.years else hand[-1].when.year if hand and hand[-1].when else 0
        return replace(reading, when=find_when(str(year + shift)) if year else when), ""
    if when.before and not when.periods:
        return _before(reading, hand, reports)
    if not when.periods and (moved := _moved(lead, reading, hand, reports)):
        return moved
    return (reading if when.named else replace(reading, when=_carried(lead, reading, reports))), ""


def find_in_hand(lead: Lead, reading: Reading, reports: Sequence[Report]) -> list[Report]:
    """The reports that the conversation is looking at, oldest first.

    They are those that the turn before was about if it named a time, or cited; else the newest full inspection.
    """
    previous = lead.previous
    if reading.councils == previous.councils:
        looked = [report for report in reports if previous.reports and report.id in previous.reports]
        chosen = looked if previous.when.named else [report for report in lead.cited if report in looked]
        if chosen:
            return order(chosen)
    scope = [r for r in reports if r.council in reading.councils and r.kind not in LETTERS and r.when]
    of_kind = [r for r in scope if (r.kind == "area SEND") == (reading.kind == "area SEND")]
    return order(of_kind or scope)[-1:]


def _before(reading: Reading, hand: list[Report], reports: Sequence[Report]) -> tuple[Reading, str]:
    earlier = [each for report in hand[:1] for each in _family([report], reports) if _day(each) < _day(report)]
    if hand and not earlier:
        return reading, f"a report{_on(hand)} before {hand[0].when:%B %Y}"
    both = hand if reading.when.compared else []
    return replace(reading, when=replace(_pins([*earlier[-1:], *both]), compared=bool(both))), ""


def _moved(lead: Lead, reading: Reading, hand: list[Report], reports: Sequence[Report]) -> tuple[Reading, str] | None:
    """Where a follow-up goes on from the report in hand: to the next, to all since, to the newest, or to every one."""
    text, missing, moved = lead.text, "", None
    later = [each for report in hand[-1:] for each in _family([report], reports) if _day(each) > _day(report)]
    following = later[:1] if wording.NEXT.search(text) else later
    goes_on = wording.LATER.search(text) and (not lead.own or wording.GONE_ON.search(text))
    if wording.FIXED.search(text) and not lead.own:
        if following:
            moved = replace(reading, when=replace(_pins([*hand, *following]), compared=True))
    elif wording.NEXT.search(text) or goes_on:
        missing = "" if later or not hand else f"a report{_on(hand)} after {hand[-1].when:%B %Y}"
        moved = replace(reading, when=_pins(following, named=wording.NEXT.search(text) is not None))
    elif wording.ALWAYS.search(text) and not lead.own:
        moved = replace(reading, when=When(), sort="over time")
    elif wording.BETTER.search(text) and not lead.own and not reading.when.named:
        moved = replace(reading, when=_pins(later, named=False), sort="over time")
    elif wording.STILL.search(text):
        moved = replace(reading, when=When(newest=1))
    return (moved, missing) if moved else None


def _carried(lead: Lead, reading: Reading, reports: Sequence[Report]) -> When:
    """The time of the turn before, where it still fits."""
    previous, when = lead.previous, lead.previous.when
    if wording.SAME_TIME.search(lead.text) and when.named:
        return when
    if _asks_anew_of_now(lead):
        return When()
    if (lead.named.kind and lead.named.kind != previous.kind) or (previous.kind and not reading.kind):
        return When()
    some = reading.councils and set(reading.councils) < set(previous.councils)
    if reading.councils == previous.councils or some or not previous.councils:
        return _of_same(lead)
    if not reading.councils:  # across all councils
        return when if when.years and (lead.elliptic or lead.back) else When()
    # Of another council the same time is asked about, if it was inspected then and the words are not of today.
    scope = [r for r in reports if r.council in reading.councils and r.kind not in LETTERS]
    chosen = {report.council for report in choose(scope, when)}
    fits = lead.elliptic and not wording.PRESENT.search(lead.text) and chosen == set(reading.councils)
    return when if fits else When()


def _asks_anew_of_now(lead: Lead) -> bool:
    """True for a whole question with a subject of its own, which a time said before no longer binds.

    It is asked of the present, or follows one about change: "since 2013" was said of that.
    """
    if not lead.own or lead.back or wording.is_phrase(lead.text):
        return False
    since = any(period.last == date.max for period in lead.previous.when.periods)
    return since or lead.previous.sort == "over time" or wording.PRESENT.search(lead.text) is not None


def _of_same(lead: Lead) -> When:
    """The time of the turn before; of one that named none, the report that its answer cites if that is asked about."""
    when = lead.previous.when
    if when.compared and lead.own:
        return replace(when, periods=when.periods[-1:], compared=False)
    asks_on = lead.elliptic and not lead.named.councils and not wording.ANYWHERE.search(lead.text)
    return _pins(lead.cited, named=False) if not when.named and asks_on and len(lead.cited) == 1 else when


def _family(hand: Sequence[Report], reports: Sequence[Report]) -> list[Report]:
    """The inspections of the same council and sort of service as these reports, oldest first."""
    councils, kinds = {report.council for report in hand}, {report.kind for report in hand}
    return order(
        [
            report
            for report in reports
            if report.council in councils
            and report.when
            and (report.kind == "area SEND") == ("area SEND" in kinds)
            and (report.kind not in LETTERS or kinds & LETTERS)
        ]
    )


def _pins(reports: Sequence[Report], *, named: bool = True) -> When:
    pins = tuple(pin(report) for report in order(reports))
    return When(pins if named else tuple(replace(each, years=()) for each in pins))


def _day(report: Report) -> str:
    return report.when.isoformat() if report.when else ""


def _on(reports: Sequence[Report]) -> str:
    councils = dict.fromkeys(report.council for report in reports if report.council)
    return f" on {' and '.join(councils)}" if councils else ""
