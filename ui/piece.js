// A piece of the page: shows HTML that ui/ made and tells Python which of its buttons was pressed.
// Python has escaped everything in it that came from reports and readers (ui/escape.py).

function bringMarkIntoView(place) {
  const view = place.querySelector(".page-view");
  const mark = view?.querySelector(".mark");
  if (!mark) return;
  const scroll = () => { view.scrollTop = mark.offsetTop - view.clientHeight / 4; };
  const picture = view.querySelector("img");
  if (picture.complete) scroll();
  else picture.addEventListener("load", scroll, { once: true });
}

function fill(place, html) {
  if (place.shown === html) return;
  place.shown = html;
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.press : undefined;
  place.innerHTML = html;
  // The button that was pressed is a new element now: the reader's focus stays on it.
  if (focused) place.querySelector(`[data-press="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  bringMarkIntoView(place);
}

async function copy(button) {
  let said = "Copied";
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    said = "The browser does not allow copying here: select the words and copy them by hand";
  }
  button.textContent = said;
  document.querySelector("[role=status]").textContent = said;
}

export default function ({ data, parentElement, setTriggerValue }) {
  let place = parentElement.querySelector(":scope > .inspection");
  if (!place) {
    place = document.createElement("div");
    place.className = "inspection";
    parentElement.appendChild(place);
  }
  place.onclick = (event) => {
    const button = event.target.closest("button:not([aria-disabled=true])");
    if (button?.dataset.copy) copy(button);
    else if (button) setTriggerValue("pressed", button.dataset.press);
  };
  fill(place, data.html);
}
