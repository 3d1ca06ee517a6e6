"""One wording for what can be said in several: phrases and words that say the same in reports and in plain English.

Both a sentence and its source are put so before they are laid beside each other. Every entry must be safe in both
directions, whatever stands around it: "frequently" for "often", never "regularly", which promises more; never "offered"
for "given".
"""

import re

_BE = "(?:is|are|was|were|be|been|being)"
_PHRASES: tuple[tuple[str, str], ...] = (
    # Whom and what it is about.
    (r"children and young people|young people|youngsters|kids", "children"),
    (
        (
            r"looked[- ]after children|children looked after|children who are looked after|cared[- ]for children|"
            r"children in (?:our|the council['’]s|the local authority['’]s) care"
        ),
        "children in care",
    ),
    (r"(?:local|county|city|borough) (?:authority|council)", "council"),
    (r"brothers and sisters", "siblings"),
    (r"across the (?:whole )?country|in the country as a whole|at (?:a )?national level", "nationally"),
    (r"members? of staff", "staff"),
    (r"partner (?:agencies|organisations)", "partners"),
    (r"elected members", "councillors"),
    (r"within|inside", "in"),
    # How many, how often, how much.
    (r"the (?:vast )?majority of", "most"),
    (r"a (?:small|limited) number of|a small minority of", "a few"),
    (r"a (?:large|significant|considerable|high) number of|large numbers of|a lot of|lots of", "many"),
    (r"almost all", "nearly all"),
    (r"a number of", "several"),
    (r"a (?:wide|broad|diverse) (?:range|variety) of", "a wide range of"),
    (r"a (?:range|variety) of", "various"),
    (r"not (?:yet )?consistently", "not always"),
    (r"do(?:es)?(?: not|n['’]t) consistently", "not always"),
    (r"inconsistently", "not always"),
    (r"at times|on occasions?|occasionally", "sometimes"),
    (r"frequently", "often"),
    (r"on a regular basis", "regularly"),
    (r"in a (?:timely|prompt) (?:manner|way|fashion)|in good time|on time", "timely"),
    (r"without delay", "promptly"),
    (r"in a (?P<how>\w{4,}) (?:manner|way|fashion)", "{how}"),
    (r"at an early stage", "early"),
    (r"too soon to|(?<=too early )to (?:judge|assess|tell|say|see|measure)", "to evaluate"),
    (r"not enough|too few|too little|inadequate (?:numbers? of|amounts? of)", "insufficient"),
    (r"(?:do|does|did)(?: not|n['’]t) (?P<verb>have|get|receive|provide|place|put|give) enough", "{verb} insufficient"),
    (r"(?:lacks?|lacked|lacking|a lack of) (?:sufficient|enough|adequate)", "have insufficient"),
    # What can and cannot be.
    (r"(?:(?:is|are|was|were|be|being) )?(?:unable|not able) to|can ?not|can['’]t|could not|couldn['’]t", "cannot"),
    (r"(?:is|are|was|were) able to", "can"),
    (r"(?:make|makes|making|made) (?:sure|certain)", "ensure"),
    (r"(?:in order|so as) to", "to"),
    (r"so that", "to ensure"),
    (r"in an (?:effort|attempt) to|with the (?:aim|intention) of", "aim to"),
    # What follows from what.
    (
        (
            r"(?:as a (?:result|consequence)|consequently|therefore|hence|thus|(?:and )?so),|"
            r"(?:this|which|it) (?:means|meant)(?: that)?|meaning(?: that)?|"
            r"(?:and )?(?:as a (?:result|consequence)|consequently|therefore|hence|thus)"
        ),
        "consequently",
    ),
    (r"(?<=, )so(?! (?:much|many|far|few|little|long|called|on|doing|that)\b)", "consequently"),
    (r"(?:lead|leads|leading|led) to|(?:result|results|resulting|resulted) in", "causes"),
    (r"due to|owing to|on account of|as a result of|because of", "because"),
    (r"in spite of", "despite"),
    (r"even though|though|whilst|while", "although"),
    (r"such as|for instance|for example|e\.g\.", "including"),
    (r"as well as|along with|together with|in addition to", "and"),
    (r"instead of|and not on", "rather than"),
    (r"in (?:relation|respect|regard) (?:to|of)|with (?:regard|respect) to|regarding", "about"),
    (r"(?:as )?compared (?:with|to)|in comparison (?:with|to)|against(?= \d)", "compared with"),
    # What is done.
    (r"(?:brought|bring|brings|bringing) in(?= (?:a|an|the|new|more)\b)|put(?:ting)? in place", "introduce"),
    (r"set(?:ting)? up|established", "establish"),
    (r"carr(?:y|ies|ied|ying) out", "undertake"),
    (rf"(?P<be>{_BE}) (?:done|finished)", "{be} completed"),
    (r"(?:take|takes|took|taken|taking) place", "happen"),
    (r"(?:take|takes|took|taken|taking) part in", "participate in"),
    (
        r"(?:go|goes|went|going) to(?= (?:all |key |their |these |most |some )?(?:meetings?|school|college|reviews?))",
        "attend",
    ),
    (r"(?:find|finds|found) out about", "learn about"),
    (r"(?:work|works|worked|working) (?:well |effectively |closely )?together", "collaborate"),
    (r"in close (?:partnership|collaboration|co-?operation) with", "closely with"),
    (r"joined[- ]up", "coordinated"),
    (r"(?:get|gets|got|getting|become|becomes|became|becoming) better", "improve"),
    (r"(?:get|gets|got|getting|become|becomes|became|becoming) worse", "deteriorate"),
    (r"make(?:s)? up|made up(?= \d)|represent(?:s|ed)?(?= \d)", "account for"),
    (r"waiting for|waiting to be|awaiting", "await"),
    (r"(?:extended|prolonged|lengthy) periods?|long time", "long period"),
    (r"under ?way", "in progress"),
    (r"at the request of", "requested by"),
    (r"asked for", "requested"),
    (r"per cent", "percent"),
    (r"before (?:being|they (?:are|were)|(?:he|she|it) (?:is|was))", "before"),
    (r"(?<=to )access|accessing|obtaining", "get"),
    (r"get(?:s|ting)? (?:help|support) to", "helped to"),
    (r"transition(?:s|ing)? (?:to|into)|mov(?:e|es|ing)(?: on)? (?:to|into)", "move to"),
    (r"go(?:es)? well", "work well"),
    (r"(?:do|does|did)(?: not|n['’]t) like", "dislike"),
    (r"struggl(?:e|es|ed|ing) to|(?:find|finds|found|finding) it (?:difficult|hard) to", "struggle to"),
    (r"(?:is|are|was|were) (?:well )?aware of", "know"),
    (r"in charge of", "responsible for"),
    # What it is not.
    (r"not (?P<un>clear|suitable|safe|stable|available|aware|necessary|satisfactory)", "un{un}"),
    (r"not (?P<in>effective|appropriate|consistent)", "in{in}"),
    # When, and from how many.
    (r"(?:every|each) month", "monthly"),
    (r"(?:every|each) week", "weekly"),
    (r"(?:every|each) year|annually", "yearly"),
    (r"over(?= \d)", "more than"),
    (r"approximately|roughly|around(?= \d)", "about"),
    # What says nothing of its own.
    (r"(?:in|for) the (?:main|most part)|by and large|on the whole", "mostly"),
    (r"(?:however|in addition|additionally|furthermore|moreover|nevertheless|nonetheless),?", ""),
    (
        (
            r"(?:experienc(?:e|es|ed|ing)|fac(?:e|es|ed|ing)|encounter(?:s|ed|ing)?)"
            r"(?= (?:\w+ ){0,2}(?:delays?|difficult\w*|barriers?|problems?|drift|assessments?|changes?|moves?|gaps?)\b)"
        ),
        "have",
    ),
    (r"(?:incidents?|instances?|occurrences?) of", ""),
    (r"(?:it|this) (?:is|was|has been) (?:acknowledged|noted|clear|evident|apparent) that", ""),
    (r"at the time of the (?:inspection|visit)", "during the inspection"),
)
"""What may be said for each phrase; a whole word at either end, in any case. The first that fits is taken."""
SAME = (
    "children child",
    "council authority",
    "quickly promptly swiftly rapidly speedily fast quick swift rapid",
    "timely prompt",
    "begin start commence initiate began begun",
    "enough sufficient adequately sufficiently",
    "insufficient insufficiently",
    "robust strong",
    "poor weak",
    "provide give gave given giving provision",
    "appropriate suitable",
    "identify recognise identification recognition",
    "receive get got receipt",
    "undertake conduct undertook undertaken perform",
    "use utilise using",
    "complete finish completion",
    "live living reside",
    "show demonstrate shown",
    "increase rise rose risen",
    "reduce decrease reduction",
    "help support assist aid assistance",
    "happen occur happened",
    "difficult hard difficulty",
    "not cannot",
    "most majority",
    "percent %",
    "every each",
    "seldom rarely",
    "potential possible",
    "remain stay",
    "wait await",
    "see saw seen",
    "take took taken taking",
    "make made making",
    "hold held",
    "meet met",
    "find found",
    "know knew known",
    "grow grew grown growth",
    "fall fell fallen",
    "bring brought",
    "build built",
    "spend spent",
    "speak spoke spoken talk",
    "write wrote written",
    "choose chose chosen choice choosing",
    "lose lost loss",
    "keep kept",
    "hear heard",
    "send sent",
    "teach taught",
    "worsen deteriorate deterioration",
    "improve better improvement",
    "previous earlier prior",
    "former past",
    "conversation discuss discussion",
    "very highly",
    "mother mum",
    "father dad",
    "accommodation housing",
    "collect gather",
    "recruit hire recruitment",
    "helpful useful",
    "impact effect",
    "thorough comprehensive",
    "personnel staff",
    "chance opportunity",
    "goal objective",
    "opinion view",
    "consider consideration",
    "assess assessment",
    "evaluate evaluation",
    "manage management",
    "intervene intervention",
    "collaborate collaboration collaborative",
    "progress progression",
    "develop development",
    "engage engagement",
    "involve involvement",
    "refer referral",
    "respond response",
    "deliver delivery",
    "communicate communication",
    "oversee oversight oversaw overseen",
    "analyse analysis",
    "prepare preparation",
    "protect protection",
    "decide decision",
    "agree agreement",
    "participate participation",
    "understand understanding understood",
    "prioritise priority",
    "dislike disliked",
    "main principal",
    "stable stability",
    "vary varied variable variation",
    "differ difference",
    "delay delayed",
    "family families",
    "request requested",
    "highlight emphasise",
    "additional further extra",
    "large big",
    "wholly entirely completely fully",
    "clear clarity",
    "consistent consistency",
    "frequent often",
    "also additionally",
    "attend attendance",
    "monitor monitoring",
    "train training",
    "job employment",
    "confident confidence",
    "vacancy vacancies",
)
"""Words that say one thing, and the forms of one word that its endings do not show. Each pair is safe in both
directions."""

_ANY = "|".join(f"(?P<said{at}>{said})" for at, (said, _plain) in enumerate(_PHRASES))
_SAID = re.compile(rf"(?<![\w-])(?:{_ANY})(?![\w-])", re.IGNORECASE)
_SHORT_FORM = re.compile(r"\s*\([A-Z]\w*[A-Z]s?\)")
"""What follows a term in brackets: "alternative provision (AP)"."""


def in_plain_words(text: str) -> str:
    """The text with every phrase that has a plain wording in that."""
    return " ".join(_SAID.sub(_replace, _SHORT_FORM.sub("", text)).split())


def _replace(found: re.Match[str]) -> str:
    which = next(name for name, value in found.groupdict().items() if value is not None and name.startswith("said"))
    named = {name: value for name, value in found.groupdict().items() if value is not None}
    return _PHRASES[int(which.removeprefix("said"))][1].format(**named)
