/* Draws the argument on a topic with vis-network, from the network that pyvis wrote. Nothing is laid out here.
 *
 * The library takes a phone seconds to read, so it is fetched once the reader asks for the network, or comes by an address
 * that names a claim. The list on the same page says everything in HTML, so the network is an addition: where this script
 * fails, a note leads there. Texts of claims are only ever drawn on the canvas or set as textContent.
 */
(() => {
  "use strict";

  const part = (id) => document.getElementById(id);
  const root = part("claims-network");
  if (!root) return;

  const WIDE = 188; // a box, in the network's units
  const HIGH = 64;
  const NEAR = 1; // the scale at which a chosen claim is shown
  const READABLE = 0.86; // the least scale at which claims' titles can be read: with letters of 12 pixels
  const STEP = 1.4; // of a zoom button
  const MARGIN = 24; // round what is shown
  const HEAVY = 3000; // with more links than that one frame takes too long for a movement, or to follow the pointer

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  if (named()) start();
  else offer();

  // The claim that the address names, if it names one.
  function named() {
    return /^#claim=([a-z0-9-]+)$/.exec(location.hash)?.[1];
  }

  function offer() {
    const begin = async (asked) => {
      removeEventListener("hashchange", come);
      part("network-draw").disabled = true;
      await start();
      if (asked && root.dataset.ready) part("network-canvas").focus({ preventScroll: true });
    };
    const come = () => named() && begin(false);
    addEventListener("hashchange", come);
    part("network-draw").addEventListener("click", () => begin(true), { once: true });
    part("network-note").hidden = true;
    part("network-offer").hidden = false;
  }

  async function start() {
    try {
      const [response] = await Promise.all([fetch(root.dataset.network), library()]);
      if (!response.ok) throw new Error(`the network: ${response.status}`);
      draw(await response.json());
    } catch (error) {
      root.dataset.failed = "true";
      part("network-frame").hidden = true;
      part("network-offer").hidden = true;
      part("network-note").hidden = false;
      part("network-note").textContent = "The network could not be drawn. The list below says the same in words.";
      console.warn(error);
    }
  }

  function library() {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root.dataset.library;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error("vis-network did not come")));
      document.head.append(script);
    });
  }

  function draw(data) {
    const canvas = part("network-canvas");
    part("network-frame").hidden = false;
    const nodes = new Map(data.nodes.map((node) => [node.id, node]));
    const links = linksByClaim(data);
    const order = [...nodes.values()].sort(byName).map((node) => node.id);
    const heavy = data.edges.length > HEAVY;
    let look = colours();
    let chosen = null;

    const edges = new vis.DataSet(data.edges.map((edge, index) => ({ ...edge, id: index, color: edgeColour(edge) })));
    const network = new vis.Network(canvas, { nodes: new vis.DataSet(data.nodes.map(boxed)), edges }, options());
    for (const inner of canvas.querySelectorAll("[tabindex]")) inner.tabIndex = -1; // the frame itself takes the focus
    part("network-note").hidden = true;
    part("network-offer").hidden = true;

    network.on("click", onClick);
    network.on("hoverNode", (event) => showTip(event.node, event.pointer.DOM));
    network.on("blurNode", hideTip);
    network.on("dragStart", hideTip);
    network.on("zoom", hideTip);

    canvas.addEventListener("keydown", onKey);
    canvas.addEventListener("wheel", (event) => {
      // Without Ctrl the page scrolls, as it does everywhere else.
      if (!event.ctrlKey && !event.metaKey) event.stopImmediatePropagation();
    }, { capture: true });
    part("network-in").addEventListener("click", () => zoom(STEP));
    part("network-out").addEventListener("click", () => zoom(1 / STEP));
    part("network-whole").addEventListener("click", () => whole());
    addEventListener("hashchange", () => fromAddress());
    new MutationObserver(recolour).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });

    begin();
    fromAddress({ still: true });
    root.dataset.ready = "true";

    // What it looks like

    function options() {
      const own = data.options;
      return {
        ...own,
        autoResize: true,
        interaction: { ...own.interaction, hideEdgesOnZoom: heavy, hover: !heavy, keyboard: false, zoomSpeed: 0.6 },
        nodes: {
          ...own.nodes,
          borderWidth: 1,
          borderWidthSelected: 3,
          chosen: true,
          color: {
            background: look.box,
            border: look.line,
            highlight: { background: look.box, border: look.ink },
            hover: { background: look.box, border: look.ink },
          },
          font: { ...own.nodes.font, color: look.ink, face: look.face },
          scaling: { label: { enabled: false, drawThreshold: 6 } },
        },
        edges: { ...own.edges, hoverWidth: 1, selectionWidth: 2, arrowStrikethrough: false },
      };
    }

    function colours() {
      const style = getComputedStyle(root);
      const value = (name) => style.getPropertyValue(name).trim();
      const kinds = {};
      for (const kind of ["supports", "counts_against", "opposes", "undercuts", "limits", "rivals", "context"]) kinds[kind] = value(`--em-map-${kind}`);
      return {
        kinds,
        box: value("--em-map-box"),
        line: value("--em-map-line"),
        ink: value("--em-map-ink"),
        face: style.fontFamily,
      };
    }

    // A claim of another topic has a broken edge, a thesis of this one a thick edge.
    function boxed(node) {
      return {
        ...node,
        borderWidth: node.isThesis ? 3 : 1,
        shapeProperties: { borderDashes: node.topic ? [5, 4] : false },
      };
    }

    function edgeColour({ kind }) {
      const colour = look.kinds[kind];
      return { color: colour, highlight: colour, hover: colour, inherit: false };
    }

    function recolour() {
      look = colours();
      edges.update(edges.map((edge) => ({ id: edge.id, color: edgeColour(edge) })));
      network.setOptions({ nodes: options().nodes });
      network.redraw();
    }

    function showTip(id, at) {
      const tip = part("network-tip");
      tip.textContent = nodes.get(id).name;
      tip.hidden = false;
      const left = Math.max(0, Math.min(at.x + 12, canvas.clientWidth - tip.offsetWidth));
      const above = at.y - tip.offsetHeight - 12;
      tip.style.left = `${left}px`;
      tip.style.top = `${above < 0 ? at.y + 20 : above}px`;
      canvas.classList.add("em-map__canvas--over");
    }

    function hideTip() {
      part("network-tip").hidden = true;
      canvas.classList.remove("em-map__canvas--over");
    }

    // Where it looks

    function animation(still = false) {
      return still || heavy || calm.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" };
    }

    function zoom(factor) {
      network.moveTo({ scale: network.getScale() * factor, animation: animation() });
    }

    function area() {
      const xs = data.nodes.map(({ x }) => x);
      const ys = data.nodes.map(({ y }) => y);
      const [left, top] = [Math.min(...xs) - WIDE / 2, Math.min(...ys) - HIGH / 2];
      return { left, top, width: Math.max(...xs) + WIDE / 2 - left, height: Math.max(...ys) + HIGH / 2 - top };
    }

    function fitting({ width, height }) {
      return Math.min(canvas.clientWidth / (width + MARGIN), canvas.clientHeight / (height + MARGIN), NEAR);
    }

    function whole({ still = false } = {}) {
      const all = area();
      network.moveTo({ position: { x: all.left + all.width / 2, y: all.top + all.height / 2 }, scale: fitting(all), animation: animation(still) });
    }

    // All of it where that can be read; otherwise the first thesis, with what stands above it.
    function begin() {
      const all = area();
      const thesis = data.nodes.find(({ isThesis }) => isThesis);
      if (fitting(all) >= READABLE || !thesis) {
        whole({ still: true });
        return;
      }
      const high = canvas.clientHeight / READABLE;
      network.moveTo({ position: { x: thesis.x, y: Math.min(thesis.y + HIGH / 2 + MARGIN - high / 2, thesis.y) }, scale: READABLE, animation: false });
    }

    function choose(id, { near = false, still = false } = {}) {
      chosen = id;
      const node = nodes.get(id);
      network.selectNodes([id], true);
      const scale = near ? Math.max(network.getScale(), NEAR * 0.8) : network.getScale();
      const at = network.canvasToDOM(node);
      const inside = at.x > 80 && at.y > 40 && at.x < canvas.clientWidth - 80 && at.y < canvas.clientHeight - 40;
      if (near || !inside) network.moveTo({ position: { x: node.x, y: node.y }, scale, animation: animation(still) });
      part("network-said").textContent = described(id);
      part("network-open").href = node.url;
      part("network-actions").hidden = false;
    }

    function release() {
      chosen = null;
      network.unselectAll();
      part("network-said").textContent = "No claim is selected.";
      part("network-actions").hidden = true;
    }

    function described(id) {
      const node = nodes.get(id);
      const counts = new Map();
      for (const words of links.get(id) || []) counts.set(words, (counts.get(words) || 0) + 1);
      const tail = [...counts].map(([words, count]) => `${words} ${count}`).join(", ");
      return `${node.name}${node.topic && ` – in “${node.topic}”`}; ${tail || "no links"}`;
    }

    function fromAddress({ still = false } = {}) {
      const id = named();
      if (!id || !nodes.has(id)) return;
      choose(id, { near: true, still });
      root.scrollIntoView({ block: "start" });
    }

    // What a reader does

    function onClick(event) {
      const pointer = event.event.srcEvent || event.event;
      const id = event.nodes[0];
      if (id === undefined) {
        release();
        return;
      }
      const touched = (pointer.pointerType || event.event.pointerType) !== "mouse";
      if (touched && id !== chosen) choose(id);
      else open(id, pointer.ctrlKey || pointer.metaKey);
    }

    function open(id, aside) {
      const { url } = nodes.get(id);
      if (aside) window.open(url, "_blank", "noopener");
      else location.assign(url);
    }

    function onKey(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const at = chosen === null ? -1 : order.indexOf(chosen);
      const keys = {
        ArrowLeft: () => step(-1, 0),
        ArrowRight: () => step(1, 0),
        ArrowUp: () => step(0, -1),
        ArrowDown: () => step(0, 1),
        PageDown: () => goToRank(at + 1),
        PageUp: () => goToRank(at - 1),
        Home: () => goToRank(0),
        End: () => goToRank(order.length - 1),
        Enter: () => chosen !== null && open(chosen, false),
        Escape: release,
        "+": () => zoom(STEP),
        "=": () => zoom(STEP),
        "-": () => zoom(1 / STEP),
        0: () => whole(),
      };
      if (!(event.key in keys)) return;
      event.preventDefault();
      keys[event.key]();
    }

    function goToRank(rank) {
      if (order.length) choose(order[Math.min(Math.max(rank, 0), order.length - 1)], { near: true });
    }

    // To the nearest claim that lies more ahead than aside; from nowhere, to the claim nearest to the middle of the view.
    function step(dx, dy) {
      const from = chosen === null ? network.getViewPosition() : nodes.get(chosen);
      let best = null;
      let least = Infinity;
      for (const node of nodes.values()) {
        if (node.id === chosen) continue;
        const x = node.x - from.x;
        const y = node.y - from.y;
        const ahead = x * dx + y * dy;
        const aside = Math.abs(x * dy) + Math.abs(y * dx);
        if (chosen !== null && (ahead <= 0 || aside > 2 * ahead)) continue;
        const cost = chosen === null ? Math.hypot(x, y) : ahead + 2 * aside;
        if (cost < least) [best, least] = [node.id, cost];
      }
      if (best !== null) choose(best, { near: true });
    }
  }

  function linksByClaim({ edges, words }) {
    const links = new Map();
    const add = (id, said) => links.set(id, [...(links.get(id) || []), said]);
    for (const edge of edges) {
      add(edge.from, words[edge.kind].onward);
      add(edge.to, words[edge.kind].inward);
    }
    return links;
  }

  function byName(one, other) {
    return one.name.localeCompare(other.name, "en") || (one.id < other.id ? -1 : 1);
  }
})();
