/* Starts the page of the map: fetches the data, draws, and takes the outline into step once it is all there.
 *
 * The outline on the same page says everything in HTML, so the map is an addition: where this script fails, the note above
 * the outline stays. Texts of claims are only ever drawn on the canvas or set as textContent.
 */

import { Argument } from "./argument.js";
import { Outline } from "./outline.js";
import { MapPage } from "./page.js";

const part = (id) => document.getElementById(id);

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

async function start(root) {
  const sheet = document.querySelector("link[href$='map.css']");
  const styled = sheet.sheet || new Promise((done) => sheet.addEventListener("load", done, { once: true }));
  const argument = new Argument(await fetched(root.dataset.map), (topic) => fetched(`${root.dataset.names}${topic}.json`));
  await styled;
  const page = new MapPage(root, argument);
  await page.start();
  const join = () => page.join(new Outline(part("map-outline"), argument, (number) => page.show(number)));
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", join, { once: true });
  else join();
}

const root = part("claims-map");
if (root) {
  start(root).catch((error) => {
    root.dataset.failed = "true";
    part("map-frame").hidden = true;
    part("map-note").hidden = false;
    part("map-note").textContent = "The map could not be drawn. The outline below says the same in words.";
    console.warn(error);
  });
}
