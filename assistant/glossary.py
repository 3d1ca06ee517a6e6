"""The sector's terms: what each means in our own words, and the other names under which reports write it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its names, the plainest first, and what it means ("" where the name says it)."""

    names: tuple[str, ...]
    meaning: str = ""


GLOSSARY = (
    Term(
        ("multi-agency safeguarding hub", "MASH", "front door", "first contact"),
        "The team that receives concerns about children and decides what happens next; several agencies sit together.",
    ),
    Term(
        ("section 20", "s20", "s.20", "voluntarily accommodated", "voluntary accommodation"),
        "The part of the Children Act 1989 under which a child comes into care with the parents' agreement.",
    ),
    Term(
        ("public law outline", "PLO", "pre-proceedings", "letter before proceedings"),
        "The steps a council and a court follow when care proceedings are being considered or begun.",
    ),
    Term(
        ("designated officer", "LADO", "local authority designated officer", "allegations against professionals"),
        "The officer who oversees concerns about adults who work with children.",
    ),
    Term(
        ("education, health and care plan", "EHCP", "EHC plan", "education, health and care plans", "EHCPs"),
        "The legal document that sets out the support for a child with special educational needs or a disability.",
    ),
    Term(
        ("unaccompanied asylum-seeking children", "UASC", "separated migrant children", "asylum-seeking"),
        "Children who come to this country without a parent or guardian and ask for asylum.",
    ),
    Term(
        ("not in education, employment or training", "NEET", "not working or studying"),
        "Young people who are in neither school, college, work nor training.",
    ),
    Term(
        ("independent reviewing officer", "IRO", "independent reviewing officers", "IROs"),
        "The officer who checks that the plan for a child in care is right and is followed.",
    ),
    Term(
        ("children in care", "looked after children", "children looked after", "LAC", "CLA"),
        "Children for whom the council has taken over the parents' duties, by court order or by agreement.",
    ),
    Term(
        ("child sexual exploitation", "CSE", "sexual exploitation"),
        "A form of abuse in which someone uses power over a child to involve the child in sexual activity.",
    ),
    Term(
        ("special educational needs and disabilities", "SEND", "SEN", "special educational needs and/or disabilities"),
        "Learning difficulties or disabilities for which a child needs more help than others of the same age.",
    ),
    Term(
        ("local safeguarding children board", "LSCB", "safeguarding board"),
        "The partnership that oversaw the protection of children in an area until 2019.",
    ),
    Term(("return home interview", "RHI", "return interview", "return home interviews", "return interviews", "RHIs")),
    Term(
        ("private fostering", "privately fostered"),
        "A child under 16 living for 28 days or more with someone who is not a close relative, by private agreement.",
    ),
    Term(
        ("special guardianship", "SGO", "special guardianship order"),
        "A court order that gives a relative or friend the care of a child to 18 and leaves the parents some rights.",
    ),
    Term(
        ("staying put", "stay with their former foster carers"),
        "An arrangement by which a young person stays with the former foster carers after turning 18.",
    ),
    Term(("personal adviser", "PA", "personal advisers", "PAs"), "The worker who supports a care leaver up to 25."),
    Term(("personal education plan", "PEP", "PEPs"), "The plan for the schooling of a child in care."),
    Term(("pathway plan", "pathway plans"), "The plan for a young person's move from care to adult life."),
    Term(("emergency duty team", "EDT", "out-of-hours", "out of hours service")),
    Term(("family group conference", "FGC", "family group conferences")),
    Term(("child in need", "CiN", "section 17", "children in need")),
    Term(("child protection", "CP", "section 47", "s47")),
    Term(("strategy discussion", "strategy meeting", "strategy discussions", "strategy meetings")),
    Term(("life-story work", "life story", "lifestory")),
    Term(("director of children's services", "DCS")),
    Term(("children missing education", "CME", "missing education", "missing out on school")),
    Term(
        ("elective home education", "EHE", "home educated"),
        "Education that parents provide at home in place of school.",
    ),
    Term(
        ("unregistered children's home", "unregistered", "unregistered provision"),
        "A home that gives children care without the registration with Ofsted that the law asks for.",
    ),
    Term(
        ("unregulated placement", "unregulated", "semi-independent"),
        "Accommodation without care for older children, which Ofsted did not inspect before 2023.",
    ),
    Term(
        ("ILACS", "inspection of local authority children's services"),
        "The framework under which Ofsted has inspected councils' children's services since January 2018.",
    ),
    Term(
        ("SIF", "single inspection framework"),
        "The framework under which Ofsted inspected councils' children's services from 2013 to 2017.",
    ),
    Term(
        ("focused visit", "focused visits"),
        "A short Ofsted visit to one part of children's services, which ends in a letter without grades.",
    ),
    Term(
        ("monitoring visit", "monitoring visits"),
        "A visit, usually every three months, in which Ofsted follows progress after an inadequate judgement.",
    ),
    Term(
        ("corporate parent", "corporate parenting"),
        "The council's duty, shared by members and officers, to act as a good parent would for children in care.",
    ),
    Term(("child and adolescent mental health services", "CAMHS")),
    Term(("information-sharing", "share information", "sharing information")),
)

_EVERYDAY = (
    (r"kids?|youngsters?", "children"),
    (r"teens|teenagers?|youths?", "children aged 16 and 17"),
    (r"(?:decent |good |proper )?(?:place|somewhere|places) to live|housing", "suitable accommodation"),
    (r"chucked out of school|thrown out of school|kicked out of school", "excluded from school"),
    (r"moan(?:ed|s|ing)?|grumbl(?:ed|es|ing)", "complained"),
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
)
"""What people say, and how inspectors write it. Each stands for a whole word or phrase, in any case."""


def in_inspectors_words(text: str) -> str:
    """The text with what people say put as inspectors write it, so that a cross-encoder compares like with like."""
    for said, written in _EVERYDAY:
        text = re.sub(rf"(?<![\w(]){said}(?![\w)])", written, text, flags=re.IGNORECASE)
    return text


def expand(text: str) -> str:
    """The text with the other names of its terms behind it, for a search by words."""
    lower = text.lower().replace("’", "'")
    more = [
        name
        for term in GLOSSARY
        if any(_stands_in(name, lower) for name in term.names)
        for name in term.names
        if not _stands_in(name, lower)
    ]
    return " ".join([text, *more])


def find_term(text: str) -> Term | None:
    """The term a text asks about, if the glossary explains it."""
    lower = text.lower()
    explained = [term for term in GLOSSARY if term.meaning and any(_stands_in(name, lower) for name in term.names)]
    return max(explained, key=lambda term: max(len(n) for n in term.names if _stands_in(n, lower)), default=None)


def _stands_in(name: str, lower: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", lower) is not None
