"""What inspection reports never hold: money, the future, people's names, other services, a council's own plans."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_BEYOND = {
    "money": _any(
        r"\bhow much (?:more |money )?(?:does|do|did|is|was|has|have|will|would|it)\b.*"
        r"\b(?:pay|paid|costs?|spen[dt])\b",
        r"^\s*what (?:does|do|did) .{2,40} (?:spend|pay) (?!.*\btime\b)",
        r"\b(?:budgets?|salary|salaries|price of)\b|\bwhere will the money\b|\bhow much .* (?:budget|money)\b",
    ),
    "the future": _any(
        r"\b(?:when|what date|which date)\b.*\b(?:next|will)\b.*\binspect",
        r"\bnext (?:ofsted )?inspection\b.*\b(?:due|date|when|be)\b|\bwhen is (?:the|our|its) next\b",
        r"\bwill (?:they|it|the council|we|ofsted|\w+)\s+(?:\w+\s+)?(?:improve|be|get|inspect|pass|fail)\b",
        r"\b(?:over|in) the (?:next|coming) (?:\w+ )?(?:years?|months?)\b",
        r"\bwhen (?:will|is|are|do|does) (?:ofsted|(?:the )?inspectors)\b.*\b(?:back|return\w*|again|next|coming)\b",
    ),
    "named people": _any(
        r"\bname of (?:the|that|a) (?:child|girl|boy|baby|family|mother|father|parent|social worker|young person)",
        r"\bwho(?:['’]?s| is| are| was)? (?:the )?(?:lead|responsible|contact) (?:officer|person)\b",
        r"\bwho(?:['’]?s| is| was) (?:the |our |their |its )?(?:\w+ )?(?:director|dcs|chief executive|lead member|"
        r"portfolio holder|head of service|principal social worker|chair)\b(?! (?:responsible|accountable))",
        r"\b(?:which|what) (?:councillor|cabinet member|elected member|officer|person)\b (?!responsible)",
        r"\bwho (?:was|is|were) the (?:child|girl|boy|baby|family|victim)\b",
        r"\b(?:e-?mail(?: address)?|phone number|telephone number|home address|postcode)\b",
        r"\b(?:what(?:['’]?s| is| was)|give me|tell me) the name of\b",
    ),
    "other services": _any(
        r"\b(?:bin collections?|bins|recycling|potholes?|bus(?:es)? (?:routes?|times?|timetables?|fares?)|parking|"
        r"planning permission|street ?lights?|gritting|leisure cent(?:re|er)s?|swimming pools?|rubbish|refuse|"
        r"librar(?:y|ies) (?:open|clos)\w*|(?:hip|knee|heart|cataract) (?:operations?|replacements?|surgery))\b"
    ),
    "the council's own plans": _any(
        r"\bwhat(?:['’]s| is| are) in \w[\w-]*['’]s (?:action|improvement) plan\b",
        r"\b(?:our|the council['’]s|their|its)(?: own)? (?:targets?|action plan|improvement plan)\b",
        r"\bwhat (?:is|are) (?:\w+ ){1,3}(?:planning|going|intending) to do\b.*\bnext (?:year|month|term)\b",
        r"\bwhat (?:is|are) (?:the council|we) (?:planning|going) to\b",
    ),
    "what follows from a grade": _any(
        r"\bwhat (?:happens|(?:would|will|could|can|might) happen|are the consequences)\b.*"
        r"\b(?:inadequate|requires? improvement|fail(?:s|ed)?|bad (?:report|inspection))\b",
    ),
}
"""How each is asked for."""


def find_beyond(text: str) -> str:
    """What a question asks for that inspection reports never hold ("money"); "" where it does not."""
    return next((name for name, pattern in _BEYOND.items() if pattern.search(text)), "")
