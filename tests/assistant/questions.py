"""Questions about the sample reports, and the paragraphs that an answer must cite."""

from dataclasses import dataclass

from assistant.answer import Status


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question and what must be cited: for each paragraph its report, as samples.py names it, and words of it.

    `complete` asks for these paragraphs in this order and no others.
    """

    question: str
    cites: tuple[tuple[str, str], ...]
    complete: bool = False


FACTS = (
    Wanted(
        "How many children did each social worker in Saltmere have in 2019?",
        (("Saltmere 2019", "are responsible for 27 children on average"),),
    ),
    Wanted(
        "How many return home interviews were on time in Saltmere in 2022?",
        (("Saltmere 2022", "within 72 hours for 71% of children"),),
    ),
    Wanted("How long do pre-proceedings take in Eldermarsh?", (("Eldermarsh 2023", "lasts for 12 weeks on average"),)),
    Wanted(
        "How many children wait for an autism assessment in Corvenshire?",
        (("Corvenshire SEND 2024", "104 weeks for an autism assessment"),),
    ),
    Wanted(
        "How many care leavers did Saltmere support in November 2023?",
        (("Saltmere visit 2023", "supports 268 care leavers"),),
    ),
    Wanted(
        "How many children do social workers in the east of Corvenshire hold?",
        (("Corvenshire 2021", "and 25 in the east"),),
    ),
    Wanted(
        "What share of EHC plans were issued within 20 weeks in Corvenshire?",
        (("Corvenshire SEND 2024", "21% of new EHC plans"),),
    ),
    Wanted(
        "Who interviews children who go missing in Eldermarsh?",
        (("Eldermarsh 2023", "offered an interview by a youth charity"),),
    ),
    Wanted(
        "Are any children in Saltmere living in unregistered homes?",
        (("Saltmere 2025", "One child was living in an unregistered"),),
    ),
    Wanted(
        "How many social work posts in Eldermarsh are filled by agency workers?",
        (("Eldermarsh 2023", "Two per cent of social work posts"),),
    ),
    Wanted(
        "What did the monitoring visit in 2020 find about homeless young people in Saltmere?",
        (("Saltmere visit 2020", "signed in January 2020"),),
    ),
    Wanted("Who tutors children in care in Corvenshire?", (("Corvenshire 2021", "employs its own tutors"),)),
    Wanted("How is private fostering in Corvenshire?", (("Corvenshire 2021", "Twenty-two privately fostered"),)),
    Wanted("What is Driftwood?", (("Saltmere 2015", "Driftwood, the Children in Care Council, is led"),)),
    Wanted("What is Tidewatch?", (("Eldermarsh 2023", "Tidewatch, the Children in Care Council"),)),
    Wanted("What does MASH mean?", (("Saltmere 2019", "multi-agency safeguarding hub (MASH)"),)),
)

LISTS = (
    Wanted(
        "What did Saltmere need to improve in 2019?",
        tuple(
            ("Saltmere 2019", begins)
            for begins in (
                "The number of children for whom",
                "The quality and regularity of supervision",
                "The application of thresholds",
                "The timeliness of strategy meetings",
                "The response to children who go missing",
                "The oversight of children in pre-proceedings",
                "Assessments and accommodation",
                "The sufficiency of homes",
                "Life-story work and permanence",
                "Suitable housing for care leavers",
                "The accuracy of performance information",
            )
        ),
        complete=True,
    ),
    Wanted(
        "What does Eldermarsh need to improve?",
        (
            ("Eldermarsh 2023", "The response to children in families that move often"),
            ("Eldermarsh 2023", "The recording of how decisions"),
        ),
        complete=True,
    ),
    Wanted(
        "What needs to improve in Saltmere?",
        tuple(
            ("Saltmere 2025", begins)
            for begins in (
                "The consistency of support for care leavers",
                "The help that care leavers receive",
                "The supply of move-on accommodation",
                "The timeliness of return home interviews",
                "Preparation for adulthood for disabled",
            )
        ),
        complete=True,
    ),
    Wanted(
        "What did the focused visit tell Saltmere to improve?",
        tuple(
            ("Saltmere visit 2023", begins)
            for begins in ("The support offered to care leavers", "The quality of pathway plans", "The range of help")
        ),
        complete=True,
    ),
    Wanted(
        "What were the recommendations for Eldermarsh in 2016?",
        tuple(
            ("Eldermarsh 2016", begins)
            for begins in (
                "Review child in need plans",
                "Identify more young carers",
                "With partners, understand the needs",
                "Ensure that plans for disabled children",
                "Help care leavers who are parents",
                "Report to members on outcomes",
                "Lead partners in finding young carers",
                "Make the annual report shorter",
            )
        ),
        complete=True,
    ),
    Wanted(
        "What are the priority actions for SEND in Corvenshire?",
        tuple(
            ("Corvenshire SEND 2024", words)
            for words in (
                "timeliness of EHC needs assessments",
                "quality of new and existing EHC plans",
                "how many children with SEND are out of school",
                "reduce waiting times for speech and language",
            )
        ),
        complete=True,
    ),
)

GRADES = (
    Wanted("What was Saltmere judged overall in 2019?", (("Saltmere 2019", "Overall effectiveness"),)),
    Wanted("How was adoption judged in Eldermarsh in 2016?", (("Eldermarsh 2016", "Adoption performance"),)),
    Wanted(
        "Which parts of Eldermarsh’s services were outstanding in 2023?",
        (
            ("Eldermarsh 2023", "The impact of leaders on social work practice"),
            ("Eldermarsh 2023", "The experiences and progress of children in care"),
            ("Eldermarsh 2023", "The experiences and progress of care leavers"),
        ),
    ),
    Wanted(
        "What was the outcome of the SEND inspection of Corvenshire?",
        (("Corvenshire SEND 2024", "widespread and/or systemic failings"),),
    ),
    Wanted("When was Eldermarsh last inspected?", (("Eldermarsh 2023", "12 to 23 June 2023"),)),
    Wanted("Was adoption in Saltmere inadequate in 2015?", (("Saltmere 2015", "Adoption performance"),)),
)

OVER_TIME = (
    Wanted(
        "How have caseloads changed in Saltmere?",
        (
            ("Saltmere 2015", "Average caseloads are 19 children"),
            ("Saltmere 2019", "27 children on average"),
            ("Saltmere 2022", "safeguarding teams is 18 children"),
            ("Saltmere 2025", "The average caseload is 15 children"),
        ),
    ),
    Wanted(
        "How have return home interviews changed in Saltmere?",
        (
            ("Saltmere 2015", "58%"),
            ("Saltmere 2019", "31% of return home interviews"),
            ("Saltmere 2022", "for 71% of children who go missing"),
            ("Saltmere 2025", "for 88% of children who go missing"),
        ),
    ),
    Wanted(
        "How has life-story work in Eldermarsh changed?",
        (("Eldermarsh 2016", "Life-story work begins"), ("Eldermarsh 2023", "Life-story work is outstanding")),
    ),
    Wanted(
        "How has Saltmere’s overall grade changed over the years?",
        (
            ("Saltmere 2015", "Children’s services in Saltmere require improvement"),
            ("Saltmere 2019", "Overall effectiveness"),
            ("Saltmere 2022", "Overall effectiveness"),
            ("Saltmere 2025", "Overall effectiveness"),
        ),
    ),
)

ACROSS = (
    Wanted(
        "Compare caseloads in Saltmere and Eldermarsh",
        (
            ("Saltmere 2025", "The average caseload is 15 children"),
            ("Eldermarsh 2023", "Social workers’ caseloads average 13 children"),
        ),
    ),
    Wanted(
        "How do Saltmere and Corvenshire compare on private fostering?",
        (("Saltmere 2025", "Sixteen privately fostered"), ("Corvenshire 2021", "Twenty-two privately fostered")),
    ),
    Wanted(
        "Which councils have used bed and breakfast for care leavers?",
        (
            ("Saltmere 2019", "23 occasions for 15 care leavers"),
            ("Corvenshire 2021", "three care leavers spent time"),
        ),
    ),
    Wanted(
        "Is overall effectiveness better in Eldermarsh or in Saltmere?",
        (("Eldermarsh 2023", "Overall effectiveness"), ("Saltmere 2025", "Overall effectiveness")),
    ),
)

UNANSWERABLE: tuple[tuple[Status, str], ...] = (
    ("not in inspection reports", "What is Saltmere’s budget for next year?"),
    ("not in inspection reports", "When will Eldermarsh be inspected next?"),
    ("not in inspection reports", "What was the name of the child who died in Eldermarsh?"),
    ("not in inspection reports", "How much does Corvenshire pay its social workers?"),
    ("not in the library", "What did inspectors find in Wigan?"),
    ("not in the library", "What did inspectors find in Saltmere in 2012?"),
    ("not in the library", "What did the focused visit to Corvenshire find?"),
    ("the reports do not say", "How many libraries does Saltmere run?"),
    ("the reports do not say", "Does Saltmere have a zoo?"),
    ("the reports do not say", "What is the Mockingbird scheme in Saltmere?"),
    ("the reports do not say", "What do inspectors say about horse riding in Corvenshire?"),
    ("the reports do not say", "How many children in Saltmere have asthma?"),
    ("the reports do not say", "Which football team do care leavers in Saltmere support?"),
    ("not in inspection reports", "How good are the swimming pools in Corvenshire?"),
    ("not in inspection reports", "How often are bins emptied in Eldermarsh?"),
    ("not in inspection reports", "Which bus routes in Saltmere are the longest?"),
)

REWORDINGS: tuple[tuple[str, ...], ...] = (
    (
        "What was Saltmere judged overall in 2019?",
        "What overall grade did Saltmere get in 2019?",
        "How was Saltmere rated overall in 2019?",
        "Overall rating for Saltmere 2019",
        "In 2019, what was the overall judgement on Saltmere?",
    ),
    (
        "What did Saltmere need to improve in 2019?",
        "What was Saltmere told to improve in 2019?",
        "What were the areas for improvement in Saltmere in 2019?",
        "Which things did Saltmere have to fix in 2019?",
        "List what Saltmere had to put right in 2019",
    ),
    (
        "How was adoption judged in Eldermarsh in 2016?",
        "What grade did adoption get in Eldermarsh in 2016?",
        "What was Eldermarsh’s adoption rating in 2016?",
        "adoption judgement eldermarsh 2016",
        "How did inspectors rate adoption in Eldermarsh in 2016?",
    ),
    (
        "What does Eldermarsh need to improve?",
        "What must Eldermarsh improve?",
        "What are Eldermarsh’s areas for improvement?",
        "What should Eldermarsh do better?",
        "what needs to improve in eldermarsh",
    ),
    (
        "How many children wait for an autism assessment in Corvenshire?",
        "How many Corvenshire children are waiting for an autism assessment?",
        "What is the number of children waiting for autism assessments in Corvenshire?",
        "number of children waiting to be assessed for autism in corvenshire",
        "In Corvenshire, how many children are on the waiting list for autism assessment?",
    ),
    (
        "How long do pre-proceedings take in Eldermarsh?",
        "How many weeks does pre-proceedings work last in Eldermarsh?",
        "What is the average length of pre-proceedings in Eldermarsh?",
        "length of pre-proceedings eldermarsh",
        "On average, how long does Eldermarsh’s pre-proceedings work last?",
    ),
    (
        "What is Saltmere’s budget for next year?",
        "How big is the budget in Saltmere next year?",
        "How much money will Saltmere’s budget have?",
        "saltmere budget next year",
        "What will the budget of Saltmere be next year?",
    ),
    (
        "What did inspectors find in Wigan?",
        "What did the inspection of Wigan find?",
        "findings wigan",
        "What do the reports say about Wigan?",
        "Tell me about Wigan’s inspection",
    ),
    (
        "How many social work posts in Eldermarsh are filled by agency workers?",
        "What share of social work posts in Eldermarsh do agency workers fill?",
        "How many agency social workers does Eldermarsh have?",
        "What percentage of Eldermarsh’s social work posts are agency workers?",
        "agency workers in social work posts eldermarsh",
    ),
    (
        "What were the recommendations for Saltmere in 2015?",
        "What did inspectors recommend in Saltmere in 2015?",
        "List the 2015 recommendations for Saltmere",
        "recommendations saltmere 2015",
        "Which recommendations did Saltmere get in 2015?",
    ),
)
"""Ten questions, each in five wordings; the first is the plain one."""
