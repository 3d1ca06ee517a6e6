"""The sort of answer that a question wants, and the areas and kinds of inspection it names."""

import re

from assistant.beyond import find_beyond
from assistant.question import Sort
from assistant.telling import telling_words
from corpus.report import Area, Grade, ReportKind
from corpus.words import content_words


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_TELL = r"(?:told|asked|ordered|instructed|required|expected|needs?|needed|have|has|had|must|should|left)"
_MEND = r"(?:improv\w*|fix|mend|sort|put right|get better|work on|act on|deal with|tackle|address|change|do)"
_GOT = r"(?:changed?|improved|got(?:ten)? (?:any )?(?:better|worse)|declined)"
_COUNT = r"(?:two|three|four|five|six|[2-6])"
_WHOLE = r"(?:councils?|areas?|authorit(?:y|ies)|reports?|inspections?|visits?|places?)"
_GRADE_WORD = r"(?:outstanding|good|requires? improvement|adequate|inadequate)"

_DEFINITION = _any(
    r"\bwhat (?:does|do|did) .{2,60}\bmean\b|\bwhat (?:do|does|did) \w+ mean by\b|\bstands? for\b",
    r"\bwhat counts as\b|\b(?:define|definition of|meaning of|meant by|explain the term)\b",
    r"\bwhat(?:['’]?s| is| are) an? ['‘“\"]",
)
_SHORT_DEFINITION = _any(r"^\s*what(?:['’]?s| is| are) (?:an? |the )?['‘“\"]?[\w -]{2,40}['’”\"]?\s*\??$")
"""A definition where no council is named: "What is pre-proceedings?", but not "What are caseloads in Leeds?"."""
_ACROSS = _any(
    rf"\b(?:which|what|how many|any|all|other|the (?:two|three|four|five|six)) (?:of (?:these|the) )?(?:\w+ )?{_WHOLE}\b(?!['’]s)",
    rf"\bacross (?:the )?{_WHOLE}\b|\bwhere have inspectors\b|\beverywhere\b|\banywhere else\b",
    r"^\s*(?:so |and )?(?:where (?:has|have|had|is|are|was|were|did|do|does|else)|whose)\b",
    r"^\s*who(?:['’]?s| is| gets?| got| uses?| has| have| runs?| does| do) (?!in charge|the|responsible|running)",
)
_ONE_INSPECTION = _any(
    r"\b(?:what|which) (?:kind of |sort of |type of )?(?:inspection|visit)\b|\bwhat areas?\b|\bwhat (?:report|inspection)s? "
)
_LIST = _any(
    r"\b(?:recom+end?ations?|inspectors recommend(?:ed)?|priority (?:and immediate )?actions?|urgent actions?|improv\w*ment (?:list|points?|areas?))\b",
    r"\bto[- ]do list\b|\bareas? (?:for|to|of) improv\w*|\bto improve\b|\bputs? right\b|\bsort(?:ed)? out\b|\bdo better\b",
    r"\bwhat (?:should|must|needs?|do|does|did|are|is)\b.{0,50}\b(?:focus on|prioriti[sz]e|priorit(?:y|ies)|work on|concentrate on)\b",
    r"\bwhat (?:should|must|do) .{2,40}\bdo (?:before|ahead of|to (?:prepare|get ready) for) (?:the|our|its|their) (?:next |re-?)?inspection\b",
    r"\bstands? between .{2,30} and (?:good|outstanding)\b|\bwhat would it take .{0,40}\bto (?:be|become|get to|reach|move to) ",
    r"\bwhat (?:should|must|ought) .{2,50}\bhave done\b",
    rf"\b(?:ask|tell|want|expect|require|order|instruct)s? (?!me\b|us\b)(?:\S+ ){{1,5}}to (?:\w+ )?{_MEND}\b",
    rf"\b{_TELL} (?:\w+ ){{0,3}}to (?:\w+ )?{_MEND}\b(?! with\b)(?<!nothing to do)|\b(?:must|should|supposed to) (?:\w+ )?(?:fix|improve|sort)\b",
)
_OVER_TIME = _any(
    r"\bover (?:the years|time)\b|\b(?:each|every|across|compare the) inspections?\b|\beach time\b",
    rf"\b(?:each|every|all|both) (?:one )?(?:of )?(?:(?:the|its|their|our|\w+['’]s?) )?(?:{_COUNT} )?(?:inspections?|reports?)\b",
    rf"\bhow (?:many times|often) (?:has|have|had|was|were|did)\b.*\b{_GRADE_WORD}\b",
    rf"\b(?:has|have|had|is|are|was|were|did)\b.*\b{_GOT}\b",
    r"\bhow (?:has|have|did) .*\b(?:grades?|judgements?|ratings?|things) moved?\b",
    rf"\bhow (?!many|much|often)[^?]{{3,60}}\b{_GOT}\b|\bfrom (?:one|each) (?:inspection|report|visit)\b.*\bto\b",
    r"\b(?:any )?(?:better|worse|better off)\b.*\b(?:since|than|now)\b|\bsince 20\d\d\b|\bbetter or worse\b",
    r"\b(?:is|are) .{2,40}\b(?:getting|becoming) (?:any )?(?:better|worse)\b|\b(?:has|have) .{2,40}\bimproved\s*\??$",
    r"\bgone (?:backwards|downhill|up|down)\b|\bup or down\b|\bever\b|\bany better\b|\bget(?:ting)? (?:any )?better\b",
    rf"\b(?:has|have)\b.{{2,40}}\b(?:been|stayed|remained)\b {_GRADE_WORD}\b(?! (?:at|with|in|for) (?!long))",
    rf"\bfrom (?:an? )?{_GRADE_WORD} to {_GRADE_WORD}\b",
    r"\b(?:did|has|have) .{2,60}\b(?:come|came|gone?|went) (?:up|down)\b",
    r"\b(?:did|has|have) .{2,60}\b(?:fall(?:en)?|dropp?(?:ed)?|rise|risen|gr[eo]wn?|increased?|reduced?|shrunk)\s*\??$",
    r"\bfrom 20\d\d (?:through )?to\b|\b(?:story|history|journey) of\b",
    r"\b(?:last|latest|past) (?:two|three|four|five|2|3|4) (?:inspections|reports)\b|\bhow (?:have|has) .* (?:gone|done)\b",
)
_GRADE = _any(
    r"\b(?:grades?|graded|ratings?|rated|(?:inspectors|ofsted) rate|judged|judgements?|judgments?|verdict|score[ds]?)\b",
    r"\bhow did .{2,40} (?:do|get on|come out|fare)\b(?! (?:on|with|by)\b| at (?!its\b|the\b))",
    rf"\bwhat (?:made|got|led to)\b.*\b{_GRADE_WORD}\b",
    r"\bcouncils? (?:still )?requires? improvement\b(?! (?:in|to|with|on)\b)",
    rf"\bcouncils?\b.*\b(?:is|are|was|were|been|be|got|get)\b(?:(?! at\b| with\b).)*\b{_GRADE_WORD}\b(?! (?:at|with|in|for) (?!20|the moment|present|help and protection|adoption|care leavers|leader|children in care|looked[- ]after))",
    rf"\bhow many times\b.*\b{_GRADE_WORD}\b|\b(?:every|any) (?:single )?(?:area|bit|part)\b.*\b{_GRADE_WORD}\b",
    r"\b(?:came|come) out\b|\bmake of (?:it|them)\b|\boverall\b",
    r"\b(?:went|go|gone) (?:really |very |so |quite )?(?:well|badly|poorly)\b",
    rf"\b(?:which|what) (?:parts?|bits?|areas?|services?)\b.*\b{_GRADE_WORD}\b|\b(?:got|get|given|awarded) (?:an? )?{_GRADE_WORD}\b",
    r"\b(?:everything|anything|nothing|all of it)\b.*\b(?:outstanding|inadequate)\b|\bwhat did .{3,50} get(?: in\b|\?|$)",
    rf"\b(?:is|was|are|were) \w[\w -]{{2,30}} {_GRADE_WORD}(?: in 20\d\d| now| overall)?\s*\??$",
    r"\b(?:fail(?:ed|s)?|pass(?:ed)?|flunk(?:ed)?)\b.*\b(?:inspection|ofsted|20\d\d)\b|\bslip(?:ped)? to\b",
    rf"\b(?:dropp?(?:ed)?|f[ae]ll(?:en)?|slip(?:ped)?|downgraded) (?:to|from)\b(?: being)?(?: an?)? {_GRADE_WORD}\b",
    r"(?:^|[,;–-]|\b(?:and|or|so))\s*when\b.*\b(?:ofsted|inspect\w*|visit\w*)\b(?! (?:find|found|said|say))",
)
_MOVES = r"(?:improv|chang|deteriorat|declin|slip|progress|mov|stay|remain)\w*"
_CHANGE = re.compile(
    _MOVES + r"|thing|things|service|services|get|gets|getting|got|become|"
    r"becoming|gone|going|go|went|back|backwards?|forwards?|downhill|uphill|up|down|overall|made|making|make|situation|"
    r"doing|done|performance|children['’]?s?|s|care|social|whole|general|ever",
    re.IGNORECASE,
)
_GRADE_LEFTOVERS = frozenset(
    """grade grades graded rating rate rated ratings judged judgement judgements judgment overall outstanding good adequate
    inadequate requires require improvement failed fail fails failing pass passed verdict inspection inspected ofsted
    inspectors last latest came come out went go well really badly everything anything part parts bits services slip
    slipped children's childrens service council year kind sort make made when which did does got get given did still
    time each cost lost lose times many single every rating up down before after s moved go from area areas send sen outcome worst best""".split()
)
_HOW_OFTEN_GRADED = _any(rf"^\s*how many times\b.*\b{_GRADE_WORD}\b")
_EVER = _any(r"\b(?:did|has|have|had)\b.{2,40}\bever\b(?! been used)")
_HOW_MANY = _any(rf"^\s*how (?:many|long|much|quick\w*)\b(?! (?:of (?:these|the) )?{_WHOLE})")
_SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("over time", _HOW_OFTEN_GRADED),
    ("over time", _EVER),
    ("fact", _HOW_MANY),
    ("across councils", _ACROSS),
    ("list", _LIST),
    ("definition", _DEFINITION),
    ("over time", _OVER_TIME),
    ("grade", _GRADE),
)
"""What marks each sort; the first that fits is taken."""
_SEVERAL = _any(
    r"\b(?:ways|things|points|strengths|weaknesses|problems|reasons|concerns|failings|examples|list|all the)\b",
    r"\b(?:going|doing|went) (?:well|wrong|right)\b|\bwhy\b.*\b(?:judged|fail|inadequate|good)\b",
    r"^\s*(?:and )?(?:what|how) about\b|\bwhat did (?:\w+ ){1,3}(?:say|find|think|report) (?:about|on|of)\b",
)
_STRENGTHS = _any(
    r"\b(?:strengths?|good points|strong points|going well|doing (?:well|right)|positives|did well|praise\w*)\b"
)
_WHY = _any(r"\b(?:why|how come|what (?:cost|made|led|caused|got)|reasons?|explain)\b")
_FIGURE = _any(
    r"\bhow (?:many|few|long|much|often|big an?|high|low|large)\b(?! (?:of (?:these|the) )?(?:councils|reports))",
    r"\b(?:what|the) (?:percentage|proportion|share|figure|number|rate|average|size)\b|\b(?:figure|number|per cent)\s*\?",
)
_GRADE_WORDS: dict[str, Grade] = {
    "outstanding": "outstanding",
    "good": "good",
    "requires improvement": "requires improvement",
    "adequate": "adequate",
    "inadequate": "inadequate",
}
_CLAUSE = re.compile(
    r",?\s*\bwhen (?:it|they|the council|services) (?:(?:was|were|got|became|had been|is|are) (?:\w+ )?)?"
    r"(?P<grade>outstanding|good|requires improvement|adequate|inadequate|failed|failing)\b",
    re.IGNORECASE,
)
_AREAS: dict[Area, re.Pattern[str]] = {
    "care_leavers": _any(r"\bcare leavers?\b|\bleaving care\b|\bleft care\b|\bcare[- ]experienced\b"),
    "adoption": _any(r"\badopti(?:on|ve)\b|\badopters?\b|\badopted (?:children|kids)\b"),
    "lscb": _any(r"\blscb\b|\bsafeguarding (?:children )?board\b"),
    "help_and_protection": _any(r"\bhelp and protection\b"),
    "children_in_care": _any(
        r"\b(?:children|kids|youngsters|young people) (?:(?:who )?(?:are|were|is) )?(?:currently |still )?in (?:foster )?care\b"
        r"(?! leavers?\b)",
        r"\blooked[- ]after (?:children|kids|young people)\b|\b(?:children|kids|young people) looked after\b",
        r"(?<!private )\bfoster(?:ing| (?:care(?:rs?)?|children|kids|famil(?:y|ies)|homes?|placements?))\b",
    ),
    "leaders": _any(r"\bleader(?:s|ship)\b|\bwho (?:leads|led)\b|\b(?:in charge|running things)\b(?! of)"),
}
_KINDS: dict[ReportKind, re.Pattern[str]] = {
    "area SEND": _any(
        r"(?-i:\bSEND\b)|\bsend (?:inspection|report|children|kids|services?|pupils)\b|\bsen\b(?! \d)|\bspecial educational\b|\behc(?:p|ps| plans?)\b|\beducation, health and care\b"
    ),
    "ILACS": _any(r"\bilacs\b"),
    "SIF": _any(r"\bsif\b|\bsingle inspection framework\b"),
    "looked after children": _any(
        r"\b(?:looked after children|children looked after) inspections?\b|\binspections? of (?:its )?looked after children\b"
    ),
    "monitoring visit": _any(r"\bmonitoring (?:visit|letter)s?\b"),
    "focused visit": _any(r"\bfocused visits?\b"),
}


