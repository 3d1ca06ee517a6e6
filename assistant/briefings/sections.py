"""The Items that fill a template's sections, from what was gathered on a theme. Every sentence is a report's own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.briefings.briefing import Item
from assistant.briefings.discussion import find_questions
from assistant.briefings.facts import find_asked, find_grades
from assistant.briefings.gathering import Said, spread
from assistant.briefings.templates import Part
from assistant.briefings.theme import Theme
from assistant.citations import Draft
from assistant.describe import name_report
from assistant.extract import Extract
from assistant.glossary import stands_in
from assistant.terms import GLOSSARY
from assistant.tone import Tone
from corpus.library import Library
from corpus.report import Report
from corpus.sentences import count_words

_KEY_MESSAGES = 4
_EACH_TIME = 3  # sentences of each inspection
_FEWEST_OTHERS = 2  # sentences
_QUOTES = 8
_OF_A_TONE = 5
_TERMS = 15
_WHOLE_QUOTE = 90  # words; of a longer paragraph the sentences on the theme are quoted
_NOTHING: Mapping[Part, str] = {
    "grades": "No grades were found in the reports held on {council}.",
    "asked for": "No list of what inspectors asked for was found in the reports on {council} that speak of {theme}.",
    "criticism": "No sentence on {theme} that criticises in so many words was found in the reports held on {council}.",
    "praise": "No sentence on {theme} that praises in so many words was found in the reports held on {council}.",
    "contrast": "No contrast on {theme} was found in reports on other councils judged good or outstanding.",
}
"""What a part says that has nothing to show."""
_BY_WORDS = "Chosen by the words of each sentence itself: read it in its source before you call it {tone}."


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a Briefing is filled from: the council's Reports in order, what each says, contrasts, and the library."""

    council: str
    theme: Theme
    said: tuple[Said, ...]
    contrasts: tuple[Item, ...]
    ends: tuple[str, ...]
    library: Library

    @property
    def newest(self) -> Said | None:
        """The newest of the Reports that says something on the theme."""
        return next((said for said in reversed(self.said) if said.extracts), None)


def fill_part(part: Part, gathered: Gathered) -> tuple[Item, ...]:
    """The Items of one part of a template; where there are none, one that says so. Terms are explained apart.

    What an empty part says is no claim of the council, but of what was found in the reports held.
    """
    items = tuple(_PARTS[part](gathered)) if part in _PARTS else ()
    if items or part not in _PARTS:
        return items
    said = _NOTHING.get(part, "Nothing was found on {theme} in the reports held on {council}.")
    return (_silent(said.replace("{theme}", gathered.theme.text).replace("{council}", gathered.council)),)


def _key_messages(gathered: Gathered) -> Iterator[Item]:
    newest = gathered.newest
    if newest is None:
        return
    for found in spread(newest, gathered.theme, _KEY_MESSAGES):
        yield Item("key message", "", (found.draft(),), (newest.report,))
    later = " and ".join(name_report(each.report) for each in gathered.said[gathered.said.index(newest) + 1 :])
    silent = f" Nothing was found on {gathered.theme.text} in {later}, which is newer." if later else ""
    yield _silent(f"From {name_report(newest.report)}.{silent}")


def _over_time(gathered: Gathered) -> Iterator[Item]:
    silent = []
    for said in gathered.said:
        if said.extracts:
            fresh = _not_told(said, gathered) if said is gathered.newest else said
            drafts = tuple(each.draft() for each in spread(fresh, gathered.theme, _EACH_TIME))
            yield Item("answer", name_report(said.report), drafts, (said.report,))
        else:
            silent.append(name_report(said.report))
    if silent and len(silent) < len(gathered.said):
        yield _silent(f"Nothing was found on {gathered.theme.text} in {'; '.join(silent)}.")


def _not_told(newest: Said, gathered: Gathered) -> Said:
    """What the newest report says beside the key messages; all of it where that is hardly anything."""
    told = {each.paragraph.id for each in spread(newest, gathered.theme, _KEY_MESSAGES)}
    others = tuple(each for each in newest.extracts if each.paragraph.id not in told)
    return replace(newest, extracts=others) if len(others) >= _FEWEST_OTHERS else newest


def _of_tone(tone: Tone, gathered: Gathered) -> Iterator[Item]:
    found = [
        (said.report, each)
        for said in reversed(gathered.said)
        for each in said.extracts
        if gathered.theme.tone(each.text) == tone
    ][:_OF_A_TONE]
    yield from (_quote(report, each) for report, each in found)
    if found:
        yield _silent(_BY_WORDS.format(tone=tone))


def _quotes(gathered: Gathered) -> Iterator[Item]:
    """The newest report's first, then the others', none that stands in the key messages while there are others."""
    newest = gathered.newest
    told = {each.paragraph.id for each in spread(newest, gathered.theme, _KEY_MESSAGES)} if newest else set()
    every = [(said.report, each) for said in reversed(gathered.said) for each in said.extracts]
    others = [each for each in every if each[1].paragraph.id not in told]
    most = max(2, _QUOTES // max(1, sum(bool(said.extracts) for said in gathered.said)))
    taken: dict[str, int] = {}
    for report, found in others or every:
        taken[report.id] = taken.get(report.id, 0) + 1
        if taken[report.id] <= most:
            yield _quote(report, found)


def explain_terms(items: Sequence[Item]) -> Iterator[Item]:
    """The terms that Items use, explained."""
    text = "\n".join(draft.text for item in items for draft in item.drafts)
    found = [term for term in GLOSSARY if term.meaning and any(stands_in(name, text) for name in term.names)]
    for term in sorted(found[:_TERMS], key=lambda term: term.names[0]):
        used = [name for name in term.names[1:] if stands_in(name, text)]
        also = f" (in the reports also: {', '.join(used)})" if used else ""
        yield Item("term", f"{term.names[0]}{also}", remark=f"{term.meaning} After {term.source}.")


def _discuss(gathered: Gathered) -> Iterator[Item]:
    yield from find_questions(gathered.theme, gathered.said, gathered.library)
    yield from (Item("question", words) for words in gathered.ends)


_PARTS: Mapping[Part, Callable[[Gathered], Iterator[Item]]] = {
    "key messages": _key_messages,
    "grades": lambda gathered: find_grades(gathered.theme, gathered.said, gathered.library),
    "asked for": lambda gathered: find_asked(gathered.theme, gathered.said, gathered.library),
    "over time": _over_time,
    "criticism": lambda gathered: _of_tone("criticism", gathered),
    "praise": lambda gathered: _of_tone("praise", gathered),
    "quotes": _quotes,
    "contrast": lambda gathered: iter(gathered.contrasts),
    "discuss": _discuss,
}


def _quote(report: Report, found: Extract) -> Item:
    whole = count_words(found.paragraph.text) <= _WHOLE_QUOTE
    words = found.paragraph.text if whole else found.text
    return Item("quote", "", (Draft(words, (found.paragraph,), None, found.also),), (report,))


def _silent(words: str) -> Item:
    """An Item that is a sentence of our own on what was looked for: it claims nothing about a council."""
    return Item("answer", remark=words)
