"""Numbers: what a question asks to be counted, and whether a sentence counts it."""

import re
from itertools import takewhile
from typing import Literal

from assistant.telling import telling_words
from corpus.words import stem

Amount = Literal["figure", "vague"]
"""How many there are, told in figures or in words such as "most" and "a small number of"."""

_VERB = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|get|gets|got|go|went|came|come"
_HOW_MANY = re.compile(
    r"\b(?:how (?:many|few)|(?:what|which|the) (?:total |overall )?numbers?(?: of| were| are)?)\s+"
    rf"(?:of (?:the|these|its) )?(?P<what>(?!(?:{_VERB})\b)(?:[\w’'-]+\s+){{0,4}}?[\w’'-]+?)"
    rf"(?=[?.,]|$|\s+(?:{_VERB}|in|at|on|of|for|with|without|who|that|which|not|live|lives|left|leave|need|needed|each|"
    r"still|placed|held|from|by|per|there|wait\w*|missing|say|said|feel|felt|know|want|see|saw|attend\w*|receive\w*|"
    r"stay\w*|became|become|join\w*|take|took|enter\w*|to|and)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.,])(?!(?:19|20)\d\d(?![\d,%]))\d[\d,]*(?:\.\d+)?(?:\s*%)?|"
    r"\b(?:one(?! of\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|half|third|"
    r"quarter|thirds|quarters|twice|double|none)\b",
    re.IGNORECASE,
)
_AGE = r"(?:1[0-9]|2[0-5])"
_NO_COUNT = re.compile(
    r"\b(?:aged?|ages|over|under|until|reach\w*|turn(?:s|ed|ing)?|from|at)(?: the)?(?: ages?)?(?: of| from| at)? "
    rf"{_AGE}(?: ?(?:to|and|or|-|–) ?{_AGE})?(?! (?:per cent|children|families|care)|%)\b"
    r"|\b1[0-9](?:[- ]?(?:to|and|or|–|-)[- ]?1[0-9])?[- ](?:and 17-)?year(?:s|-olds?| olds?)?\b"
    r"|\b1[67][- ]and[- ]1[78]\b"
    r"|\b(?:sections?|regulation|article|phase|tier|level|stage|part|paragraph|year|week|grade|schedule|outcome|enabler)"
    r" \d+\b",
    re.IGNORECASE,
)
"""Ages and numbers of laws and stages, which count nothing."""
_VAGUE = re.compile(
    r"\b(?:(?:very |relatively |too )?(?:small|large|high|low|significant|considerable|increasing|growing|limited) "
    r"(?:numbers?|proportions?)|few(?:er)?|majority|minority|most|all|no)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r",? and (?=(?:how|what|when|who|where|why|which|is|are|was|were|did|does|do|has|have|will)\b)|[?.;] ",
    re.IGNORECASE,
)
_HOW = re.compile(r"\bhow (?:many|few|long|often|much)\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\bper ?cent\b|\bproportion\b|\b(?:one|two|three|four) in (?:\w+)\b", re.IGNORECASE)
_ALIKE = (
    frozenset(map(stem, ("children", "child", "kids", "pupils", "people", "cases", "siblings", "families"))),
    frozenset(map(stem, ("carers", "households"))),
    frozenset(map(stem, ("workers", "staff", "practitioners", "posts"))),
)
"""What is counted under one word or another: of a question about children, cases."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_OF_SOMETHING_ELSE = frozenset("for with in to by at on from who which that and are is was were have has".split())
"""Behind these, a number counts no longer: "two groups for children" are no two children."""
_TOTALS = frozenset(map(stem, "number total proportion percentage rate figure".split()))
_OF_ITS_OWN = 1  # telling words of a clause that asks for something
_BESIDE = 7  # words between a number and what it counts: "12 of the most vulnerable young care leavers"


_ALONE = re.compile(r" (?:are|were|is|was|have|has|had|do|does|did|remain(?:ed)?)\b", re.IGNORECASE)
"""What follows a number that stands for those named before it: "children wait, and 30 are under five"."""


def counted(text: str) -> frozenset[str]:
    """The stems of what a question asks to be counted: of "foster carers" in "How many foster carers are there?"."""
    found = _HOW_MANY.search(text)
    words = telling_words(found["what"]) if found else []
    if not words:
        return frozenset()
    last = stem(words[-1])
    return frozenset({last}).union(*(alike for alike in _ALIKE if last in alike))


def narrowing(text: str) -> frozenset[str]:
    """The stems of what says which of them are to be counted: "dyslexic" of "How many dyslexic pupils are there?"."""
    found = _HOW_MANY.search(text)
    return frozenset(map(stem, telling_words(found["what"])[:-1])) if found else frozenset()


def asks_for_more(text: str) -> bool:
    """True if a question asks for something else beside how many: "are they manageable, and how many …?"."""
    clauses = [clause for clause in _CLAUSES.split(text) if not _HOW.search(clause)]
    return any(len(telling_words(clause)) >= _OF_ITS_OWN for clause in clauses)


def without_ages(text: str) -> str:
    """The text without numbers that count nothing: ages, sections of laws."""
    return _NO_COUNT.sub(" ", text)


def has_figure(text: str) -> bool:
    """True if a text states a figure other than a year or an age, in digits or words."""
    return _NUMBER.search(without_ages(text)) is not None


def counts(text: str, what: frozenset[str], amount: Amount = "figure") -> bool:
    """True if a text states how many of these there are, or a share of them; any figure where nothing is named."""
    if amount == "vague":
        return any(_stands_by(text, found, what) for found in _VAGUE.finditer(text))
    plain = without_ages(text)
    if not what:
        return _NUMBER.search(plain) is not None
    return any(_stands_by(plain, number, what) for number in _NUMBER.finditer(plain))


def _stands_by(text: str, found: re.Match[str], what: frozenset[str]) -> bool:
    """True if one of these words follows a number closely, or goes before: "children wait: 30 do", "the number: 30"."""
    after = _WORD.findall(text[found.end() :].lower())[:_BESIDE]
    own = [word for word in takewhile(lambda word: word not in _OF_SOMETHING_ELSE, after) if word.isalpha()]
    before = {stem(word) for word in _WORD.findall(text[: found.start()].lower())[-2 * _BESIDE :]}
    alone = _ALONE.match(text[found.end() :]) is not None
    share = _SHARE.match(text[found.end() :].lstrip()) is not None or "%" in found[0]
    return not what.isdisjoint(map(stem, own)) or (
        not what.isdisjoint(before) and (share or alone or not _TOTALS.isdisjoint(before))
    )
