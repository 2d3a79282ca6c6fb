/* The fields of the form: what stands in them, lists that grow, names that are picked from lists, and the draft that is kept. */

const DRAFT = "em-draft";

/** Return the controls of an element that are not in a list of it. */
const own = (within) => [...within.querySelectorAll("input, select, textarea")].filter((field) => field.name !== "task");

export class Fields {
  #made = 0;

  constructor(form) {
    this.form = form;
  }

  get task() {
    return this.form.elements.task.value;
  }

  set task(task) {
    for (const each of this.form.elements.task) each.checked = each.value === task;
  }

  list(name) {
    return this.form.querySelector(`[data-list="${name}"]`);
  }

  items(name) {
    return [...this.list(name).children];
  }

  /** Add an item to a list, each of its ids made its own, with values by name. */
  add(name, values = {}) {
    const item = this.form.querySelector(`template[data-item="${name}"]`).content.firstElementChild.cloneNode(true);
    this.#made += 1;
    for (const attribute of ["id", "for", "aria-describedby"]) {
      for (const each of item.querySelectorAll(`[${attribute}]`)) each.setAttribute(attribute, `${each.getAttribute(attribute)}-${this.#made}`);
    }
    this.list(name).append(item);
    this.#number(name);
    this.set(item, values);
    return item;
  }

  remove(name, item) {
    item.remove();
    this.#number(name);
  }

  #number(name) {
    const items = this.items(name);
    items.forEach((item, at) => {
      const legend = item.querySelector("legend");
      legend.textContent = `${legend.textContent.split(" ")[0]}${items.length > 1 ? ` ${at + 1}` : ""}`;
    });
  }

  /** Set the values of an element's controls by name; a speaker is kept until its source's speakers are known. */
  set(within, values) {
    for (const field of own(within)) {
      if (values[field.name] === undefined) continue;
      field.value = values[field.name];
      if (field.name === "speaker") field.dataset.wanted = values[field.name];
    }
  }

  /** Return the values of an element's controls by name. */
  values(within) {
    return Object.fromEntries(own(within).map((field) => [field.name, field.name === "speaker" && field.dataset.wanted ? field.dataset.wanted : field.value]));
  }

  /** Return the values of what is asked for a task, outside of lists. */
  asked(task) {
    const sections = [...this.form.querySelectorAll("section[data-for]")].filter((section) => section.dataset.for.split(" ").includes(task));
    const fields = sections.flatMap(own).filter((field) => !field.closest("[data-list]"));
    return Object.fromEntries(fields.map((field) => [field.name, field.value]));
  }

  /** Show what belongs to the present task. */
  show() {
    for (const each of this.form.querySelectorAll("[data-for]")) each.hidden = !each.dataset.for.split(" ").includes(this.task);
  }

  /** Keep what stands in the form in this browser; where it keeps nothing, the draft is lost with the page. */
  keep() {
    const fields = Object.fromEntries(own(this.form).filter((field) => !field.closest("[data-list]")).map((field) => [field.id, field.value]));
    const lists = Object.fromEntries(["quotes", "links"].map((name) => [name, this.items(name).map((item) => this.values(item))]));
    try {
      localStorage.setItem(DRAFT, JSON.stringify({ task: this.task, fields, lists }));
    } catch {
      this.isLost = true;
    }
  }

  /** Bring back what was kept, or begin with an empty quote and link. */
  restore() {
    const kept = this.#kept();
    this.task = kept.task ?? "claim";
    for (const [id, value] of Object.entries(kept.fields ?? {})) {
      const field = document.getElementById(id);
      if (field && this.form.contains(field)) field.value = value;
    }
    for (const name of ["quotes", "links"]) {
      for (const values of kept.lists?.[name] ?? []) this.add(name, values);
      if (!this.items(name).length) this.add(name);
    }
  }

  #kept() {
    try {
      return JSON.parse(localStorage.getItem(DRAFT)) ?? {};
    } catch {
      return {};
    }
  }

  /** Begin anew. */
  clear() {
    this.form.reset();
    for (const name of ["quotes", "links"]) {
      this.list(name).replaceChildren();
      this.add(name);
    }
    try {
      localStorage.removeItem(DRAFT);
    } catch {
      this.isLost = true;
    }
  }
}

/** Names by which things are picked: each with its id; where two are alike, the id tells them apart. */
export class Names {
  constructor(pairs) {
    const times = new Map();
    for (const [, title] of pairs) times.set(title, (times.get(title) ?? 0) + 1);
    this.byId = new Map(pairs.map(([id, title]) => [id, times.get(title) > 1 ? `${title} (${id})` : title]));
    this.byName = new Map([...this.byId].map(([id, name]) => [name.toLowerCase(), id]));
  }

  id(name) {
    return this.byName.get(name.trim().toLowerCase()) ?? "";
  }

  name(id) {
    return this.byId.get(id) ?? id;
  }

  fill(datalist) {
    datalist.replaceChildren(...[...this.byId.values()].map((name) => {
      const option = document.createElement("option");
      option.value = name;
      return option;
    }));
  }
}
