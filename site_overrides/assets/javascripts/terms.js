/* A term of the glossary opens its meaning where it stands: by a tap, a click, Enter or Space. Meanings are fetched once, when
 * the first is asked for, from the file beside the glossary. Without this script, or where that fails, a term is a link.
 */

const TERM = ".em-term";
const GAP = 6; // pixels between a term and its meaning, and between that and the window's edge

const box = document.createElement("div");
const [name, meaning, more] = ["strong", "span", "a"].map((each) => box.appendChild(document.createElement(each)));
box.className = "em-meaning";
box.popover = "auto";
box.tabIndex = -1;
box.setAttribute("role", "dialog");
box.setAttribute("aria-labelledby", (name.id = "em-meaning-name"));
box.setAttribute("aria-describedby", (meaning.id = "em-meaning-text"));
more.textContent = "In the glossary";

let meanings; // what the file holds, or will: by the anchor of a term, its name and meaning
let shown = null; // the term whose meaning is open
let pressed = null; // the term whose meaning was open when the pointer came down on it, which closes it

function read(term) {
  meanings ??= fetch(new URL("terms.json", term.href)).then((response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.json();
  });
  return meanings;
}

async function open(term) {
  let found;
  try {
    found = (await read(term))[decodeURIComponent(term.hash.slice(1))];
  } catch {
    meanings = undefined;
  }
  if (!found) {
    location.assign(term.href);
    return;
  }
  [name.textContent, meaning.textContent] = found;
  more.href = term.href;
  term.focus({ preventScroll: true }); // to which the focus comes back
  term.after(box);
  box.showPopover();
  place(term);
  box.focus();
  shown = term;
  term.setAttribute("aria-expanded", "true");
}

/* Below the term, or above where there is more room, and never beyond the window's sides. */
function place(term) {
  const lines = [...term.getClientRects()];
  const { left, top } = lines[0];
  const { bottom } = lines.at(-1);
  const right = document.documentElement.clientWidth - box.offsetWidth - GAP;
  const isAbove = bottom + GAP + box.offsetHeight > innerHeight && top > innerHeight - bottom;
  box.style.left = `${scrollX + Math.max(GAP, Math.min(left, right))}px`;
  box.style.top = `${scrollY + (isAbove ? top - GAP - box.offsetHeight : bottom + GAP)}px`;
}

box.addEventListener("beforetoggle", ({ newState }) => {
  if (newState === "open") return;
  shown?.setAttribute("aria-expanded", "false");
  shown = null;
});
box.addEventListener("toggle", ({ newState }) => {
  if (newState === "closed") box.remove();
});
box.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !box.contains(relatedTarget)) box.hidePopover();
});

addEventListener("pointerdown", ({ target }) => {
  const term = target.closest?.(TERM);
  pressed = term && term === shown ? term : null;
  if (term) read(term).catch(() => {}); // a click tries again
});
addEventListener("click", (event) => {
  const term = event.target.closest?.(TERM);
  if (!term || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (pressed !== term) open(term);
  pressed = null;
});
addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches?.(TERM)) return;
  event.preventDefault();
  event.target.click();
});

for (const term of document.querySelectorAll(TERM)) {
  term.setAttribute("role", "button");
  term.setAttribute("aria-haspopup", "dialog");
  term.setAttribute("aria-expanded", "false");
}
