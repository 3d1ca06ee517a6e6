"""Nobody is shut out: axe finds nothing in any state of any page, and nothing is lost on a narrow screen."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import SCHEMES, Reader, reading
from tests.browser.states import WALKS, Walk, asking

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""What a reader may set without losing anything (WCAG 2.2, 1.4.12)."""
RESTS = """const rest = async () => {
    const frame = () => new Promise(requestAnimationFrame), focused = document.activeElement;
    const place = () => { const { x, y } = focused.getBoundingClientRect(); return `${x} ${y}`; };
    for (let before = ""; before !== place();) {
        before = place();
        await frame();
        await frame();
        await Promise.all(document.getAnimations().filter(
            each => each.playState === "running" && each.effect.getTiming().iterations !== Infinity
        ).map(each => each.finished.catch(() => {})));
    }
};"""
"""Waits until what moves or fades when the focus comes or goes has done so."""
STOP = f"""async start => {{ {RESTS}
    await rest();
    const focused = document.activeElement;
    if (focused === document.body || focused === start) return null;
    const {{ x, y, right, bottom }} = focused.getBoundingClientRect();
    const [left, top] = [Math.max(x - 24, 0), Math.max(y - 24, 0)];
    return [focused.outerHTML.slice(0, 160), {{ x: left, y: top, width: Math.min(right + 24, innerWidth) - left,
                                                height: Math.min(bottom + 24, innerHeight) - top }}];
}}"""
"""What has the focus, and where it is in sight with some pixels around it; nothing once the way round is done."""
LEFT = f"""async () => {{ {RESTS}
    const left = document.activeElement;
    left.blur();
    await rest();
    return left;
}}"""
"""Takes the focus away, and says from what."""
PAGES = ("Ask", "Conversations", "Improvements", "Compare", "Briefings", "Reports", "Accessibility")
by_walk = pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)


@by_walk
def test_axe_finds_nothing_and_headings_are_in_order_in_every_state(
    browser: Browser, fake_chat: str, walk: Walk
) -> None:
    """In light and in dark: each state is looked at in both, and the walk goes on in the one that came last."""
    found, schemes = {}, SCHEMES
    with reading(browser, fake_chat) as reader:
        for state in walk(reader):
            for scheme in schemes:
                reader.turn(scheme)
                found[f"{state}, {scheme}"] = [*reader.violations(), *disorder(reader)]
            schemes = schemes[::-1]
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_what_is_wrong_in_the_dark_alone_is_found_once_the_page_has_turned_dark(
    browser: Browser, fake_chat: str
) -> None:
    """What the test above relies on: the page follows in place, and is looked at as it is then."""
    with reading(browser, fake_chat) as reader:
        reader.page.add_style_tag(content=".inspection * { color: light-dark(#000, #222) !important; }")
        found = []
        for scheme in (*SCHEMES, *SCHEMES):
            reader.turn(scheme)
            found.append([wrong.partition(":")[0] for wrong in reader.violations()])
        assert found == [[], ["color-contrast"]] * 2


@by_walk
def test_nothing_is_lost_at_320_pixels_in_any_state(browser: Browser, fake_chat: str, walk: Walk) -> None:
    """320 pixels are what is left of 1280 at 400 % (WCAG 2.2, 1.4.10); the letters may be set wider still."""
    found = {}
    with reading(browser, fake_chat, width=320, height=600) as reader:
        for state in walk(reader):
            found[state] = [*reader.violations(), *disorder(reader), *too_wide(reader)]
            spacing = reader.page.add_style_tag(content=SPACED)
            found[f"{state}, spaced"] = too_wide(reader)
            spacing.evaluate("style => style.remove()")
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_an_empty_library(browser: Browser, empty_chat: str, name: str) -> None:
    with reading(browser, empty_chat) as reader:
        reader.go(name)
        for scheme in SCHEMES:
            reader.turn(scheme)
            assert [*reader.violations(), *disorder(reader)] == [], scheme


@pytest.mark.parametrize("width", [1440, 320])
@pytest.mark.parametrize("name", PAGES)
def test_wherever_the_keyboard_goes_one_sees_it(browser: Browser, fake_chat: str, name: str, width: int) -> None:
    """Every stop of the Tab key is in sight and looks different from how it looks without the focus."""
    with reading(browser, fake_chat, width=width, height=700) as reader:
        reader.ask("How are caseloads?")
        reader.go(name)
        assert [stop for stop in stops(reader) if not stop.endswith("seen")] == []


