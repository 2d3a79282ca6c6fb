/* The view in the address: `#claim=…&to=…&topic=…&kinds=…&standing=…&at=topic,x,y,zoom`. What is not said is as it begins. */

const LIST = /^[a-z_-]+(,[a-z_-]+)*$/; // kinds are fields of a claim, such as counts_against
const ENTRY = /^#claim-([a-z0-9-]+)$/; // an entry of the outline, when all of them stood on this page
const PLACE = /^(?:([a-z0-9-]+),)?(-?\d{1,7}),(-?\d{1,7}),(\d{1,2}(?:\.\d{1,4})?)$/; // once it was said without a topic

/** Return what an address asks for, as text; null where it is not one of the map's, such as `#outline`. */
export function asked(hash) {
  const entry = ENTRY.exec(hash);
  if (entry) return asked(`#claim=${entry[1]}`);
  if (hash && !hash.includes("=")) return null;
  const given = new URLSearchParams(hash.slice(1));
  const list = (name) => (LIST.test(given.get(name) ?? "") ? given.get(name).split(",") : null);
  const place = PLACE.exec(given.get("at") ?? "");
  return {
    claim: given.get("claim") ?? "",
    to: given.get("to") ?? "",
    topic: given.get("topic") ?? "",
    kinds: given.has("kinds") && !given.get("kinds") ? [] : list("kinds"),
    standing: given.has("standing") && !given.get("standing") ? [] : list("standing"),
    at: place && { topic: place[1] ?? "", x: Number(place[2]), y: Number(place[3]), scale: Number(place[4]) },
  };
}

/** Return the address of a view, empty where it is the whole map. `kinds` and `standing` are null for all. */
export function address({ claim, to, topic, kinds, standing, at }) {
  const parts = [];
  if (claim) parts.push(`claim=${claim}`);
  if (claim && to) parts.push(`to=${to}`);
  if (topic) parts.push(`topic=${topic}`);
  if (kinds) parts.push(`kinds=${kinds.join(",")}`);
  if (standing) parts.push(`standing=${standing.join(",")}`);
  if (at) parts.push(`at=${at.topic && `${at.topic},`}${Math.round(at.x)},${Math.round(at.y)},${Number(at.scale.toFixed(3))}`);
  return parts.length ? `#${parts.join("&")}` : "";
}
