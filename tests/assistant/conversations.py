"""Conversations about the invented councils: five turns each, and what each turn must be understood as."""

from dataclasses import dataclass

from corpus.report import Area


@dataclass(frozen=True, slots=True)
class Asks:
    """One turn. `reports` are those it looks at, by the names of samples.py, None where several readings are fair.

    `years` are the years named or carried over, and `councils` and `areas` what is asked about, None likewise; `holds`
    are words that its stand-alone wording holds and `drops` words that it does not.
    """

    text: str
    councils: tuple[str, ...] | None = ()
    years: tuple[int, ...] | None = ()
    areas: tuple[Area, ...] | None = ()
    reports: tuple[str, ...] | None = None
    holds: str = ""
    drops: str = ""


S, E, C = ("Saltmere",), ("Eldermarsh",), ("Corvenshire",)
K: tuple[Area, ...] = ("children_in_care",)

CONVERSATIONS: dict[str, tuple[Asks, ...]] = {
    "one figure through the years": (
        Asks("How big were caseloads in Saltmere in 2019?", S, (2019,), reports=("Saltmere 2019",)),
        Asks("And in 2022?", S, (2022,), reports=("Saltmere 2022",), holds="caseloads"),
        Asks("What about 2015?", S, (2015,), reports=("Saltmere 2015",), holds="caseloads"),
        Asks("And Eldermarsh?", E, None, holds="caseloads", drops="Saltmere"),
        Asks("Is it better than Saltmere?", ("Saltmere", "Eldermarsh"), None, holds="caseloads"),
    ),
    "from one area to the next": (
        Asks("How good is leadership in Corvenshire?", C, areas=("leaders",)),
        Asks("Why was it judged good?", C, areas=("leaders",)),
        Asks("What did they say about help and protection?", C, areas=("help_and_protection",), drops="leadership"),
        Asks("And care leavers?", C, areas=("care_leavers",), drops="protection"),
        Asks("Are they in touch with their advisers?", C, areas=("care_leavers",)),
    ),
    "social care, then SEND": (
        Asks("What did inspectors find in Corvenshire in 2021?", C, (2021,), reports=("Corvenshire 2021",)),
        Asks("And SEND?", C, None, reports=("Corvenshire SEND 2024",)),
        Asks("What are the priority actions?", C, None, reports=("Corvenshire SEND 2024",)),
        Asks("Why do families wait so long?", C, None, reports=("Corvenshire SEND 2024",)),
        Asks("And what did the ILACS report say needs to improve?", C, None, reports=("Corvenshire 2021",)),
    ),
    "back through the inspections": (
        Asks("What was Saltmere judged at its last inspection?", S, reports=("Saltmere 2025",)),
        Asks("And the one before?", S, None, reports=("Saltmere 2022",)),
        Asks("And the one before that?", S, None, reports=("Saltmere 2019",)),
        Asks("What about 2015?", S, (2015,), reports=("Saltmere 2015",)),
        Asks("And now?", S, None, reports=("Saltmere 2025",)),
    ),
    "years counted from the last turn": (
        Asks("What did inspectors say about neglect in Saltmere in 2019?", S, (2019,), reports=("Saltmere 2019",)),
        Asks("And three years later?", S, (2022,), reports=("Saltmere 2022",), holds="neglect"),
        Asks("Three years after that?", S, (2025,), reports=("Saltmere 2025",), holds="neglect"),
        Asks("And ten years earlier?", S, (2015,), reports=("Saltmere 2015",), holds="neglect"),
        Asks("Four years later?", S, (2019,), reports=("Saltmere 2019",), holds="neglect"),
    ),
    "one area, several councils": (
        Asks("How are care leavers doing in Saltmere?", S, areas=("care_leavers",)),
        Asks("And in Eldermarsh?", E, areas=("care_leavers",), drops="Saltmere"),
        Asks("Corvenshire?", C, areas=("care_leavers",), drops="Eldermarsh"),
        Asks("Compare Saltmere and Corvenshire", ("Saltmere", "Corvenshire"), areas=("care_leavers",)),
        Asks("Only Saltmere, then", S, areas=("care_leavers",), drops="Corvenshire"),
    ),
    "a new subject drops the old one": (
        Asks("What was adoption judged in Saltmere in 2015?", S, (2015,), ("adoption",), ("Saltmere 2015",)),
        Asks("How are care leavers housed in Eldermarsh in 2023?", E, (2023,), ("care_leavers",), ("Eldermarsh 2023",)),
        Asks("How many children went missing?", E, (2023,), (), ("Eldermarsh 2023",), drops="care leavers"),
        Asks("How often is supervision held in Corvenshire?", C, drops="missing"),
        Asks("And audits?", C, holds="audits", drops="supervision"),
    ),
    "why, and what next": (
        Asks("Was Saltmere judged inadequate in 2019?", S, (2019,), reports=("Saltmere 2019",)),
        Asks("Why?", S, (2019,), reports=("Saltmere 2019",)),
        Asks("What did they have to improve?", S, (2019,), reports=("Saltmere 2019",)),
        Asks("Had they done it by 2022?", S, (2022,), reports=("Saltmere 2022",)),
        Asks("Were any other councils judged inadequate?", (), None),
    ),
    "which councils, any others": (
        Asks("Which councils use bed and breakfast for care leavers?", (), areas=("care_leavers",)),
        Asks("Any others?", (), areas=("care_leavers",), holds="bed and breakfast"),
        Asks("What about Saltmere?", S, areas=("care_leavers",), holds="bed and breakfast"),
        Asks("And in Eldermarsh?", E, areas=("care_leavers",), holds="bed and breakfast"),
        Asks("Which councils have unregistered children’s homes?", (), drops="breakfast"),
    ),
    "there, the council, they": (
        Asks("How many social workers in Saltmere are agency staff?", S),
        Asks("Is there enough supervision there?", S, holds="supervision"),
        Asks("What does the council do about audits?", S, holds="audits", drops="agency"),
        Asks("How was it in 2019?", S, (2019,), reports=("Saltmere 2019",), holds="audits"),
        Asks("And in 2015?", S, (2015,), reports=("Saltmere 2015",), holds="audits"),
    ),
    "stretches of time": (
        Asks(
            "How did return home interviews change in Saltmere between 2015 and 2022?",
            S,
            (2015, 2022),
            reports=("Saltmere 2015", "Saltmere 2019", "Saltmere 2022"),
        ),
        Asks("Just in 2019?", S, (2019,), reports=("Saltmere 2019",), holds="return home interviews"),
        Asks("How about caseloads?", S, (2019,), reports=("Saltmere 2019",), drops="interviews"),
        Asks("And at the latest inspection?", S, None, reports=("Saltmere 2025",), holds="caseloads"),
        Asks("Over the last two inspections?", S, None, reports=("Saltmere 2022", "Saltmere 2025"), holds="caseloads"),
    ),
    "letters and inspections": (
        Asks(
            "What did the monitoring visit to Saltmere in 2020 find about homeless young people?",
            S,
            (2020,),
            reports=("Saltmere visit 2020",),
        ),
        Asks("And in 2021?", S, (2021,), reports=("Saltmere visit 2021",), holds="homeless"),
        Asks(
            "What did the focused visit say about care leavers?", S, None, ("care_leavers",), ("Saltmere visit 2023",)
        ),
        Asks("What must they improve?", S, None, None, ("Saltmere visit 2023",)),
        Asks("And the 2025 inspection?", S, (2025,), None, reports=("Saltmere 2025",)),
    ),
    "a council that is not held": (
        Asks("How are care leavers supported in Eldermarsh?", E, areas=("care_leavers",)),
        Asks("And in Wigan?", (), areas=("care_leavers",), holds="care leavers"),
        Asks("What about Corvenshire?", C, areas=("care_leavers",), drops="Wigan"),
        Asks("And its SEND services?", C, None, reports=("Corvenshire SEND 2024",)),
        Asks("What does PLO mean?", None, None, holds="PLO", drops="SEND"),
    ),
    "a few words at a time": (
        Asks("saltmere overall grade 2022", S, (2022,), reports=("Saltmere 2022",)),
        Asks("and 2025", S, (2025,), reports=("Saltmere 2025",), holds="grade"),
        Asks("help and protection", S, (2025,), ("help_and_protection",), ("Saltmere 2025",)),
        Asks("care leavers", S, (2025,), ("care_leavers",), ("Saltmere 2025",)),
        Asks("eldermarsh", E, None, ("care_leavers",)),
    ),
    "strengths, weaknesses and a figure": (
        Asks("What are the strengths of Eldermarsh in 2023?", E, (2023,), reports=("Eldermarsh 2023",)),
        Asks("And the weaknesses?", E, (2023,), reports=("Eldermarsh 2023",)),
        Asks("How many children are in care there?", E, (2023,), ("children_in_care",), ("Eldermarsh 2023",)),
        Asks("How many of them live outside the borough?", E, (2023,), ("children_in_care",), ("Eldermarsh 2023",)),
        Asks("Was it the same in 2016?", E, (2016,), ("children_in_care",), ("Eldermarsh 2016",), holds="borough"),
    ),
    "pronouns": (
        Asks(
            "What did Saltmere’s 2025 report say about unaccompanied children?", S, (2025,), reports=("Saltmere 2025",)
        ),
        Asks("How many of them are there?", S, (2025,), reports=("Saltmere 2025",), holds="unaccompanied"),
        Asks("Do they have plans for their asylum claims?", S, (2025,), reports=("Saltmere 2025",)),
        Asks("Was that so in 2019?", S, (2019,), reports=("Saltmere 2019",), holds="asylum"),
        Asks("And in Corvenshire?", C, None, holds="asylum", drops="Saltmere"),
    ),
    "two councils side by side": (
        Asks("Compare life-story work in Saltmere and Corvenshire", ("Saltmere", "Corvenshire")),
        Asks("And adoption?", ("Saltmere", "Corvenshire"), areas=("adoption",), drops="life-story"),
        Asks("Which of them is better at it?", ("Saltmere", "Corvenshire"), areas=("adoption",)),
        Asks("What about Eldermarsh?", E, areas=("adoption",), drops="Saltmere"),
        Asks("And caseloads?", E, drops="adoption"),
    ),
    "put right": (
        Asks("What are caseloads in Saltmere?", S),
        Asks("Sorry, I meant Eldermarsh", E, holds="caseloads", drops="Saltmere"),
        Asks("In 2016", E, (2016,), reports=("Eldermarsh 2016",), holds="caseloads"),
        Asks("No, 2023", E, (2023,), reports=("Eldermarsh 2023",), holds="caseloads"),
        Asks("And supervision?", E, (2023,), reports=("Eldermarsh 2023",), holds="supervision"),
    ),
    "thanks in between": (
        Asks("How long do pre-proceedings take in Saltmere?", S),
        Asks("Thanks", ()),
        Asks("And in Eldermarsh?", E, holds="pre-proceedings"),
        Asks("Thank you! What about Corvenshire?", C, holds="pre-proceedings"),
        Asks("And adoption?", C, areas=("adoption",), drops="pre-proceedings"),
    ),
    "the same for": (
        Asks("What was Corvenshire judged for help and protection?", C, areas=("help_and_protection",)),
        Asks("Same for Eldermarsh", E, areas=("help_and_protection",), drops="Corvenshire"),
        Asks("And for Saltmere?", S, areas=("help_and_protection",)),
        Asks("In 2019?", S, (2019,), ("help_and_protection",), ("Saltmere 2019",)),
        Asks("How come?", S, (2019,), ("help_and_protection",), ("Saltmere 2019",)),
    ),
    "every inspection, then one": (
        Asks(
            "How have visits to children changed in Saltmere at each inspection?",
            S,
            reports=("Saltmere 2015", "Saltmere 2019", "Saltmere 2022", "Saltmere 2025"),
        ),
        Asks("And in the last one?", S, None, reports=("Saltmere 2025",), holds="visits"),
        Asks("When it was inadequate?", S, None, reports=("Saltmere 2019",), holds="visits"),
        Asks("Has it got better since 2015?", S, (2015,), holds="visits"),
        Asks("How about assessments?", S, None, holds="assessments", drops="visits"),
    ),
    "SEND first": (
        Asks("How long do families in Corvenshire wait for EHC plans?", C, reports=("Corvenshire SEND 2024",)),
        Asks("And for speech therapy?", C, reports=("Corvenshire SEND 2024",), holds="speech"),
        Asks("What must improve?", C, reports=("Corvenshire SEND 2024",)),
        Asks("What were the grades in the ILACS inspection?", C, reports=("Corvenshire 2021",)),
        Asks("How is Saltmere doing?", S, drops="Corvenshire"),
    ),
    "a typing error, then a pronoun": (
        Asks("How are foster carers supported in Eldermrash?", E, areas=K),
        Asks("Do they feel valued?", E, areas=K, holds="foster carers"),
        Asks("And saltmeer?", S, areas=K, holds="foster carers", drops="Eldermrash"),
        Asks("How many of them left in 2019?", S, (2019,), K, ("Saltmere 2019",), holds="foster carers"),
        Asks("And who runs the virtual school?", S, None, holds="virtual school", drops="carers"),
    ),
    "on from the report in hand": (
        Asks("What was Saltmere told to improve in 2019?", S, (2019,), reports=("Saltmere 2019",)),
        Asks("Did they fix it?", S, (2019, 2022, 2025), reports=("Saltmere 2019", "Saltmere 2022", "Saltmere 2025")),
        Asks("And just in the first inspection?", S, (), reports=("Saltmere 2015",)),
        Asks("What happened next?", S, None, reports=("Saltmere 2019", "Saltmere 2022", "Saltmere 2025")),
        Asks("And the inspection before last?", S, None, reports=("Saltmere 2022",)),
    ),
    "before and after": (
        Asks("How were caseloads in Saltmere before 2020?", S, (2020,), reports=("Saltmere 2015", "Saltmere 2019")),
        Asks(
            "And after 2021?",
            S,
            (2021,),
            reports=("Saltmere 2022", "Saltmere visit 2023", "Saltmere 2025"),
            holds="caseloads",
        ),
        Asks("By 2023?", S, (2023,), reports=("Saltmere 2022",), holds="caseloads"),
        Asks("Is that still true?", S, (), reports=("Saltmere 2025",), holds="caseloads"),
        Asks("Was it always like that?", S, (), holds="caseloads"),
    ),
    "beyond what is held": (
        Asks("How are care leavers doing in Corvenshire?", C, areas=("care_leavers",)),
        Asks("And the inspection before?", C, None, ("care_leavers",), ()),
        Asks("OK, never mind", ()),
        Asks("What about Eldermarsh in 2016?", E, (2016,), ("care_leavers",), ("Eldermarsh 2016",)),
        Asks("And in the next one?", E, (2023,), ("care_leavers",), ("Eldermarsh 2023",)),
    ),
    "who said so": (
        Asks("What did inspectors find about neglect in Saltmere in 2022?", S, (2022,), reports=("Saltmere 2022",)),
        Asks("Which report is that from?", S, (2022,), reports=("Saltmere 2022",), holds="neglect"),
        Asks("Tell me more", S, (2022,), reports=("Saltmere 2022",), holds="neglect"),
        Asks("Has any other council got that problem?", (), None, holds="neglect"),
        Asks("Compare with Eldermarsh", E, None, holds="neglect"),
    ),
    "the same time elsewhere": (
        Asks("What was adoption judged in Saltmere in 2015?", S, (2015,), ("adoption",), ("Saltmere 2015",)),
        Asks("And the recommendations?", S, (2015,), (), ("Saltmere 2015",), drops="adoption"),
        Asks("What about Eldermarsh in 2016?", E, (2016,), (), ("Eldermarsh 2016",)),
        Asks("Will Eldermarsh be outstanding next time?", E, None),
        Asks("What was it judged?", E, None),
    ),
    "no council is named": (
        Asks("What do inspectors say about neglect?", ()),
        Asks("In Saltmere?", S, holds="neglect"),
        Asks("And in 2019?", S, (2019,), reports=("Saltmere 2019",), holds="neglect"),
        Asks("What about children who go missing?", S, (2019,), reports=("Saltmere 2019",), drops="neglect"),
        Asks("Across all councils?", (), None, holds="missing"),
    ),
}
