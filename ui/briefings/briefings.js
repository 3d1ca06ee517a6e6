// What a briefing's page has beside its buttons: its items can be dragged, and what is written in it is saved as it is
// written. There is nothing to see of this component; it listens to the page. The buttons "Move up" and "Move down" do
// all that dragging does.

const REST = 1000; // milliseconds after the last letter until it is saved
const MARGIN = 80; // pixels at the top of the window that the links between the pages lie over

const CHOSEN = "details.change [data-press]:not([data-press*='up:'], [data-press*='down:'])"; // steps may be repeated

let dragged; // the item that is being dragged
let waiting; // the timer until what is being written is saved
let stop; // ends the listening of the run before

function clear() {
  for (const each of document.querySelectorAll(".drop-before, .drop-after, .drop-into")) {
    each.classList.remove("drop-before", "drop-after", "drop-into");
  }
}

// Where an item would go if it was let go here: the section, and how many of its other items stand before it.
function aim(event) {
  const section = event.target.closest?.("[data-section]");
  if (!section) return undefined;
  const others = [...section.querySelectorAll("[data-item]")].filter((each) => each !== dragged);
  const found = others.findIndex((each) => {
    const { top, height } = each.getBoundingClientRect();
    return event.clientY < top + height / 2;
  });
  return { section, others, at: found < 0 ? others.length : found };
}

function show({ section, others, at }) {
  clear();
  if (!others.length) section.classList.add("drop-into");
  else if (at < others.length) others[at].classList.add("drop-before");
  else others[at - 1].classList.add("drop-after");
}

function listen(tell) {
  const on = {
    dragstart(event) {
      const grip = event.target.closest?.("[data-grip]");
      if (!grip) return;
      dragged = grip.closest("[data-item]");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", grip.dataset.grip);
      event.dataTransfer.setDragImage(dragged, 16, 16);
      dragged.classList.add("is-dragged");
    },
    dragover(event) {
      const there = dragged && aim(event);
      if (!there) return;
      event.preventDefault();
      show(there);
    },
    drop(event) {
      const there = dragged && aim(event);
      if (!there) return;
      event.preventDefault();
      tell("moved", `${dragged.dataset.item}:${there.section.dataset.section}:${there.at}`);
    },
    dragend() {
      dragged?.classList.remove("is-dragged");
      dragged = undefined;
      clear();
    },
    input(event) {
      const field = event.target;
      if (!field.dataset?.keep) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => save(field), REST);
    },
    keydown(event) {
      const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
      if (!menu) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    },
    click(event) {
      const chosen = event.target.closest?.(CHOSEN);
      for (const menu of document.querySelectorAll("details.menu[open]")) {
        if (!menu.contains(event.target) || menu.contains(chosen)) menu.open = false;
      }
    },
    focusin(event) {
      for (const menu of document.querySelectorAll("details.change[open]")) {
        if (!menu.contains(event.target)) menu.open = false; // it would lie over what has the focus
      }
    },
    change(event) {
      if (event.target.dataset?.keep) save(event.target);
    },
  };
  const save = (field) => {
    clearTimeout(waiting);
    if (field.kept === field.value) return;
    field.kept = field.value;
    // All of them, as of two that are told in quick succession the page would hear the last alone.
    const fields = [...document.querySelectorAll("[data-keep]")];
    tell("written", Object.fromEntries(fields.map((each) => [each.dataset.keep, each.value])));
  };
  for (const [name, heed] of Object.entries(on)) document.addEventListener(name, heed);
  return () => {
    clearTimeout(waiting);
    for (const [name, heed] of Object.entries(on)) document.removeEventListener(name, heed);
  };
}

// An item that was moved stays in sight.
function follow(moved) {
  requestAnimationFrame(() => {
    const item = document.getElementById(moved);
    if (!item) return;
    const { top, bottom } = item.getBoundingClientRect();
    if (top < MARGIN || bottom > innerHeight) item.scrollIntoView({ block: "nearest" });
  });
}

export default function ({ data, setTriggerValue, parentElement }) {
  if (data.count !== parentElement.count) {
    parentElement.count = data.count;
    if (data.moved) follow(data.moved);
  }
  stop?.();
  stop = listen(setTriggerValue);
  return stop;
}
