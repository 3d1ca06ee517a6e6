"""The sector's terms: what each means in our own words, and the other names under which reports write it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its names, the plainest first, what it means ("" where the name says it), and after which source."""

    names: tuple[str, ...]
    meaning: str = ""
    source: str = ""


GLOSSARY = (
    Term(
        ("multi-agency safeguarding hub", "MASH", "front door", "first contact"),
        "The team that receives concerns about children and decides what happens next; several agencies sit together.",
        "Working together to safeguard children, statutory guidance",
    ),
    Term(
        ("section 20", "s20", "s.20", "voluntarily accommodated", "voluntary accommodation"),
        "The part of the Children Act 1989 under which a child comes into care with the parents' agreement.",
        "the Children Act 1989, section 20",
    ),
    Term(
        ("public law outline", "PLO", "pre-proceedings", "letter before proceedings"),
        "The steps a council and a court follow when care proceedings are being considered or begun.",
        "Family Procedure Rules, Practice Direction 12A",
    ),
    Term(
        ("designated officer", "LADO", "local authority designated officer", "allegations against professionals"),
        "The officer who oversees concerns about adults who work with children.",
        "Working together to safeguard children, statutory guidance",
    ),
    Term(
        ("education, health and care plan", "EHCP", "EHC plan", "education, health and care plans", "EHCPs"),
        "The legal document that sets out the support for a child with special educational needs or a disability.",
        "the Children and Families Act 2014, section 37",
    ),
    Term(
        ("unaccompanied asylum-seeking children", "UASC", "separated migrant children", "asylum-seeking"),
        "Children who come to this country without a parent or guardian and ask for asylum.",
        "the Immigration Rules, part 11",
    ),
    Term(
        ("not in education, employment or training", "NEET", "not working or studying"),
        "Young people who are in neither school, college, work nor training.",
        "the Office for National Statistics",
    ),
    Term(
        ("independent reviewing officer", "IRO", "independent reviewing officers", "IROs"),
        "The officer who checks that the plan for a child in care is right and is followed.",
        "the Children Act 1989, section 25B",
    ),
    Term(
        ("children in care", "looked after children", "children looked after", "LAC", "CLA"),
        "Children for whom the council has taken over the parents' duties, by court order or by agreement.",
        "the Children Act 1989, section 22",
    ),
    Term(
        ("child sexual exploitation", "CSE", "sexual exploitation"),
        "A form of abuse in which someone uses power over a child to involve the child in sexual activity.",
        "the Department for Education's guidance of 2017",
    ),
    Term(
        ("special educational needs and disabilities", "SEND", "SEN", "special educational needs and/or disabilities"),
        "Learning difficulties or disabilities for which a child needs more help than others of the same age.",
        "the Children and Families Act 2014, section 20",
    ),
    Term(
        ("local safeguarding children board", "LSCB", "safeguarding board"),
        "The partnership that oversaw the protection of children in an area until 2019.",
        "the Children Act 2004, section 13",
    ),
    Term(
        ("return home interview", "RHI", "return interview", "return home interviews", "return interviews", "RHIs"),
        "A talk that a child is offered after going missing, with someone independent, to learn why and what happened.",
        "statutory guidance on children who run away or go missing, 2014",
    ),
    Term(
        ("private fostering", "privately fostered"),
        "A child under 16 living for 28 days or more with someone who is not a close relative, by private agreement.",
        "the Children Act 1989, section 66",
    ),
    Term(
        ("special guardianship", "SGO", "special guardianship order"),
        "A court order that gives a relative or friend the care of a child to 18 and leaves the parents some rights.",
        "the Children Act 1989, section 14A",
    ),
    Term(
        ("staying put", "stay with their former foster carers"),
        "An arrangement by which a young person stays with the former foster carers after turning 18.",
        "the Children and Families Act 2014, section 98",
    ),
    Term(("care leavers", "care leaver", "young people leaving care", "care-experienced", "leaving care")),
    Term(
        ("personal adviser", "PA", "personal advisers", "PAs"),
        "The worker who supports a care leaver up to 25.",
        "the Children and Social Work Act 2017, section 3",
    ),
    Term(
        ("personal education plan", "PEP", "PEPs"),
        "The plan for the schooling of a child in care.",
        "the Care Planning, Placement and Case Review Regulations 2010",
    ),
    Term(
        ("pathway plan", "pathway plans"),
        "The plan for a young person's move from care to adult life.",
        "the Children Act 1989, section 23E",
    ),
    Term(
        (
            "emergency duty team",
            "EDT",
            "out-of-hours",
            "out of hours",
            "emergency duty service",
            "emergency service",
            "emergency out-of-hours team",
            "outside office hours",
        ),
        "The social workers who answer at night, at weekends and on holidays.",
        "common usage in inspection reports",
    ),
    Term(
        ("family group conference", "FGC", "family group conferences", "family network meetings", "family meetings"),
        "A meeting at which a child's wider family makes its own plan to keep the child safe.",
        "Working together to safeguard children, statutory guidance",
    ),
    Term(
        ("child in need", "CiN", "section 17", "children in need"),
        "A child whom the council must help under section 17 of the Children Act 1989, to be well and develop.",
        "the Children Act 1989, section 17",
    ),
    Term(
        ("child protection", "CP", "section 47", "s47"),
        "Work to protect a child who may be suffering, or be likely to suffer, significant harm.",
        "the Children Act 1989, section 47",
    ),
    Term(
        ("strategy discussion", "strategy meeting", "strategy discussions", "strategy meetings"),
        "A meeting of council, police and others that decides whether a child's risk of harm needs an enquiry.",
        "Working together to safeguard children, statutory guidance",
    ),
    Term(
        ("life-story work", "life story", "lifestory", "life story work"),
        "Work with a child in care or adopted to understand and keep the story of the child's own life.",
        "common usage in inspection reports",
    ),
    Term(
        ("director of children's services", "DCS"),
        "The officer who answers for all of a council's services for children.",
        "the Children Act 2004, section 18",
    ),
    Term(
        ("children missing education", "CME", "missing education", "missing out on school"),
        "Children of school age who are on no school's roll and get no suitable education otherwise.",
        "Children missing education, statutory guidance",
    ),
    Term(
        (
            "elective home education",
            "EHE",
            "home educated",
            "home education",
            "electively home educated",
            "educated at home",
            "electively home-educated",
            "home-educated",
        ),
        "Education that parents provide at home in place of school.",
        "the Education Act 1996, section 7",
    ),
    Term(
        ("unregistered children's home", "unregistered", "unregistered provision"),
        "A home that gives children care without the registration with Ofsted that the law asks for.",
        "the Care Standards Act 2000, section 11",
    ),
    Term(
        ("unregulated placement", "unregulated", "semi-independent"),
        "Accommodation without care for older children, which Ofsted did not inspect before 2023.",
        "the Supported Accommodation Regulations 2023",
    ),
    Term(
        ("ILACS", "inspection of local authority children's services"),
        "The framework under which Ofsted has inspected councils' children's services since January 2018.",
        "Ofsted's ILACS framework",
    ),
    Term(
        ("SIF", "single inspection framework"),
        "The framework under which Ofsted inspected councils' children's services from 2013 to 2018.",
        "Ofsted's single inspection framework",
    ),
    Term(
        ("focused visit", "focused visits"),
        "A short Ofsted visit to one part of children's services, which ends in a letter without grades.",
        "Ofsted's ILACS framework",
    ),
    Term(
        ("monitoring visit", "monitoring visits"),
        "A visit, usually every three months, in which Ofsted follows progress after an inadequate judgement.",
        "Ofsted's ILACS framework",
    ),
    Term(
        ("corporate parent", "corporate parenting"),
        "The council's duty, shared by members and officers, to act as a good parent would for children in care.",
        "the Children and Social Work Act 2017, section 1",
    ),
    Term(
        ("child and adolescent mental health services", "CAMHS"),
        "The health services for children and young people with mental health difficulties.",
        "NHS England",
    ),
    Term(
        ("caseloads", "caseload", "workloads", "workload", "cases each", "cases per"),
        "How many children or families one social worker is responsible for.",
        "the Standards for employers of social workers, Local Government Association",
    ),
    Term(
        ("supervision", "supervised", "supervise", "supervisions"),
        "Regular meetings in which a manager and a social worker think through and check the work with each child.",
        "the Standards for employers of social workers, Local Government Association",
    ),
    Term(
        ("virtual school", "virtual headteacher"),
        "The team, led by a head teacher, that sees to the schooling of all the children in a council's care.",
        "the Children Act 1989, section 22",
    ),
    Term(("council tax",)),
    Term(("Wi-Fi", "wifi", "internet access", "broadband", "internet", "digital")),
    Term(("information-sharing", "share information", "sharing information")),
    Term(("fathers", "father", "dads", "male carers", "men in the household", "significant males")),
    Term(("mothers", "mother", "mums")),
    Term(("dental", "dentist", "dentists", "dental checks", "oral health")),
    Term(
        ("female genital mutilation", "FGM"),
        "Cutting or injuring a girl's genitals for no medical reason, which is a crime and a form of abuse.",
        "the Female Genital Mutilation Act 2003",
    ),
    Term(
        ("independent visitor", "independent visitors"),
        "A volunteer who befriends a child in care and visits.",
        "the Children Act 1989, section 23ZB",
    ),
    Term(
        ("advocacy", "advocate", "advocates", "advocacy service"),
        "Help from someone independent, so that a child's views are heard and their rights kept.",
        "the Children Act 1989, section 26A",
    ),
    Term(("courts", "court", "judiciary", "judges", "judicial")),
    Term(
        ("Cafcass", "children and family court advisory and support service", "guardians"),
        "The national service that speaks for children in the family courts.",
        "the Criminal Justice and Court Services Act 2000, section 12",
    ),
    Term(
        ("family drug and alcohol court", "FDAC"),
        "A court that helps parents to stop misusing drink or drugs while it decides about their children.",
        "common usage in inspection reports",
    ),
    Term(
        ("criminal exploitation", "county lines", "gangs", "gang"),
        "A form of abuse in which someone uses power over a child to make them commit crimes, such as carrying drugs.",
        "the Home Office's guidance on county lines",
    ),
    Term(("serious youth violence", "knife crime", "knives", "youth violence")),
    Term(
        ("youth offending", "youth justice", "young offenders", "youth offending team", "YOT"),
        "The work of council, police, probation and health with children who offend or may.",
        "the Crime and Disorder Act 1998, section 39",
    ),
    Term(
        ("radicalisation", "Prevent", "extremism", "radicalised"),
        "The process by which a person comes to support terrorism or the ideas behind it.",
        "the Prevent duty guidance",
    ),
    Term(
        ("trafficking", "modern slavery", "trafficked", "national referral mechanism", "NRM"),
        "Arranging or helping a person's travel in order to exploit them.",
        "the Modern Slavery Act 2015, section 2",
    ),
    Term(("substance misuse", "drugs", "alcohol", "drug and alcohol")),
    Term(
        ("domestic abuse", "domestic violence", "MARAC"),
        "Violent, threatening, controlling or coercive behaviour between adults who are partners or related, or were.",
        "the Domestic Abuse Act 2021, section 1",
    ),
    Term(("mental health", "emotional well-being", "emotional wellbeing", "emotional health")),
    Term(
        ("agency staff", "agency workers", "agency social workers", "interim", "locum", "temporary staff"),
        "Workers whom an agency supplies for a time, and whom it pays.",
        "the Agency Workers Regulations 2010",
    ),
    Term(
        ("kinship care", "connected carers", "connected persons", "family and friends carers", "kinship carers"),
        "Care by relatives or friends for a child who cannot live with the parents.",
        "Kinship care, statutory guidance",
    ),
    Term(
        (
            "electronic recording system",
            "case recording system",
            "electronic case records",
            "ICT system",
            "IT system",
            "recording system",
            "recording systems",
            "record system",
            "case management system",
            "electronic system",
            "electronic records",
            "information system",
        )
    ),
    Term(
        ("no recourse to public funds", "NRPF", "no recourse"),
        "Not allowed most benefits because of immigration status.",
        "the Immigration and Asylum Act 1999, section 115",
    ),
    Term(("exclusions", "excluded", "exclusion", "permanently excluded")),
    Term(("transport", "taxis", "taxi", "school transport")),
    Term(("tribunal", "tribunals", "appeals", "mediation", "dispute resolution")),
    Term(("complaints", "complaint", "complained")),
    Term(("savings", "bank account", "bank accounts")),
    Term(
        ("deprivation of liberty", "DoLS", "secure accommodation"),
        "Keeping someone under constant control and not free to leave, which for a child a court must allow.",
        "the Supreme Court's judgment in Cheshire West, 2014",
    ),
    Term(("domestic homicide", "serious case review", "serious case reviews", "SCR", "rapid review")),
    Term(("edge of care", "brink of care", "prevent children coming into care", "intensive family support")),
    Term(("pre-birth", "unborn", "unborn babies", "babies")),
    Term(
        ("reunification", "return home", "returned home", "return to their parents"),
        "The return of a child in care to live with the family.",
        "the Care Planning, Placement and Case Review Regulations 2010",
    ),
    Term(("signs of safety", "model of practice", "practice model", "relational practice", "restorative practice")),
    Term(("police protection", "powers of protection")),
    Term(("audit", "auditing", "audits", "quality assurance")),
    Term(("homeless", "homelessness", "aged 16 and 17 who present as homeless")),
    Term(
        ("young carers", "young carer"),
        "Children who look after a relative who is ill, disabled or misuses drink or drugs.",
        "the Children and Families Act 2014, section 96",
    ),
    Term(("interpreters", "interpreter", "translation", "translated")),
    Term(
        ("respite", "short breaks", "short break"),
        "Time that a disabled child spends away from the parents, which gives both a break.",
        "the Breaks for Carers of Disabled Children Regulations 2011",
    ),
    Term(("participation", "children in care council", "care council")),
    Term(("speech and language", "speech therapy", "speech and language therapy", "SALT")),
    Term(("autism", "autistic", "neurodevelopmental", "neurodiverse", "ADHD", "neurodiversity")),
    Term(
        ("early help", "family support", "preventative services", "early intervention"),
        "Support for a family as soon as a difficulty shows, before it needs a social worker.",
        "Working together to safeguard children, statutory guidance",
    ),
    Term(
        ("child protection conference", "child protection conferences", "case conference", "case conferences"),
        "A meeting of the family and all who work with it that decides whether a child needs a child protection plan.",
        "Working together to safeguard children, statutory guidance",
    ),
    Term(
        ("child protection plan", "child protection plans", "CPP"),
        "The plan that says what must change so that a child is safe, and who does what by when.",
        "Working together to safeguard children, statutory guidance",
    ),
    Term(
        ("contextual safeguarding", "harm outside the home", "extra-familial harm", "risks outside the family"),
        "Protecting children from harm that comes from outside the family, such as from gangs or online.",
        "Working together to safeguard children, statutory guidance",
    ),
    Term(
        ("permanence", "permanency"),
        "A settled home for a child that lasts until they are grown up.",
        "the Children Act 1989 guidance, volume 2",
    ),
    Term(
        ("sufficiency", "sufficiency duty", "sufficiency strategy"),
        "A council's duty to have enough homes of the right kind nearby for the children in its care.",
        "the Children Act 1989, section 22G",
    ),
    Term(
        ("placement order", "placement orders"),
        "A court's order that lets a council place a child with people who may adopt the child.",
        "the Adoption and Children Act 2002, section 21",
    ),
    Term(
        ("written statement of action", "WSOA"),
        "What a council and its health partners had to publish where a SEND inspection found serious weaknesses.",
        "the Children Act 2004 (Joint Area Reviews) Regulations 2015",
    ),
    Term(
        ("local offer",),
        "What a council publishes on the help there is: one offer for children with SEND, one for care leavers.",
        "the Children and Families Act 2014, section 30, and the Children and Social Work Act 2017, section 2",
    ),
    Term(
        ("special educational needs co-ordinator", "SENCo", "SENCos", "special educational needs coordinator"),
        "The teacher who sees to it that a school's pupils with special educational needs get their support.",
        "the SEND code of practice",
    ),
)


GRADE_TERMS = (
    Term(
        ("requires improvement", "requires improvement to be good"),
        "The third of Ofsted's four grades, below good.",
        "Ofsted's frameworks",
    ),
    Term(("outstanding",), "The best of Ofsted's four grades.", "Ofsted's frameworks"),
    Term(
        ("inadequate",),
        "The worst of Ofsted's grades: children are not kept safe enough or not cared for well enough.",
        "Ofsted's frameworks",
    ),
    Term(
        ("adequate",),
        "The third of four grades until 2013, when requires improvement took its place.",
        "Ofsted's frameworks",
    ),
    Term(("good",), "The second of Ofsted's four grades.", "Ofsted's frameworks"),
)
"""What the grades mean: they are asked about as terms but are too common to search for."""
