"""Beginning with what the address of the page Compare asks for."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from assistant.comparing.grid import fill_grid, open_grid
from assistant.comparing.practice import Practice, find_practice
from assistant.comparing.theme import Theme, find_theme
from ui.compare.forms import areas_of, narrowing_of
from ui.compare.presses import Bench
from ui.compare.visit import Comparing, Wanted
from ui.page.work import Work, start

Said = Mapping[str, tuple[str, ...]]


def begin(here: Comparing, bench: Bench, *, sent: bool) -> None:
    """Begin with what the address asks for, where that is new.

    The missing answers of a grid are worked out only where its form was sent: a link that somebody was sent asks
    nobody's language model.
    """
    wanted = _address()
    if not wanted or here.seen.get(here.part) == wanted:
        return
    here.seen[here.part] = wanted
    said = dict(wanted)
    here.source = None
    here.stop()
    here.notice = ""
    if here.part == "theme":
        _theme(here, bench, said)
    elif here.part == "practice":
        _practice(here, bench, said)
    elif here.part == "grid":
        _grid(here, bench, said, sent=sent)


def _theme(here: Comparing, bench: Bench, said: Said) -> None:
    words = (said.get("theme") or ("",))[0]
    narrowing, areas = narrowing_of(said), areas_of(said)
    here.theme = here.tone = None

    def act(work: Work[Theme | Practice]) -> None:
        with work.turn(bench.line):
            work.found = find_theme(words, bench.searcher, narrowing, areas, work.tell)

    here.begin(start(act))


def _practice(here: Comparing, bench: Bench, said: Said) -> None:
    narrowing, areas = narrowing_of(said), areas_of(said)
    about = (said.get("about") or ("",))[0]
    here.practice = None
    if not areas:
        return

    def act(work: Work[Theme | Practice]) -> None:
        with work.turn(bench.line):
            work.found = find_practice(areas[0], bench.searcher, narrowing, about, work.tell)

    here.begin(start(act))


def _grid(here: Comparing, bench: Bench, said: Said, *, sent: bool) -> None:
    reports = [report for report in bench.library.reports if report.id in said.get("report", ())]
    here.grid = None
    here.grid = grid = open_grid(reports, said.get("q", ()), bench.cells)
    if sent and grid.missing:
        here.begin(
            start(lambda work: fill_grid(grid, bench.chain, bench.cells, work.tell, partial(work.turn, bench.line)))
        )
    else:
        here.bring("#compared")


def _address() -> Wanted:
    """What the page's address says, but for the part."""
    said = ((name, tuple(st.query_params.get_all(name))) for name in st.query_params if name != "part")
    return tuple(sorted(said))
