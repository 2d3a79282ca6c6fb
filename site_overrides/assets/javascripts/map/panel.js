/* The panel beside the map: the chosen claim in words, its links by kind with their reasons, and the way to another claim.
 *
 * Titles and links are there at once; assertion, reasons and what explains the standing are read from the claim's
 * shard, the file of data that has it (`api/v2/shards/`). Texts are only ever set as textContent.
 */

const part = (id) => document.getElementById(id);

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** Return the name of the shard of a claim: the last two hexadecimal digits of the CRC-32 of its id, as `data/api/shards.py` does. */
export function shardOf(id) {
  let rest = 0xffffffff;
  for (const letter of id) {
    rest ^= letter.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (~rest & 0xff).toString(16).padStart(2, "0");
}

export class Panel {
  #shards = new Map();
  #shown = null;

  /** `home` is the address of the site as seen from here; `show` is called with the number of a claim to be shown on the map. */
  constructor(argument, home, show) {
    Object.assign(this, { argument, home, show });
  }

  /** Return the address of a claim's page. */
  page(number) {
    return `${this.home}claims/${this.argument.claims[number].id}/`;
  }

  #link(number) {
    const link = element("a", "", this.argument.claims[number].title);
    link.href = this.page(number);
    return link;
  }

  /** Show a claim, or with null that none is chosen. */
  claim(number) {
    if (number === this.#shown) return;
    this.#shown = number;
    part("map-panel").hidden = number === null;
    part("map-both").classList.toggle("em-map__both--open", number !== null);
    if (number === null) return;
    const { title, topic, state } = this.argument.claims[number];
    const { words, outline, filled, dash } = this.argument.states[state];
    part("map-claim-topic").textContent = this.argument.topics[topic].title;
    part("map-title").textContent = title;
    part("map-state").textContent = words;
    part("map-mark-outline").setAttribute("d", outline);
    part("map-mark-outline").setAttribute("stroke-dasharray", dash || "none");
    part("map-mark-filled").setAttribute("d", filled);
    part("map-open").href = this.page(number);
    const { id } = this.argument.topics[topic];
    part("map-network").href = `${this.home}map/outline/${id}.html#network`;
    part("map-poster").href = `${this.home}map/poster/${id}.${document.getElementById("claims-map").dataset.poster}`;
    part("map-assertion").hidden = part("map-reason").hidden = true;
    this.#links(number, null);
    part("map-claim").closest(".em-map__panel").scrollTop = 0;
    this.#read(number).then((record) => {
      if (this.#shown === number && record) this.#tell(number, record);
    });
  }

  /** Return what the site's data say of a claim; null where they cannot be read. */
  #read(number) {
    const { id } = this.argument.claims[number];
    const shard = shardOf(id);
    if (!this.#shards.has(shard)) {
      const read = fetch(`${this.home}api/v2/shards/${shard}.json`).then((response) => {
        if (!response.ok) throw new Error(`${shard}: ${response.status}`);
        return response.json();
      });
      this.#shards.set(shard, read.catch((error) => {
        this.#shards.delete(shard);
        console.warn(error);
        return [];
      }));
    }
    return this.#shards.get(shard).then((claims) => claims.find((claim) => claim.id === id) ?? null);
  }

  #tell(number, record) {
    part("map-assertion").textContent = record.assertion;
    part("map-reason").textContent = record.standing.reason;
    part("map-assertion").hidden = part("map-reason").hidden = false;
    this.#links(number, record.links);
  }

  /** List a claim's links by kind, those that others make first; `told` gives their reasons, null for not yet. */
  #links(number, told) {
    const reasons = new Map();
    for (const { kind, from_claim: from, to_claim: to, because } of [...(told?.made ?? []), ...(told?.met ?? [])]) {
      const key = `${kind} ${from} ${to}`;
      reasons.set(key, [...(reasons.get(key) ?? []), because]); // one claim may doubt several parts of another
    }
    const groups = new Map();
    for (const isMaker of [false, true]) {
      this.argument.kinds.forEach((_, kind) => {
        for (const step of this.argument.near[number]) {
          if (step.kind !== kind || step.isMaker !== isMaker) continue;
          const says = this.argument.says(step);
          if (!groups.has(says)) groups.set(says, []);
          groups.get(says).push(step);
        }
      });
    }
    const made = [...groups].flatMap(([says, steps]) => {
      const heading = element("h3", `em-map__says em-kind--${this.argument.kinds[steps[0].kind].id}`, `${says[0].toUpperCase()}${says.slice(1)}`);
      const list = element("ul");
      list.append(...steps.map((step) => this.#row(step, reasons)));
      return [heading, list];
    });
    if (!made.length) made.push(element("p", "em-none", "No link from or to another claim is recorded here."));
    part("map-links").replaceChildren(...made);
  }

  #row({ link, other }, reasons) {
    const { claims, kinds, links } = this.argument;
    const { from, to, kind } = links[link];
    const item = element("li");
    const button = element("button", "em-map__go-to", "On map");
    button.type = "button";
    button.setAttribute("aria-label", `Show on map: ${claims[other].title}`);
    button.addEventListener("click", () => this.show(other));
    item.append(this.#link(other), " ", button);
    const given = reasons.get(`${kinds[kind].id} ${claims[from].id} ${claims[to].id}`) ?? [];
    item.append(...given.map((because) => element("p", "em-map__because", because)));
    return item;
  }

  /** Show a way in words: pieces of text and numbers of claims; null for no second claim. Return it as text. */
  route(pieces) {
    part("map-route").hidden = pieces === null;
    if (pieces === null) return "";
    const nodes = pieces.map((piece) => (typeof piece === "number" ? this.#link(piece) : document.createTextNode(piece)));
    part("map-route-words").replaceChildren(...nodes);
    return part("map-route-words").textContent;
  }
}
