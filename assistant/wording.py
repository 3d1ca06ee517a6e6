"""How people word a follow-up: what they begin with, what points back, and which words are a subject of its own."""

import re
from collections.abc import Sequence

from assistant.dates import without_time
from assistant.reading import bare
from assistant.sorts import without_clause
from assistant.telling import telling_words


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_OPENER = _any(
    r"^(?:and|so|but|ok(?:ay)?|oh|ah|hm+|please|actually|also|then|thanks?(?: (?:you|a lot|so much|very much|again))*|"
    r"thank you(?: (?:so|very) much)?|cheers|ta|sorry|(?:no,? )?i meant?(?: to (?:ask|say))?|hello|hi|hey|anyway|"
    r"never ?mind(?: (?:that|it))?|forget (?:that|it|about (?:that|it))|scrap that|no|yes|yeah|yep|nope)"
    r"(?![\w'’-])[\s,.!;:–-]*",
    r"^(?:good|great|right|well|fine|sure|cool|perfect|brilliant|lovely|excellent|interesting|wait|got it|i see|"
    r"that['’]?s (?:all|great|good|helpful|useful|it|fine|interesting)|very (?:helpful|useful|good)|bye|goodbye|"
    r"good (?:morning|afternoon|evening)|that(?: was|['’]s)? (?:very |really )?(?:helpful|useful))"
    r"(?:[,.!;:]\s*|\s+[–-]\s*|\s*$)",
)
_CLOSER = _any(
    r"[,\s]+(?:please|pls|thanks?|thank you|cheers|then|too|as well|instead|"
    r"(?:do|does|did|is|are|was)n['’]?t (?:they|it))"
    r"(?=\s*[?.!]*$)"
)
_ABOUT = _any(r"^(?:what|how) about\b\s*", r"^(?:and|or)\b\s*", r"^(?:just|only)\b\s*")

