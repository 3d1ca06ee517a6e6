"""The sort of answer that a question wants, and the areas and kinds of inspection it names."""

import re

from assistant.question import Sort
from corpus.report import Area, Grade, ReportKind


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_BEYOND = {
    "money": _any(
        r"\bhow much (?:does|do|did|is|was|has|have|will|would)\b.*\b(?:pay|paid|cost|spen[dt]|budget)",
        r"\b(?:budget|spending|salary|salaries|funding for|cost of|price of|council tax)\b",
        r"\bwhere will the money\b",
    ),
    "the future": _any(
        r"\b(?:when|what date|which date)\b.*\b(?:next|will)\b.*\binspect",
        r"\bnext (?:ofsted )?inspection\b.*\b(?:due|date|when|be)\b|\bwhen is (?:the|our|its) next\b",
        r"\bwill (?:they|it|the council|we|ofsted|\w+)\s+(?:\w+\s+)?(?:improve|be|get|inspect|pass|fail)\b",
    ),
    "named people": _any(
        r"\bname of (?:the|that|a) (?:child|girl|boy|baby|family|mother|father|parent|social worker|young person)",
        r"\bwho (?:was|is|were) the (?:child|girl|boy|baby|family|victim)\b",
    ),
    "the council's own plans": _any(
        r"\b(?:our|the council's|their) (?:targets?|action plan|improvement plan)\b",
        r"\bwhat (?:is|are) (?:the council|we) (?:planning|going) to\b",
    ),
}
_DEFINITION = _any(
    r"\bwhat (?:does|do|did) .{2,60}\bmean\b",
    r"\bwhat (?:do|does|did) \w+ mean by\b",
    r"\bwhat counts as\b",
    r"\b(?:define|definition of|meaning of|explain the term)\b",
    r"^\s*what(?:'s|’s|s| is| are) (?:a|an|the )?\s*['‘“\"]?[\w -]{2,40}['’”\"]?\s*\??$",
    r"^\s*what(?:'s|’s|s| is| are) (?:a|an)\s+['‘“\"]",
)
_LIST = _any(
    r"\b(?:improvement points|recommendations?|priority actions?|areas? (?:for|to) improve\w*|to improve)\b",
    r"\b(?:need(?:s|ed)?|had|has|have|must|left) to (?:get better|fix|improve|be improved|work on|put right)\b",
    r"\b(?:put right|work on|had to fix|must (?:they )?(?:fix|improve)|(?:told|asked) to (?:do|improve|fix|change))\b",
    r"\burgent actions?\b|\bimmediate(?:ly)? (?:action|improve)",
)
_GRADE = _any(
    r"\b(?:grades?|graded|ratings?|rated|judged|judgements?|judgments?|verdict)\b",
    r"\bhow did .{2,40} (?:do|get on|come out|fare)\b(?! (?:on|at|with|by)\b)",
    r"\b(?:came|come) out (?:worst|best)\b|\bhow did it come out\b|\bhow (?:is|are) .{2,40} doing\b",
    r"\b(?:went|go|gone) (?:really |very |so |quite )?(?:well|badly|poorly)\b",
    r"\b(?:is|was|are|were) \w[\w -]{2,30} (?:outstanding|good|inadequate|failing)(?: in 20\d\d| now| overall)?\s*\??$",
)
_OVER_TIME = _any(
    r"\bover (?:the years|time)\b|\b(?:each|every|across|compare the) inspections?\b|\beach time\b",
    r"\b(?:has|have|had|is|are|was|were|did)\b.*\b(?:changed?|moved|improved|got(?:ten)? (?:better|worse)|declined)\b",
    r"\b(?:any )?(?:better|worse)\b.*\b(?:since|than)\b|\bsince 20\d\d\b|\bgone (?:backwards|downhill|up|down)\b",
    r"\bfrom 20\d\d to\b|\b(?:story|history|journey) of\b|\blast (?:two|three|four|2|3|4) (?:inspections|reports)\b",
    r"\b(?:up or down|ever)\b|\bany better\b|\bbetween 20\d\d\b|\bhas .{2,40} (?:improved|got better)\b",
)
_ACROSS = _any(
    r"\b(?:which|what|how many|any|all|other) (?:of (?:these|the) )?(?:councils?|areas?|authorit(?:y|ies))\b",
    r"\b(?:which|how many|any|all|other) (?:of (?:these|the) )?(?:reports?|inspections?)\b",
    r"\bwhere have inspectors\b|\bacross (?:the )?(?:councils|reports|authorities)\b",
)
_SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("fact", _any(r"^\s*how many\b(?! (?:councils?|reports?|inspections?|areas?))")),
    ("definition", _DEFINITION),
    ("across councils", _ACROSS),
    ("list", _LIST),
    ("over time", _OVER_TIME),
    ("grade", _GRADE),
)
"""What marks each sort; the first that fits is taken."""
_GRADE_WORDS: dict[str, Grade] = {
    "outstanding": "outstanding",
    "good": "good",
    "requires improvement": "requires improvement",
    "adequate": "adequate",
    "inadequate": "inadequate",
}
_SEVERAL = _any(
    r"\b(?:ways|things|points|strengths|weaknesses|problems|reasons|concerns|failings|examples|list|all the)\b",
    r"^\s*(?:and )?(?:what|how) about\b|\bwhat did (?:\w+ ){1,3}(?:say|find|think|report) (?:about|on|of)\b",
)
_CLAUSE = re.compile(
    r",?\s*\bwhen (?:it|they|the council|services) (?:was|were|got|became|had been|is|are) (?:\w+ )?"
    r"(?P<grade>outstanding|good|requires improvement|adequate|inadequate|failed|failing)\b",
    re.IGNORECASE,
)
_AREAS: dict[Area, re.Pattern[str]] = {
    "care_leavers": _any(r"\bcare leavers?\b|\bleaving care\b|\bleft care\b|\bcare[- ]experienced\b"),
    "adoption": _any(r"\badopti(?:on|ve)\b"),
    "lscb": _any(r"\blscb\b|\bsafeguarding (?:children )?board\b"),
    "help_and_protection": _any(r"\bhelp and protection\b"),
    "children_in_care": _any(
        r"\bchildren in care\b|\blooked[- ]after children\b|\bchildren looked after\b|\bfostering\b"
    ),
    "leaders": _any(r"\bleader(?:s|ship)\b"),
}
_KINDS: dict[ReportKind, re.Pattern[str]] = {
    "area SEND": _any(
        r"\bsend\b|\bsen\b(?! \d)|\bspecial educational\b|\behc(?:p|ps| plans?)\b|\beducation, health and care\b"
    ),
    "ILACS": _any(r"\bilacs\b"),
    "SIF": _any(r"\bsif\b|\bsingle inspection framework\b"),
    "monitoring visit": _any(r"\bmonitoring (?:visit|letter)s?\b"),
    "focused visit": _any(r"\bfocused visits?\b"),
}


