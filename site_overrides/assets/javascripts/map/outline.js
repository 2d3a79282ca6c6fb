/* Keeps the outline in step with the map: the chosen claim's entry is opened, brought into sight and marked, and each entry
 * has a button that shows its claim on the map. The outline is whole without this.
 */

export class Outline {
  #current = null;
  #opened = null; // the topic that was opened for the claim, to be closed again; null where the reader opened it

  /** `show` is called with the id of a claim that is to be shown on the map. */
  constructor(element, show) {
    this.element = element;
    element.addEventListener("toggle", (event) => this.#fit(event.target), { capture: true });
    element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-show]");
      if (button) show(button.dataset.show);
    });
  }

  /** Make the outline a list that scrolls by itself, so that it can follow without moving the page. */
  begin() {
    this.element.classList.add("em-outline__all--following");
    for (const topic of this.element.querySelectorAll("details[open]")) this.#fit(topic);
  }

  /** Return the ids of claims in their order here. */
  order() {
    return [...this.element.querySelectorAll(".em-outline__claim")].map((link) => link.dataset.claim);
  }

  /** Give each claim of an open topic its button; at thousands of claims, closed topics need none. */
  #fit(topic) {
    if (!topic.open || topic.dataset.fitted) return;
    topic.dataset.fitted = "true";
    for (const link of topic.querySelectorAll(".em-outline__claim")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "em-outline__show";
      button.textContent = "Show on map";
      button.setAttribute("aria-label", `Show on map: ${link.textContent}`);
      button.dataset.show = link.dataset.claim;
      link.parentElement.querySelector("small").after(" ", button);
    }
  }

  /** Open and mark a claim's entry, null for none. */
  follow(id) {
    const link = id && this.#link(id);
    if (link === this.#current) return;
    this.#current?.removeAttribute("aria-current");
    this.#current = link ?? null;
    const topic = link?.closest("details") ?? null;
    if (this.#opened && this.#opened !== topic) {
      this.#opened.open = false;
      this.#opened = null;
    }
    if (!link) return;
    if (!topic.open) {
      topic.open = true;
      this.#opened = topic;
    }
    this.#fit(topic);
    link.setAttribute("aria-current", "true");
    const { top } = link.getBoundingClientRect();
    this.element.scrollTop += top - this.element.getBoundingClientRect().top - this.element.clientHeight / 4;
  }

  /** Bring a claim's entry before the reader, with the focus. */
  reveal(id, isCalm) {
    const link = this.#link(id);
    if (!link) return;
    this.follow(id);
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  }

  #link(id) {
    return document.getElementById(`claim-${id}`)?.querySelector(".em-outline__claim") ?? null;
  }
}
