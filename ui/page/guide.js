// Tells a screen reader what has changed, and moves the reader to what was opened.
// The live region stays the same element for the whole visit: one that is replaced is not read out.

const PATIENCE = 5000; // milliseconds that the place to move to may take to appear, and to be drawn anew

const HEADER = 70; // pixels at the top of the window that the links between the pages lie over

function isInSight(element) {
  const { top } = element.getBoundingClientRect();
  return top >= HEADER && top < window.innerHeight / 2;
}

let moved = 0; // counts the moves: only the last one holds the focus
let touched = 0; // when the reader last pressed a key or a button
for (const kind of ["keydown", "pointerdown"]) {
  document.addEventListener(kind, () => { touched = performance.now(); }, { capture: true, passive: true });
}

// What was opened may be drawn once more, which takes the focus from it: it is given back, but never taken from another
// place. A screen reader, a switch or a voice may have moved the focus there without any key.
function hold(selector, started, mine) {
  if (performance.now() - started > PATIENCE || touched > started || mine !== moved) return;
  if (document.activeElement === document.body) document.querySelector(selector)?.focus({ preventScroll: true });
  requestAnimationFrame(() => hold(selector, started, mine));
}

function move(selector, focus, beside) {
  const started = performance.now();
  const mine = ++moved;
  const look = () => {
    const found = document.querySelector(selector);
    if (!found) {
      if (performance.now() - started < PATIENCE) requestAnimationFrame(look);
      return;
    }
    if (focus) {
      found.focus({ preventScroll: true });
      hold(selector, started, mine);
    }
    // The lines beside it have become shorter or longer: the place in them that the reader came from stays in sight.
    const origin = beside && document.querySelector(beside);
    if (origin && origin.getBoundingClientRect().right <= found.getBoundingClientRect().left) {
      origin.scrollIntoView({ block: "center" });
    } else if (!isInSight(found)) found.scrollIntoView({ block: "start" });
  };
  requestAnimationFrame(look);
}

export default function ({ data, parentElement }) {
  let region = parentElement.querySelector(":scope > [role=status]");
  if (!region) {
    region = document.createElement("div");
    region.className = "unseen";
    region.setAttribute("role", "status");
    region.setAttribute("aria-live", "polite");
    parentElement.appendChild(region);
  }
  if (region.said !== data.say) {
    region.said = data.say;
    region.textContent = data.say;
  }
  if (data.selector && region.moves !== data.moves) {
    region.moves = data.moves;
    move(data.selector, data.focus, data.beside);
  }
}
