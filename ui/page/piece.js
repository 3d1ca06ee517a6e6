// A piece of the page: shows HTML that ui/ made and tells Python which of its buttons was pressed.
// Python has escaped everything in it that came from reports and readers (ui/escape.py).

function bringMarkIntoView(view) {
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
  const active = place.contains(document.activeElement) ? document.activeElement : undefined;
  const focused = active?.dataset.press;
  const typing = active?.matches("input[id]:not([type])") ? [active.id, active.value, active.selectionEnd] : undefined;
  const written = [...place.querySelectorAll("textarea")].map((field) => [field.id, field.value]);
  const opened = [...place.querySelectorAll("details[open]")].map((each) => each.id);
  place.innerHTML = html;
  for (const id of opened) place.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  // The button that was pressed is a new element now: the reader's focus stays on it, and their words in the form.
  if (focused) place.querySelector(`[data-press="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  for (const [id, value] of written) if (id) place.querySelector(`#${CSS.escape(id)}`)?.replaceChildren(value);
  if (typing) resume(place.querySelector(`#${CSS.escape(typing[0])}`), typing);
  bringMarkIntoView(place.querySelector(".page-view"));
}

function resume(field, [, value, at]) {
  if (!field) return;
  field.value = value;
  field.focus({ preventScroll: true });
  field.setSelectionRange(at, at);
}

function say(words) {
  const region = document.querySelector("[role=status]");
  if (region) region.textContent = words;
}

async function copy(button) {
  button.words ??= button.textContent;
  let said = "Copied";
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? location.href);
  } catch {
    said = "The browser does not allow copying here: select the words and copy them by hand";
  }
  button.textContent = said;
  say(said);
  if (said === "Copied") setTimeout(() => { button.textContent = button.words; }, 2500);
}

// The page of the report as large as the window: the picture that is there already, in a dialog of the browser's own.
function enlarge(place, title) {
  const dialog = document.createElement("dialog");
  dialog.className = "whole";
  dialog.setAttribute("aria-label", title);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "plain";
  close.textContent = "Close the page";
  close.onclick = () => dialog.close();
  const view = document.createElement("div");
  view.className = "page-view";
  view.tabIndex = 0;
  view.setAttribute("role", "region");
  view.setAttribute("aria-label", title);
  view.append(place.querySelector(".page").cloneNode(true));
  dialog.append(close, view);
  dialog.onclose = () => dialog.remove();
  place.append(dialog);
  dialog.showModal();
  bringMarkIntoView(view);
}

// A file that Python sent because a button asked for it: a PDF of the library opens in the tab that waits for it, as a
// PDF whatever is in it; everything else is saved.
function receive(place, file) {
  if (!file || place.received === file.count) return;
  place.received = file.count;
  const bytes = Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: file.type }));
  if (place.tab) {
    place.tab.location.replace(`${address}#page=${file.page}`);
    place.tab = undefined;
  } else {
    const link = document.createElement("a");
    link.href = address;
    link.download = file.name;
    link.click();
    say(`${file.name} is saved.`);
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let place = parentElement.querySelector(":scope > .inspection");
  if (!place) {
    place = document.createElement("div");
    place.className = "inspection";
    place.received = data.file?.count;
    parentElement.appendChild(place);
  }
  place.onclick = (event) => {
    const button = event.target.closest("button:not([aria-disabled=true])");
    if (!button) return;
    if ("copy" in button.dataset || "copyAddress" in button.dataset) copy(button);
    else if (button.dataset.dialog) enlarge(place, button.dataset.dialog);
    else if (button.dataset.open) {
      place.tab = window.open("", "_blank");
      setTriggerValue("pressed", button.dataset.open);
    } else if (button.dataset.press) setTriggerValue("pressed", button.dataset.press);
  };
  place.onsubmit = (event) => {
    event.preventDefault();
    const form = event.target;
    setTriggerValue("pressed", `${form.dataset.form}:${form.elements.words.value}`);
  };
  fill(place, data.html);
  receive(place, data.file);
}
