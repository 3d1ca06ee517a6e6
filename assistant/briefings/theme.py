"""A theme as it was asked for, and what tells whether a report's words are about it."""

import re
from dataclasses import dataclass, replace

from assistant.confidence import Asked, read_asked
from assistant.conversation import Conversation
from assistant.glossary import find_names, stands_in
from assistant.question import Question
from assistant.sorts import find_areas
from assistant.telling import telling_words
from assistant.tone import Tone, has_tone
from assistant.understand import understand
from corpus.errors import WrongUse
from corpus.library import Library
from corpus.report import Area, Paragraph
from corpus.words import stem

_LONGEST = 120  # characters
_FALLS_SHORT = re.compile(r"\b(?:not|too|few|fewer|little)\b|n['’]t\b", re.IGNORECASE)
"""What criticises beside the words that do so themselves; "no" and "none" as often say that there is nothing wrong."""
_WANTED = re.compile(r"\b(?:further|should|must|needs?|needed|required|to ensure|plans? to|aims?)\b", re.IGNORECASE)
"""What tells of work to be done: "to ensure appropriate supervision" praises none."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its words, the question that searches for it, and what a text about it has to hold.

    `areas` are the graded areas that it names, `terms` the names of each of the sector's terms in it, and `words` what
    else it says, as stems with their other names.
    """

    text: str
    question: Question
    asked: Asked
    areas: tuple[Area, ...]
    terms: tuple[tuple[str, ...], ...]
    words: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def graded_as(self) -> tuple[Area, ...]:
        """The graded areas that judge the theme: of care leavers, until 2022, the one for children in care."""
        return (*self.areas, *(("children_in_care",) if "care_leavers" in self.areas else ()))

    def names(self, text: str) -> bool:
        """True if a sentence names the theme: of one within an area ("care leavers' housing"), what is its own."""
        if self.terms or self.words:
            return any(_has_term(text, term) for term in self.terms) or any(
                _has_word(text, *each) for each in self.words
            )
        return bool(set(self.areas) & set(find_areas(text)))

    def is_on(self, paragraph: Paragraph) -> bool:
        """True if a paragraph is about the theme: it or its heading holds every part of it."""
        text = " ".join([*paragraph.heading[-1:], paragraph.text])
        of_area = not self.areas or self.is_headed(paragraph) or bool(set(self.areas) & set(find_areas(paragraph.text)))
        return (
            of_area
            and all(_has_term(text, term) for term in self.terms)
            and all(_has_word(text, *each) for each in self.words)
        )

    def is_headed(self, paragraph: Paragraph) -> bool:
        """True if a paragraph stands under a heading that names the theme's graded area and no other."""
        found = set(find_areas(paragraph.heading[-1])) if paragraph.heading else set()
        return bool(found) and found <= set(self.areas)

    def without(self, text: str) -> str:
        """A text without the theme's own words."""
        own = {stem(word) for word in telling_words(self.text)}
        return " ".join(word for word in text.split() if stem(word.strip(".,;:’'()").lower()) not in own)

    def tone(self, text: str) -> Tone | None:
        """The tone of a sentence by its own words; criticism wherever it has any, as praise beside it is not all."""
        if has_tone(text, "criticism", lambda part: _FALLS_SHORT.search(part) is not None):
            return "criticism"
        return "praise" if has_tone(text, "praise") and not _WANTED.search(text) else None


def read_theme(words: str, library: Library) -> Theme:
    """The theme that these words name. Raises WrongUse for words that name nothing."""
    text = " ".join("".join(c if c.isprintable() else " " for c in words).split())[:_LONGEST].rstrip(" ?.!")
    telling = telling_words(text)
    if not telling:
        raise WrongUse("Name the theme of the briefing in a few words, such as “care leavers”.")
    areas = find_areas(text)
    own = [word for word in telling if not areas or _names_area_without(text, word, areas)]
    terms = [names for names in find_names(text) if any(_is_of(word, names, text) for word in own)]
    rest = [word for word in own if not any(_is_of(word, names, text) for names in terms)]
    understood = understand(f"What did inspectors find about {text}?", Conversation(), ())
    question = replace(understood, sort="fact", missing="", topic=text)
    asked = read_asked(question, library)
    named = tuple((stem(word), asked.names.get(stem(word), ())) for word in rest)
    return Theme(text, question, asked, areas, tuple(terms), named)


def _names_area_without(text: str, word: str, areas: tuple[Area, ...]) -> bool:
    """True if a text names the same graded areas without one of its words, so that the word says more than they."""
    without = " ".join(each for each in text.split() if word not in each.lower())
    return find_areas(without) == areas


def _is_of(word: str, names: tuple[str, ...], text: str) -> bool:
    """True if a word of a text belongs to a term that it names."""
    return any(stands_in(word, name) and stands_in(name, text) for name in names)


def _has_term(text: str, names: tuple[str, ...]) -> bool:
    return any(stands_in(name, text) for name in names)


def _has_word(text: str, word: str, names: tuple[str, ...]) -> bool:
    return any(stem(each) == word for each in telling_words(text)) or _has_term(text, names)
