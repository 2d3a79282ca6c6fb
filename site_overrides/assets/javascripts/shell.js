/* What is round every page: the drawer of narrow screens, the contents beside a text, the title in the header, terms of the
 * glossary, and what is closed on the screen but open on paper. Every part is an addition: without this script a page is whole.
 *
 * It stands in for the theme's own script, which took a phone longer than all else on a page together.
 */

const READ = 0.25; // of the window's height: one reads below the last heading that stands higher
const HEADINGS = "h1, h2, h3, h4";
const SETTLING = 6; // frames in which what stands above the target of a link may still be laid out, and move it

/* The drawer: a checkbox opens it, which labels stand for, and labels hear no keys. The one in the header becomes a button. */

const drawer = document.getElementById("__drawer");
const opener = document.createElement("button");

function openDrawer(isOpen) {
  drawer.checked = isOpen;
  opener.setAttribute("aria-expanded", isOpen);
}

const inHeader = document.querySelector(".md-header__button[for=__drawer]");
opener.type = "button";
opener.className = `${inHeader.className} em-drawer`;
opener.append(...inHeader.childNodes);
opener.addEventListener("click", () => openDrawer(!drawer.checked));
inHeader.replaceWith(opener);
openDrawer(false);
drawer.addEventListener("change", () => openDrawer(drawer.checked));
for (const label of document.querySelectorAll("label[tabindex]")) {
  label.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    label.click();
  });
}
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer.checked) return;
  openDrawer(false);
  opener.focus();
});
addEventListener("hashchange", () => openDrawer(false));

/* The title of the page stands in the header once its heading is out of sight. */

const heading = document.querySelector("h1");
const title = document.querySelector(".md-header__title");
if (heading && title) {
  const topic = document.createElement("div");
  topic.className = "md-header__topic";
  topic.append(document.createElement("span"));
  topic.firstChild.className = "md-ellipsis";
  topic.firstChild.textContent = document.title.replace(` – ${document.getElementById("main").dataset.site}`, "");
  title.firstElementChild.append(topic);
  new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
    title.classList.toggle("md-header__title--active", !isIntersecting && boundingClientRect.top < 0);
  }).observe(heading);
}

/* The contents beside a text say where in it one reads. */

const entries = new Map();
for (const link of document.querySelectorAll(".md-nav--secondary a[href^='#']")) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) entries.set(target, link);
}
const near = new IntersectionObserver(() => {
  const passed = [...entries.keys()].filter((target) => target.getBoundingClientRect().top < innerHeight * READ);
  const here = passed.at(-1);
  for (const [target, link] of entries) link.classList.toggle("em-here", target === here);
}, { rootMargin: `0px 0px ${100 * (READ - 1)}% 0px` });
for (const target of entries.keys()) near.observe(target);

/* What is folded away opens for an address that leads into it or to the heading above it, and on paper, where nobody can open
 * it. What is far from the window has no height of its own yet (`content-visibility`), so that the way to the target is gone twice. */

function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let inside = target?.closest("details");
  for (; inside; inside = inside.parentElement.closest("details")) inside.open = true;
  let below = target?.matches(HEADINGS) ? target.nextElementSibling : null;
  for (; below && !below.matches(HEADINGS); below = below.nextElementSibling) {
    if (below.matches(".em-fold")) below.open = true;
  }
  return target;
}

function reveal() {
  const target = unfold();
  if (!target) return;
  let frames = SETTLING;
  const reach = () => {
    target.scrollIntoView();
    frames -= 1;
    if (frames) requestAnimationFrame(reach);
  };
  reach();
}

const opened = new Set();
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details:not([open])")) {
    details.open = true;
    opened.add(details);
  }
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened.clear();
});
addEventListener("hashchange", reveal);
const isReloaded = performance.getEntriesByType("navigation")[0]?.type === "reload";
const arrive = isReloaded ? unfold : reveal; // a page that is loaded again stays where it was, which the browser sees to
if (document.readyState === "complete") arrive();
else addEventListener("load", arrive, { once: true });

/* Terms of the glossary open where they stand, where the browser has popovers. */

if ("popover" in HTMLElement.prototype && document.querySelector(".em-term")) import("./terms.js");
