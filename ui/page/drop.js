// Streamlit gives the place where files are dropped a role that takes its name away, and a name all the same. It is a
// group with a name. It comes anew after each drop, so it is looked after for as long as the page is there.

function mend() {
  for (const place of document.querySelectorAll("[data-testid=stFileUploaderDropzone][role=presentation]")) {
    place.setAttribute("role", "group");
  }
}

export default function () {
  const watch = new MutationObserver(mend);
  watch.observe(document.body, { childList: true, subtree: true });
  mend();
  return () => watch.disconnect();
}
