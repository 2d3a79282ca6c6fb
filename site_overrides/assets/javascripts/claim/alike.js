/* Shows the claims that say nearly the same as the one that is being written, and those that are worth a look. */

import { Likeness } from "./likeness.js";
import { element } from "./preview.js";

const WORTH_A_LOOK = 0.55; // of 1: the likeness from which on another claim is shown
const MOST = 5;
const FEWEST_WORDS = 4;

export class Alike {
  /** `lists` and `texts` return what is fetched: the lists of words, and all assertions in the order of `claims`. */
  constructor(into, { lists, texts, claims, home }) {
    Object.assign(this, { into, lists, texts, claims, home, order: [...claims.keys()] });
  }

  /** Show what is like an assertion about a period. */
  async show(assertion, period) {
    if (assertion.split(" ").length < FEWEST_WORDS) {
      this.into.replaceChildren();
      return;
    }
    const [lists, texts] = await Promise.all([this.lists(), this.texts()]);
    this.likeness ??= new Likeness(lists.likeness, texts);
    const near = this.likeness.nearest(assertion, WORTH_A_LOOK).slice(0, MOST).map((each) => ({ ...each, id: this.order[each.number] }));
    const isSame = near.some(({ likeness, maySame, id }) => likeness >= lists.likeness.like && maySame && !this.#isApart(id, period));
    const says = isSame
      ? "A claim here says nearly the same. Add your quote to it instead, or say in the assertion how yours differs:"
      : "These claims say something like it. Look whether yours is among them:";
    const items = element("ul");
    items.append(...near.map(({ id, number }) => this.#item(id, texts[number])));
    this.into.replaceChildren(...(near.length ? [element("p", isSame ? "em-form__wrong" : "", says), items] : []));
  }

  /** Tell whether a claim speaks about other years than a period. */
  #isApart(id, period) {
    const year = Number((period.match(/\d{4}/) ?? [])[0]);
    const { first, last } = this.claims.get(id);
    return Boolean(year) && Boolean((first && year < first) || (last && year > last));
  }

  #item(id, assertion) {
    const item = element("li");
    const link = element("a", "", this.claims.get(id).title);
    link.href = new URL(`claims/${id}/`, this.home);
    link.target = "_blank";
    item.append(link, `: ${assertion}`);
    return item;
  }
}
