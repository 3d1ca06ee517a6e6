"""What people say, put as inspectors write it."""

import re

_OUT_OF_HOURS = "out-of-hours emergency duty team"
_EVERYDAY = (
    (r"(?:who have|with) (?:kids|children|babies) of their own|young (?:mums|dads|parents)", "who are parents"),
    (r"kids?|youngsters?", "children"),
    (r"teens|teenagers?|youths?", "children aged 16 and 17"),
    (r"(?:decent |good |proper )?(?:place|somewhere|places) to live|housing", "suitable accommodation"),
    (r"(?:chucked|thrown|kicked) out of (?:their|the) homes?", "evicted from their homes"),
    (r"chucked out of school|thrown out of school|kicked out of school", "excluded from school"),
    (r"moan(?:ed|s|ing)?|grumbl(?:ed|es|ing)", "criticism"),
    (r"bosses|boss|people at the top|top brass|those in charge|in charge|management team", "senior leaders"),
    (r"temps|temporary (?:staff|workers)|locums?", "agency staff"),
    (r"brand[- ]new|inexperienced|rookie", "newly qualified"),
    (r"overloaded|overworked|overstretched|stretched|swamped|too busy", "with caseloads that are too high"),
    (r"too much work|too many cases", "caseloads that are too high"),
    (r"workloads?", "caseloads"),
    (r"in (?:prison|jail)|behind bars|locked up", "in custody"),
    (r"with nowhere to live|with no home|sofa[- ]surfing|on the streets", "who are homeless"),
    (r"b ?(?:&|and) ?bs?", "bed and breakfast accommodation"),
    (r"(?:placed |living )?with (?:relatives|family) or friends|kinship carers?", "with connected carers"),
    (r"1-2-1|1:1|one[- ]to[- ]one", "one-to-one"),
    (r"(?:own |their )?(?:figures|statistics|stats)", "performance data"),
    (r"(?:it|computer) systems?", "electronic recording system"),
    (r"running away|run away|ran away", "going missing"),
    (r"grooming|groomed", "child sexual exploitation"),
    (r"letting down|let down", "not supporting well enough"),
    (r"turning up to|turn up to|turned up to", "attending"),
    (r"hold of|keeping an eye on|keep an eye on|watch over", "monitoring"),
    (
        r"weren['’]?t working or studying|not working or studying|out of work",
        "not in education, employment or training",
    ),
    (r"moved? around|moving around", "placement moves"),
    (r"staff turnover|staff leaving|keep(?:ing)? staff", "workforce stability"),
    (r"listened to", "listened to, with their views heard"),
    (r"councillors", "elected members"),
    (r"s\.? ?20", "section 20"),
    (r"lac", "looked after children"),
    (r"uascs?", "unaccompanied asylum-seeking children"),
    (r"neets?", "not in education, employment or training (NEET)"),
    (r"ehcps?", "education, health and care (EHC) plans"),
    (r"cse", "child sexual exploitation (CSE)"),
    (r"iros", "independent reviewing officers (IROs)"),
    (r"rhis", "return home interviews (RHIs)"),
    (r"plo", "public law outline (PLO) pre-proceedings"),
    (r"mash", "multi-agency safeguarding hub (MASH)"),
    (r"lado", "local authority designated officer (LADO)"),
    (r"artificial intelligence", "artificial intelligence (AI)"),
    (r"dads?", "fathers"),
    (r"mums?", "mothers"),
    (r"(?:seeing|see|getting to|get to|go(?:ing)? to) (?:the|a) dentists?|dentists?", "dental checks"),
    (r"home[- ]?school(?:ed|ing|ers?)?|taught at home|school(?:ed|ing) at home", "elective home education"),
    (
        r"(?:the )?(?:night[- ]?time|nights?|evenings?)(?: (?:and|or) | ?/ ?)weekends?(?: (?:emergency|team|cover))*",
        _OUT_OF_HOURS,
    ),
    (
        r"(?:outside|out[- ]of)[- ](?:office[- ])?hours(?: (?:emergency|duty|social work|team|service|cover))*",
        _OUT_OF_HOURS,
    ),
    (r"after hours", _OUT_OF_HOURS),
    (r"fgm", "female genital mutilation (FGM)"),
    (r"brothers and sisters", "siblings, brothers and sisters,"),
    (r"grandparents|grandmas?|nans?|relatives", "family members and connected carers"),
    (r"(?:the )?judges", "the courts and judiciary"),
    (r"taxis?", "transport"),
    (r"booze|drink(?:ing)?", "alcohol misuse"),
    (r"wi-?fi|broadband", "Wi-Fi or internet access"),
    (r"uni", "university"),
    (r"jobs?", "employment"),
    (r"phone calls|tip[- ]offs?", "contacts and referrals"),
    (r"stabbings?|knives", "knife crime"),
    (r"off sick", "sickness absence"),
    (r"sacked|fired", "dismissed"),
    (r"can['’]?t claim benefits|immigration status", "no recourse to public funds"),
    (r"argu(?:e|ing) over|fall(?:ing)? out over|row(?:s|ing)? over|disputes? (?:over|about)", "disagreements about"),
    (r"clued[- ]up (?:on|about)|up to speed (?:on|with)", "knowledgeable about"),
    (r"got too much on|too much on|snowed under|run off their feet", "caseloads that are too high"),
    (r"keep(?:ing)? famil(?:y|ies) together", "support on the edge of care to keep children with their families"),
    (r"medicals|health checks?", "health assessments"),
    (
        r"pulled up (?:on|for|because|over)?|told off (?:for|about)|slated|slammed|hauled over the coals",
        "criticised for",
    ),
    (r"toddlers?|babies|newborns?", "babies and young children"),
    (r"bunk(?:ing)? off|truant(?:s|ing)?|skip(?:ping)? school", "not attending school"),
    (r"killed|murdered", "died, with serious case reviews"),
    (r"cutbacks?|money troubles?|short of money", "financial pressures"),
)
"""What people say, and how inspectors write it. Each stands for a whole word or phrase, in any case."""


_SAID = re.compile(
    "|".join(rf"(?<![\w(])(?P<said{at}>{said})(?![\w)])" for at, (said, _written) in enumerate(_EVERYDAY)),
    re.IGNORECASE,
)


def in_inspectors_words(text: str) -> str:
    """The text with what people say put as inspectors write it, so that a cross-encoder compares like with like."""
    return _SAID.sub(lambda found: _EVERYDAY[int((found.lastgroup or "said0").removeprefix("said"))][1], text)
