// Tells a screen reader what has changed, moves the reader to what was opened, and says plainly when the chat is gone.
// The live region stays the same element for the whole visit: one that is replaced is not read out.

const PATIENCE = 5000; // milliseconds that the place to move to may take to appear, and to be drawn anew

const HEADER = 70; // pixels at the top of the window that the links between the pages lie over
const FOOT = 150; // pixels at its foot that the place for a question lies over

// What begins in the lower half is brought up, to be read on; a button is only gone back to.
function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  const room = window.innerHeight;
  return top >= HEADER && (element.matches("button") ? bottom <= room - FOOT : top < room / 2);
}

let moved = 0; // counts the moves: only the last one holds the focus
let touched = 0; // when the reader last pressed a key or a button
for (const kind of ["keydown", "pointerdown"]) {
  document.addEventListener(kind, () => { touched = performance.now(); }, { capture: true, passive: true });
}

let acted = 0; // when they last chose something
let wrote = 0; // when they last wrote, or went to a place to write in
const isForWriting = (element) => element?.matches?.("textarea, input");
for (const kind of ["input", "pointerdown"]) {
  document.addEventListener(kind, ({ target }) => { if (isForWriting(target)) wrote = performance.now(); }, true);
}
document.addEventListener("click", ({ target }) => { if (!isForWriting(target)) acted = performance.now(); }, true);
document.addEventListener("keydown", ({ key }) => { if (key === "Enter") acted = performance.now(); }, true);

// Whoever presses a button and writes on elsewhere before it is heeded is not taken away from their words.
const isWriting = () => isForWriting(document.activeElement) && wrote > acted;

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
    if (focus && isWriting()) return;
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

// Of a chat that has ended Streamlit says that the internet may be gone, which it needs not at all.
const LOST = "It was ended, or this device has lost the way to it. What was answered is kept, and this page goes on by "
  + "itself as soon as the chat is back.";

function sayPlainly() {
  for (const dialog of document.querySelectorAll("[role=dialog]")) {
    const words = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
    for (let each = words.nextNode(); each; each = words.nextNode()) {
      if (each.nodeValue === "Connection error") each.nodeValue = "The chat does not answer";
      else if (each.nodeValue.startsWith("Streamlit server is not responding")) each.nodeValue = LOST;
    }
  }
}
new MutationObserver(sayPlainly).observe(document.body, { childList: true, subtree: true });

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