def find_sort(text: str, councils: int) -> Sort:
    """The sort of answer a question wants; `councils` is how many it names."""
    if find_beyond(text):
        return "beyond"
    if councils > 1:
        return "across councils"
    sorts = (sort for sort, pattern in _SORTS if pattern.search(text))
    return next((sort for sort in sorts if sort != "across councils" or not councils), "fact")


def find_beyond(text: str) -> str:
    """What a question asks for that inspection reports never hold ("money"); "" where it does not."""
    return next((name for name, pattern in _BEYOND.items() if pattern.search(text)), "")


def asks_for_several(text: str) -> bool:
    """True if a question asks for more than one thing found: "the main ways", "what were the good points"."""
    return _SEVERAL.search(text) is not None


def asks_for_grade(text: str) -> bool:
    """True if a question asks how something was judged."""
    return _GRADE.search(text) is not None


def find_clause_grade(text: str) -> Grade | None:
    """The grade in a clause that says which inspection is meant: "when it was judged inadequate"."""
    found = _CLAUSE.search(text)
    if found is None:
        return None
    word = found["grade"].lower()
    return "inadequate" if word.startswith("fail") else _GRADE_WORDS[word]


def without_clause(text: str) -> str:
    """The text without such a clause."""
    return _CLAUSE.sub("", text)


def find_areas(text: str) -> tuple[Area, ...]:
    """The graded areas that a question names."""
    return tuple(area for area, pattern in _AREAS.items() if pattern.search(text))


def find_kind(text: str) -> ReportKind | None:
    """The kind of inspection that a question names."""
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(text)), None)