INSPECTORS_THEY = _any(
    r"\b(?:they|inspectors) (?:\w+ )?(?:say|said|find|found|think|thought|report(?:ed)?|rated?|judged?|"
    r"mention(?:ed)?|write|wrote|recommend(?:ed)?|conclude[d]?|note[d]?|see|saw|make|made)\b",
)
"""Where "they" are the inspectors, who are never what a question is about."""
_PLACES = _any(
    r"\b(?:that|this|the same|those|these) (?:report|inspection|visit|letter|council|authority|area|place|year|"
    r"time|point|framework|period)s?(?:['’]s)?\b",
    r"\b(?:it|they) (?:was|were|is|are) (?:judged |rated |found )?(?:inadequate|outstanding|good)\b",
    r"\bthe one\b",
)
"""What points back at a council, a report or a time, and not at the subject."""
_IN_KIND = _any(
    r"\b(?:in|at|from|by|on) (?:the|its|their|that) (?:[\w-]+ ){1,3}?(?:report|inspection|visit|letter)s?\b"
)
"""What says in which report to look, and not what for: "and in the SEND report?"."""
_BACK = _any(r"\b(?:it|that|this|those|these|they|them|so|same|one|ones|either|neither|any of (?:it|them|those))\b")
WHY = _any(
    r"^(?:but )?(?:why|how come|for what reasons?|what for|on what grounds?)"
    r"(?: (?:not|so|is|was|were|are|did|does|do|has|have))?(?: (?:it|that|this|they|those|these))?"
    r"(?: (?:so|the case|happen(?:ed|ing)?|like that|that (?:bad|good)))?\s*\??$",
    r"^what (?:is|was|were|are) (?:the )?(?:reasons?|causes?)(?: (?:for|of) (?:that|this|it))?\s*\??$",
)
MORE = _any(
    r"\b(?:tell me|say|anything|any) more\b|\bgo on\b|\bmore (?:details?|on that|about (?:that|it))\b|^what else\b|"
    r"^anything else\b|\bexpand on\b|\bexplain (?:that|it|this)\b|\bare you sure\b|\bis that (?:right|it|all)\b",
    r"^(?:who|where|when) (?:said|says|does it say|do they say|did they say|was|is) (?:that|this|it|so)\b|^says who\b|"
    r"^(?:which|what) (?:report|inspection|paragraph|page|one|council) (?:is|was|does|did|says?|said) "
    r"(?:that|this|it)\b",
)
"""What asks for more of the same answer, or for where it stands."""
ANYWHERE = _any(
    r"\b(?:any|all|every|which|what|how many|the) (?:of the )?other(?:s\b|"
    r" (?:councils?|areas?|places?|authorit\w+|ones)\b)",
    r"\b(?:any(?:one|body|where)|every(?:one|body|where)|who|where|some(?:one|where)) else\b|\belsewhere\b",
    r"\b(?:across|in|for|at|about|among) (?:all|every|each)(?: (?:the|of the|of them))?"
    r"(?: (?:councils?|areas?|authorit\w+|places?))?\s*\??$",
    r"^(?:the )?others?\s*\??$|^(?:and )?(?:all|every) (?:the )?councils?\s*\??$|\beverywhere\b|\bnationally\b",
)
OTHERS = _any(r"\bothers?\b|\belse\b|\belsewhere\b")
OF_THEM = _any(
    r"\b(?:of|between) (?:them|those|these|the two|the three|both)\b|\bwhich (?:one|council) (?:is|was|has|does|did)\b|"
    r"^who(?:['’]s| is| was| does| did| has) (?:the )?(?:better|worse|best|worst|doing (?:better|worse|best))\b"
)
BESIDE = _any(
    r"(?:\b(?:than|against|versus|vs?\.?|next to|alongside)|\bcompar\w+(?: \w+){0,3}? (?:with|to|and)|^with)"
    r"\s+(?:(?:it is |they are )?(?:in|at|for) )?\0"
)
"""Before a council (here NUL) that is set beside the one in hand: "better than Leeds", "compare with Leeds"."""
OVERALL = _any(
    r"^(?:how|what)(?:['’]s|s| is| are| was) \0(?: like)?\s*\?*$", r"^(?:is|are|was) \0 (?:any )?good\s*\?*$"
)
"""A whole question about a council (here NUL), short as it is."""
THOSE_COUNCILS = _any(r"\b(?:they|them|both|those|these|each)\b")
SAME_TIME = _any(
    r"\b(?:that|the same|at (?:the|that)) (?:year|time|point|inspection)\b|\bback then\b|\bin those days\b"
)
PRESENT = _any(r"^(?:is|are|does|do|has|have|how['’]s|what['’]s|how (?:is|are|does|do)|what (?:is|are))\b")
STILL = _any(r"^(?:is|are|does|do|has|have)\b.*\bstill\b|\bstill (?:true|so|the case|like that|that bad|happening)\b")
LATER = _any(
    r"\bsince(?: then)?\s*[?.!]*$|\bsince then\b|\bafterwards\b|\bafter that\b|\bafter\s*[?.!]*$|^what next\b",
    r"\blater(?: on)?\s*[?.!]*$|\bwhat (?:has )?happened (?:next|after\w*|since|later)\b|^then\s*\?*$",
)
GONE_ON = _any(r"^what (?:has |have )?(?:happened|changed|become)\b|\bsince then\b")
"""What makes a question with a subject of its own one about later: "supported afterwards" says it of children."""
NEXT = _any(
    r"\bthe (?:next|following) (?:(?:ofsted |full )?(?:one|inspection|report)|(?:monitoring|focused) visit)\b",
    r"\bthe (?:one|inspection|report) after\b|^(?:the )?next(?: one| time)?\s*\?*$",
)
BETTER = _any(
    r"^(?:has|have|had|did|was|were|is|are)\b.*\b(?:it|that|this|they|things|those|them)\b.*"
    r"\b(?:chang\w*|improv\w*|better|worse|moved|got(?:ten)? any)\b(?!.*\bthan\b)",
    r"^(?:any )?(?:better|worse|change|improvement|progress)s?(?: since)?\s*\?*$",
)
ALWAYS = _any(
    r"\balways\b|\bhow long has (?:it|that|this)\b|\bever been\b|\bover (?:time|the years)\b|\bhistorically\b",
    r"\b(?:each|every) (?:time|inspection|report|year)\b|\bhow has (?:it|that|this) changed\b|\bthrough the years\b",
    r"^all (?:of (?:them|those|it)|(?:the |of the )?(?:inspections|reports|years))\s*\?*$",
)
FIXED = _any(
    r"\b(?:fix(?:ed)?|sort(?:ed)?|put|mend(?:ed)?|resolved?|address(?:ed)?|done?|deal(?:t)? with|act(?:ed)? on|"
    r"tackled?|implement(?:ed)?|follow(?:ed)?) (?:up )?(?:on )?(?:it|that|this|them|those|these)"
    r"(?: (?:up|out|right|all|yet))*\b",
    r"\b(?:was|were|is|are|has|have|had) (?:(?:all|any|some|most) (?:of )?)?(?:it|that|this|they|them|those|these)"
    r"(?: (?:been|got|all|ever))* (?:fixed|sorted|resolved|addressed|put right|dealt with|acted on|done)(?: out)?\b",
    r"\bwhich of (?:those|these|them)\b.*\bstill\b",
)
"""What asks whether that which was found wrong was put right."""
SOCIAL_CARE = _any(r"\bsocial care\b|\bchildren['’]?s services inspection\b|\bmain inspection\b")
ASKS_ANEW = _any(
    r"\b(?:do|does|doing|done) (?:\w+ ){1,2}about (?:it|that|this|them|those)\b",
    r"^(?:how (?:many|much|often|long|quickly)|when|who|where|which|what (?:did|do|does|share|proportion))\b",
)
NEW_THREAD = _any(r"^how (?:do|can|should) i\b")

