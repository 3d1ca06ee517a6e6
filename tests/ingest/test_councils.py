"""Councils are called as people call them."""

import pytest

from ingest import councils


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Saltmere City Council", "Saltmere"),
        ("Saltmere Metropolitan Borough Council", "Saltmere"),
        ("London Borough of Saltmere", "Saltmere"),
        ("Royal Borough of Salt and Mere", "Salt and Mere"),
        ("City of Saltmere Council", "Saltmere"),
        ("The City of London Corporation", "City of London"),
        ("Salt & Mere City Council", "Salt and Mere"),
        ("Salt, Mere and Poole Council", "Salt, Mere and Poole"),
        ("Salt-on-Mere Children’s Services", "Salt-on-Mere"),
        ("Saltmere", "Saltmere"),
    ],
)
def test_the_short_name_is_what_people_say(name: str, short: str) -> None:
    assert councils.short(name) == short


@pytest.mark.parametrize(
    ("title", "council"),
    [
        ("Inspection of Saltmere City Council local authority children’s services", "Saltmere"),
        ("Inspection of Salt and Mere children's social care services", "Salt and Mere"),
        ("Area SEND inspection of Salt-on-Mere Local Area Partnership", "Salt-on-Mere"),
        ("Focused visit to Saltmere local authority children’s services", "Saltmere"),
        ("Monitoring visit of Saltmere Borough Council children’s services", "Saltmere"),
        ("Joint targeted area inspection of Saltmere", "Saltmere"),
        ("Joint targeted area inspection of the multi-agency response to neglect in Saltmere", "Saltmere"),
        ("Saltmere County Council", "Saltmere"),
        ("Children’s services in Saltmere are inadequate", "Saltmere"),
    ],
)
def test_a_title_names_its_council(title: str, council: str) -> None:
    assert councils.in_title(title) == council


@pytest.mark.parametrize(
    "title",
    ["Inspection of children’s social care services", "Inspection of services for children", "What needs to improve"],
)
def test_a_title_without_a_council_names_none(title: str) -> None:
    assert councils.in_title(title) is None
