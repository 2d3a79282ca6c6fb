/* What the tests of hostile texts look at, in the browser's own parser: `page.evaluate(LOOKING)`, then `looking.at(…)`. */
window.looking = (() => {
  /* Each element as its depth, tag and attribute names; a picture, which depends on how words wrap, as one. */
  function skeleton(page) {
    const lines = [];
    const walk = (element, depth) => {
      lines.push([depth, element.localName, ...element.getAttributeNames().sort()].join(" "));
      if (element.matches("svg.em-near")) return;
      for (const child of element.children) walk(child, depth + 1);
    };
    walk(page.documentElement, 0);
    return lines;
  }

  /* Every text that a reader meets: text nodes, and attributes that are shown or read out. */
  function texts(whole) {
    const found = [];
    const page = whole.cloneNode(true);
    for (const term of page.querySelectorAll(".em-term")) term.replaceWith(term.textContent); // it stands within a text
    page.documentElement.normalize();
    const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
    // References change capitals and shorten names, and records escape: tests/pages/ compares those whole.
    const isOther = (node) => node.parentElement.closest(".em-cite, script[type='application/ld+json']");
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!isOther(node)) found.push(node.data);
    for (const name of ["content", "title", "aria-label", "alt", "placeholder", "value"]) {
      for (const element of page.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name));
    }
    return found;
  }

  /* How many marked texts there are, and which of them are not what they should be. */
  function marks(page) {
    let count = 0;
    const wrong = [];
    for (const text of texts(page)) {
      let rest = text;
      for (const [whole, number, inner] of text.matchAll(/w(\d+)w ([^]*?) w\1w/g)) {
        count += 1;
        rest = rest.replace(whole, () => "");
        if (!wordings[number - 1].includes(inner)) wrong.push(whole);
      }
      if (/w\d+w/.test(rest)) wrong.push(rest);
    }
    return { count, wrong };
  }

  function links(page) {
    return [...page.querySelectorAll("[href], [src], [action], [data], [formaction], [poster], [srcset]")].flatMap((element) =>
      ["href", "src", "action", "data", "formaction", "poster", "srcset"]
        .filter((name) => element.hasAttribute(name))
        .map((name) => element.getAttribute(name)),
    );
  }

  const text = (page, selector) => page.querySelector(selector)?.textContent;
  const content = (page, selector) => page.querySelector(selector)?.getAttribute("content");

  /* What may stand between the marks of each number, and the elements that are nothing new. */
  let wordings = [];
  let usual = new Set();
  function know(each, elements) {
    wordings = each;
    usual = new Set(elements);
  }

  /* The documents of a list of pages at an address, as they are parsed and before anything of them runs. */
  async function parsed(list) {
    const pages = await (await fetch(list, { cache: "no-store" })).json();
    return pages.map((html) => new DOMParser().parseFromString(html, "text/html"));
  }

  /* What there is to see on each page of a list; of its elements only those that are not known. */
  async function at(list) {
    return (await parsed(list)).map((page) => {
      return {
        elements: [...new Set(skeleton(page))].filter((line) => !usual.has(line)),
        marks: marks(page),
        links: [...new Set(links(page))],
        title: text(page, "title"),
        heading: text(page, "h1"),
        assertion: text(page, ".em-assertion"),
        description: content(page, "meta[name=description]"),
        shared: [content(page, "meta[property='og:title']"), content(page, "meta[property='og:description']")],
      };
    });
  }

  /* Put the articles of a list of pages into this one, scripts and all, as if they had been written here; count the elements.
   * What is not `drawn` is quicker, and runs all but what waits for a place on the screen, such as an animation. */
  async function live(list, drawn) {
    const stage = document.createElement("div");
    stage.hidden = !drawn;
    document.body.append(stage);
    for (const page of await parsed(list)) {
      const article = page.querySelector("article");
      // The map's own scripts, and what is fetched for them beforehand: from here, their addresses lead nowhere.
      for (const own of article.querySelectorAll("script[src], link[rel=preload], link[rel=modulepreload]")) own.remove();
      stage.append(document.createRange().createContextualFragment(article.innerHTML));
    }
    await settled();
    const count = stage.querySelectorAll("*").length;
    stage.remove();
    return count;
  }

  /* Do to every element of the page what a reader's hand might, except to leave. */
  async function touch(selector) {
    const stay = (event) => event.preventDefault();
    addEventListener("click", stay, true);
    addEventListener("submit", stay, true);
    const kinds = [
      ...["mouseover", "mouseenter", "mousemove", "mousedown", "mouseup", "mouseout", "mouseleave", "click", "dblclick", "auxclick"],
      ...["contextmenu", "wheel", "pointerdown", "pointerover", "pointerenter", "pointerup", "touchstart", "touchend"],
      ...["focus", "focusin", "blur", "focusout", "keydown", "keypress", "keyup", "input", "beforeinput", "change", "select"],
      ...["copy", "cut", "paste", "drag", "dragstart", "dragend", "dragenter", "dragover", "drop", "scroll", "toggle"],
      ...["load", "error", "animationstart", "animationend", "transitionend", "submit", "reset", "invalid", "search", "show"],
    ];
    const elements = [...document.querySelectorAll(selector)];
    for (const element of elements) {
      for (const kind of kinds) element.dispatchEvent(new Event(kind, { bubbles: false, cancelable: true }));
      if (element.matches("summary, button:not([type=reset])")) element.click();
    }
    await settled();
    removeEventListener("click", stay, true);
    removeEventListener("submit", stay, true);
    return elements.length;
  }

  const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  return { at, know, live, touch };
})();
