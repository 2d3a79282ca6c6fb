/* The search in place: a box, and below it a list of claims to choose from, by keyboard, mouse or finger.
 *
 * It is a combobox with a listbox (ARIA Authoring Practices, "Editable Combobox With List Autocomplete").
 */

export class Finder {
  #found = [];
  #at = -1;

  /** `choose` is called with the number of a claim, `say` with what was found, in words. */
  constructor(box, list, argument, { choose, say }) {
    Object.assign(this, { box, list, argument, choose, say });
    box.addEventListener("input", () => this.#look());
    box.addEventListener("focus", () => this.#look());
    box.addEventListener("focus", () => argument.allNames()?.catch((error) => console.warn(error)));
    box.addEventListener("blur", () => this.#close());
    box.addEventListener("keydown", (event) => this.#key(event));
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item && item.dataset.claim) this.#take(Number(item.dataset.claim));
    });
  }

  #look() {
    const question = this.box.value.trim();
    if (!question) {
      this.#close();
      return;
    }
    const coming = this.argument.allNames();
    if (coming) {
      coming.then(() => document.activeElement === this.box && this.#look(), () => this.say("The titles could not be fetched."));
      return;
    }
    const { found, total } = this.argument.find(question);
    this.#found = found;
    const items = found.map((number, at) => this.#item(number, at));
    if (!found.length) items.push(this.#note("No title has these words."));
    else if (total > found.length) items.push(this.#note(`and ${total - found.length} more: add a word`));
    this.list.replaceChildren(...items);
    this.list.hidden = false;
    this.box.setAttribute("aria-expanded", "true");
    this.#mark(found.length ? 0 : -1);
    this.say(total === 1 ? "1 claim found" : `${total} claims found`);
  }

  #item(number, at) {
    const { title, topic } = this.argument.claims[number];
    const item = document.createElement("li");
    item.id = `map-hit-${at}`;
    item.setAttribute("role", "option");
    item.dataset.claim = number;
    const name = document.createElement("span");
    name.textContent = title;
    const of = document.createElement("small");
    of.textContent = this.argument.topics[topic].title;
    item.append(name, " ", of);
    return item;
  }

  #note(text) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.setAttribute("aria-disabled", "true");
    item.textContent = text;
    return item;
  }

  #mark(at) {
    this.#at = at;
    [...this.list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
    if (at < 0) {
      this.box.removeAttribute("aria-activedescendant");
      return;
    }
    this.box.setAttribute("aria-activedescendant", `map-hit-${at}`);
    this.list.children[at].scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    const count = this.#found.length;
    const isOpen = !this.list.hidden;
    if (event.key === "Escape") {
      if (!isOpen && !this.box.value) return;
      if (!isOpen) this.box.value = "";
      this.#close();
    } else if (event.key === "Enter") {
      if (isOpen && this.#at >= 0) this.#take(this.#found[this.#at]);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!isOpen) this.#look();
      else if (count) this.#mark((this.#at + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    } else {
      return;
    }
    event.preventDefault();
  }

  #take(number) {
    this.box.value = "";
    this.#close();
    this.choose(number);
  }

  #close() {
    this.#found = [];
    this.#at = -1;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }
}