def find_sort(text: str, councils: int, periods: int = 0) -> Sort:
    """The sort of answer a question wants; `councils` and `periods` are how many of them it names."""
    if find_beyond(text):
        return "beyond"
    if councils > 1:
        return "across councils"
    across = councils == 0 and not _ONE_INSPECTION.search(text)
    sorts: list[Sort] = [
        sort for sort, pattern in _SORTS if pattern.search(text) and (sort != "across councils" or across)
    ]
    if councils == 0 and not {"fact", "across councils", "list"} & set(sorts) and _SHORT_DEFINITION.search(text):
        return "definition"
    found: Sort = sorts[0] if sorts else "fact"
    if found == "grade" and not asks_for_grade(text):
        found = "fact"
    if periods > 1 and found in ("fact", "grade"):
        return "over time"
    return found


def asks_for_grade(text: str) -> bool:
    """True if a question asks how something was judged, and not for something else in a report that was judged so."""
    if not _GRADE.search(text):
        return False
    rest = re.sub("|".join(pattern.pattern for pattern in _AREAS.values()), " ", text, flags=re.IGNORECASE)
    rest = re.sub(r"(?<=\S )[A-Z][\w-]*", " ", rest)  # names
    return len([word for word in content_words(rest) if word not in _GRADE_LEFTOVERS and not word.isdigit()]) <= 3


def tells_of_change(word: str) -> bool:
    """True for a word such as "changed", which asks to compare and is no matter of its own."""
    return re.fullmatch(_MOVES, word, re.IGNORECASE) is not None


def asks_of_the_whole(topic: str) -> bool:
    """True if nothing but change is asked about, so that it is asked of all of a council's services.

    `topic` is the question without its councils and dates: "has it gone backwards?".
    """
    rest = re.sub(rf"\b{_GRADE_WORD}\b", " ", topic, flags=re.IGNORECASE)
    return all(_CHANGE.fullmatch(word) for word in telling_words(rest))


def asks_for_several(text: str) -> bool:
    """True if a question asks for more than one thing found: "the main ways", "what were the good points"."""
    return _SEVERAL.search(text) is not None


def asks_for_strengths(text: str) -> bool:
    """True if a question asks what inspectors found to be good."""
    return _STRENGTHS.search(text) is not None


def asks_for_figure(text: str) -> bool:
    """True if a question asks how many, how long or what share."""
    return _FIGURE.search(text) is not None


def asks_why(text: str) -> bool:
    """True if a question asks for the reasons of something."""
    return _WHY.search(text) is not None


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