def test_each_page_is_reached_by_the_keyboard_alone_and_the_current_one_is_told(
    browser: Browser, fake_chat: str
) -> None:
    with reading(browser, fake_chat) as reader:
        for name in (*PAGES[1:], PAGES[0]):
            link = reader.link(name)
            reader.tab_to(link)
            reader.page.keyboard.press("Enter")
            expect(link).to_have_attribute("aria-current", "page")
            expect(reader.page.locator("[aria-current=page]")).to_have_count(1)
            title = "Ask the inspection reports" if name == "Ask" else f"{name} – Ask the inspection reports"
            expect(reader.page).to_have_title(title)


def test_a_link_skips_to_the_content(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.page.keyboard.press("Tab")
        expect(reader.page.get_by_role("link", name="Skip to main content")).to_be_focused()
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator("main")).to_be_focused()


def test_a_conversation_is_renamed_and_deleted_by_the_keyboard_alone(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        page = reader.page
        reader.ask("How are caseloads?")
        reader.go("Conversations")
        reader.tab_to(page.get_by_role("button", name="Rename"))
        page.keyboard.press("Enter")
        expect(page.get_by_label("New name")).to_be_focused()
        page.keyboard.press("Control+A")
        page.keyboard.type("For the committee in May")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Rename “For the committee in May”")).to_be_focused()
        expect(page.locator("[role=status]")).to_have_text("The conversation has its new name.")
        reader.tab_to(page.get_by_role("button", name="Delete “For the committee in May”"))
        page.keyboard.press("Enter")
        expect(page.locator("#sure")).to_be_focused()
        reader.tab_to(page.get_by_role("button", name="Delete for good"))
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Conversations")
        expect(page.locator(".kept li")).to_have_count(0)
        expect(page.locator("[role=status]")).to_have_text("The conversation was deleted.")


def test_nothing_moves_for_who_asked_for_less_motion(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.page.emulate_media(reduced_motion="reduce")
        for state in asking(reader):
            moving = reader.page.evaluate(
                "document.getAnimations().filter(each => each.effect.getComputedTiming().endTime > 10)"  # milliseconds
                ".map(each => each.effect.target.outerHTML.slice(0, 120))"
            )
            assert moving == [], state
            if state == "searching":
                return


def disorder(reader: Reader) -> list[str]:
    """What is wrong with the order of the headings: one h1, which is first, and no level is left out."""
    levels = [
        int(tag[1])
        for tag in reader.page.locator("h1:visible, h2:visible, h3:visible, h4:visible").evaluate_all(
            "all => all.map(heading => heading.tagName)"
        )
    ]
    jumps = any(after - before > 1 for before, after in pairwise(levels))
    return [f"headings {levels}"] if levels[:1] != [1] or levels.count(1) != 1 or jumps else []


def too_wide(reader: Reader) -> list[str]:
    """What is wider than the screen, but for what scrolls by itself: pictures of pages, tables."""
    widths: list[int] = reader.page.evaluate(
        "[innerWidth, document.scrollingElement.scrollWidth, document.querySelector('main').scrollWidth]"
    )
    return [] if max(widths) <= widths[0] else [f"{max(widths)} of {widths[0]} pixels"]


def stops(reader: Reader, most: int = 80) -> list[str]:
    """Where the Tab key stops on its way round the page, each with "seen" where one can see that it is there."""
    start = reader.page.get_by_role("link", name="Skip to main content")
    start.focus()
    found: list[str] = []
    for _press in range(most):
        reader.page.keyboard.press("Tab")
        stop = start.evaluate(STOP)
        if stop is None:
            break
        name, box = stop
        if box["width"] <= 0 or box["height"] <= 0:
            found.append(f"{name} is out of sight")
            continue
        focused = reader.page.screenshot(clip=box, animations="disabled", caret="hide")
        left = reader.page.evaluate_handle(LEFT)
        without = reader.page.screenshot(clip=box, animations="disabled", caret="hide")
        left.evaluate("element => element.focus({ preventScroll: true })")
        found.append(f"{name} is {'not shown' if focused == without else 'seen'}")
    assert found
    return found
