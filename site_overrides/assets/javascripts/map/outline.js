/* Keeps the outline in step with the map: a topic's part is fetched when it is opened, the chosen claim's entry is brought into
 * sight and marked, and each entry has a button that shows its claim on the map. Without this, each topic's part is a page.
 */

export class Outline {
  #current = null; // the entry that is marked
  #wanted = null; // the claim that is followed
  #opened = null; // the topic that was opened for it, to be closed again; null where the reader opened it
  #parts = new Map(); // by topic's element, a promise of its list

  /** `show` is called with the number of a claim that is to be shown on the map. */
  constructor(element, argument, show) {
    Object.assign(this, { element, argument });
    element.addEventListener("toggle", ({ target }) => target.open && this.#part(target), { capture: true });
    element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-show]");
      if (button) show(Number(button.dataset.show));
    });
  }

  /** Make the outline a list that scrolls by itself, so that it can follow without moving the page. */
  begin() {
    this.element.classList.add("em-outline__all--following");
    for (const topic of this.element.querySelectorAll("details[open]")) this.#part(topic);
  }

  /** Put a topic's list into its place, once; where it does not come, the link to its page stays. */
  #part(topic) {
    if (!this.#parts.has(topic)) {
      const made = this.#fetched(topic).catch((error) => {
        console.warn(error);
        this.#parts.delete(topic);
      });
      this.#parts.set(topic, made);
    }
    return this.#parts.get(topic);
  }

  async #fetched(topic) {
    const link = topic.querySelector("p a");
    const number = this.argument.topics.findIndex(({ id }) => id === topic.dataset.topic);
    const [response] = await Promise.all([fetch(link.href), this.argument.names([number])]);
    if (!response.ok) throw new Error(`${link.href}: ${response.status}`);
    const { body } = new DOMParser().parseFromString(await response.text(), "text/html");
    const whole = body.querySelector(".em-outline");
    for (const each of whole.querySelectorAll("a")) each.href = new URL(each.getAttribute("href"), link.href);
    for (const entry of whole.querySelectorAll(".em-outline__claim")) entry.parentElement.querySelector("small").after(" ", this.#button(entry));
    link.parentElement.replaceWith(...whole.childNodes);
  }

  #button(entry) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "em-outline__show";
    button.textContent = "Show on map";
    button.setAttribute("aria-label", `Show on map: ${entry.textContent}`);
    button.dataset.show = this.argument.number(entry.parentElement.id.replace("claim-", ""));
    return button;
  }

  /** Open and mark the entry of a claim by its number, null for none; it is there when the promise is kept. */
  async follow(number) {
    if (number === this.#wanted) return;
    this.#wanted = number;
    this.#current?.removeAttribute("aria-current");
    this.#current = null;
    const topic = number === null ? null : this.#topic(number);
    if (this.#opened && this.#opened !== topic) {
      this.#opened.open = false;
      this.#opened = null;
    }
    if (!topic) return;
    if (!topic.open) {
      topic.open = true;
      this.#opened = topic;
    }
    await this.#part(topic);
    const entry = this.#entry(number);
    if (number !== this.#wanted || !entry) return;
    this.#current = entry;
    entry.setAttribute("aria-current", "true");
    const { top } = entry.getBoundingClientRect();
    this.element.scrollTop += top - this.element.getBoundingClientRect().top - this.element.clientHeight / 4;
  }

  /** Bring a claim's entry before the reader, with the focus. */
  async reveal(number, isCalm) {
    const topic = this.#topic(number);
    topic.open = true;
    await this.#part(topic);
    const entry = this.#entry(number);
    entry?.focus({ preventScroll: true });
    entry?.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  }

  #topic(number) {
    return document.getElementById(`topic-${this.argument.topics[this.argument.claims[number].topic].id}`);
  }

  #entry(number) {
    return document.getElementById(`claim-${this.argument.claims[number].id}`)?.querySelector(".em-outline__claim");
  }
}
