"""Names of people are left out in plain sight, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.briefings.names import LEFT_OUT, leave_out


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("Lead inspector: _", "Lead inspector: Ada Lantern"),
        ("Lead inspector: _, His Majesty’s Inspector", "Lead inspector: Ada Lantern, His Majesty’s Inspector"),
        ("Lead inspectors: _, HMI, and _, HMI", "Lead inspectors: Ada Lantern, HMI, and Bo de la Marsh, HMI"),
        ("Team inspectors: _ HMI, _ OI, _", "Team inspectors: Ada Lantern HMI, Cy D’Moor OI, Em Kite-Reed"),
        ("Reporting inspector _ HMI", "Reporting inspector Ada Lantern HMI"),
        ("Senior data analyst: _", "Senior data analyst: Ada J Lantern"),
        ("Director of children’s services: _", "Director of children’s services: Ada Lantern"),
        ("_, Ofsted HMI Lead\t_, CQC inspector", "Ada Lantern, Ofsted HMI Lead\tBo Kite, CQC inspector"),
        ("Dear Mrs _", "Dear Mrs Lantern"),
        ("Yours sincerely\n_\nHer Majesty’s Inspector", "Yours sincerely\nAda Lantern\nHer Majesty’s Inspector"),
        ("Professor _ wrote it, before Sir _’s.", "Professor Ada Lantern wrote it, before Sir Bo Kite’s."),
        ("Councillor _ chairs the panel.", "Councillor Lantern chairs the panel."),
        ("The director of children’s services, _, left.", "The director of children’s services, Ada Lantern, left."),
        ("_, Director of Services\t_, Chief Executive", "Ada Lantern, Director of Services\tBo Kite, Chief Executive"),
        ("_\nInterim Director of Families\tSaltmere", "Ada Lantern\nInterim Director of Families\tSaltmere"),
        ("_ (chief executive) and the chair (_) left.", "Ada Lantern (chief executive) and the chair (Bo Kite) left."),
        ("The Secretary of State for Families, _, wrote.", "The Secretary of State for Families, Ada Lantern, wrote."),
        ("Inspectors: _, _ and _", "Inspectors: Bo Young, June Marsh and C. Dell"),
        ("HMI _ came with Judge _.", "HMI Ada Lantern came with Judge Kite."),
        ("Dear _ and colleagues", "Dear Ada and colleagues"),
        ("The inquiry by _ and _’s view of it", "The inquiry by Margaret Lantern and John de la Marsh’s view of it"),
        ("The chair, _, left. Then _ wrote.", "The chair, Zubo Kite, left. Then Zubo Kite wrote."),
    ],
)  # fmt: skip
def test_a_name_beside_a_role_or_a_title_is_left_out_in_plain_sight(expected: str, words: str) -> None:
    assert leave_out(words) == expected.replace("_", LEFT_OUT)


@pytest.mark.parametrize(
    "words",
    [
        "The inspection team consisted of nine of Her Majesty’s Inspectors (HMI) from Ofsted.",
        "Inspection of Saltmere Borough Council\nInspection dates: 4 March 2019 to 15 March 2019",
        "Inspectors found that Personal Advisers in Saltmere know young people well.",
        "The director, Early Help, reports to the board.",
        "Dear Director",
        "The Multi-Agency Safeguarding Hub (MASH), led by Saltmere Council, is effective.",
        "In June HMI visited. By May inspectors had gone.",
        "Milton Keynes, director, and St Helens\nDirector of Children’s Services",
        "The Margaret Lantern Foundation, the Jack Marsh award, the Anna Dell National Centre and St John Ambulance.",
        "Children play in Russell Park, in King Edward Street and at Robin Hood Airport; ‘Claire’s Law’ applies.",
        "Young Saltmere, Team Saltmere and Saltmere Children First know that Mark Awards and Quality Marks help.",
        "The Assistant Director Corporate Parenting, the Youth Justice Board and Young People came.",
        "A lead inspector and two Ofsted Inspectors visited Fennimoor and Eldermarsh.",
    ],
)
def test_what_is_no_name_stays(words: str) -> None:
    assert leave_out(words) == words


@given(st.text())
def test_whatever_the_words_are_only_names_go(words: str) -> None:
    """Any words can be read, and reading them again takes nothing more."""
    once = leave_out(words)
    assert leave_out(once) == once
    assert LEFT_OUT in once or once == words