_FRAME = frozenset(
    """compare comparison compared contrast only just sorry meant mean question questions no yes actually
    instead go going back ok okay right too also well another anyone anybody everyone everybody everywhere
    elsewhere somewhere all across over under first earliest oldest previous prior following ago always been
    like true case forget turn please show see look want know again story thing things stuff situation position
    picture boat people place places regarding respect terms both either neither them they between versus
    against vs happening happens next visit visits years ever historically sure detail details expand explain
    page paragraph nationally nearby reasons reason grounds was were there here areas area authority authorities
    try doing improve improved improvement progress change changed any anything latest problem problems issue
    issues came same it switch move way""".split()
)
"""Words that a follow-up is made of, and that name no subject of their own."""
_REAL = frozenset(
    "problem problems issue issues visits improve improvement progress doing people any areas places".split()
)
"""Of those, the words that are a subject unless they point back: "the same problem", but "what are the problems?"."""
_POINTED = _any(
    r"\b(?:same|that|this|those|it|such|a|any) (?:a |the )?(?:problems?|issues?|improvements?|progress)\b|"
    r"\bhow (?:is|are|was) .{0,25}\bdoing (?:on|at|with) (?:it|that)\b"
)


def without_openers(text: str) -> str:
    """The text without what opens or closes a turn politely: "" for "OK, thanks!"."""
    plain = text.strip()
    while (shorter := _OPENER.sub("", plain, count=1).strip()) != plain:
        plain = shorter
    return _CLOSER.sub("", plain).strip() if plain else ""


def is_small_talk(text: str) -> bool:
    """True for a turn that asks nothing: "Thanks!", "OK", "Never mind"."""
    return not without_openers(text).strip(" ?.!")


def subject(text: str) -> str:
    """A follow-up without the words that lead to its subject: "care leavers?" of "And what about care leavers?"."""
    plain = without_openers(text)
    while (shorter := _ABOUT.sub("", plain, count=1)) != plain:
        plain = shorter
    return plain


def own_words(text: str, councils: Sequence[str]) -> list[str]:
    """The words of a follow-up that name a subject of its own, lower case, in order."""
    plain = without_clause(without_openers(text))
    pointed = _POINTED.search(plain) is not None
    for pattern in (FIXED, MORE, WHY, INSPECTORS_THEY, _PLACES, _IN_KIND, _POINTED):
        plain = pattern.sub(" ", plain)
    words = telling_words(bare(without_time(plain), councils))
    return [word for word in words if len(word) > 1 and (word not in _FRAME or (word in _REAL and not pointed))]


def points_back(text: str) -> bool:
    """True if a follow-up points at the subject before it: "it", "them", "the same", "one"."""
    plain = without_openers(text)
    for pattern in (INSPECTORS_THEY, _PLACES):
        plain = pattern.sub(" ", plain)
    return _BACK.search(without_time(plain)) is not None


def is_phrase(text: str) -> bool:
    """True if a follow-up is no sentence but a few words: "And care leavers?", "what about housing?"."""
    return (
        re.search(
            r"\b(?:is|are|was|were|do|does|did|has|have|had|can|will|what|how|who|why|where|which|when)\b",
            subject(text),
            re.IGNORECASE,
        )
        is None
    )
