/* Sets the colours before anything is drawn: those that the reader has chosen, else the system's. In its own place it puts a
 * button for each scheme, of which the one that is not in use is shown. It is no module, since those run only when the
 * whole page is there.
 */

(() => {
  const own = document.currentScript; // its data name the button of each scheme
  const icons = new URL("../icons.svg", own.src);
  const symbols = { slate: "weather-night", default: "weather-sunny" };
  const key = `${new URL("../..", own.src).pathname}.__palette`; // the theme's, so that what was chosen stays chosen
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(key))?.color?.scheme;
    } catch {
      return undefined; // storage is refused, or holds something else
    }
  }

  function keep(scheme) {
    try {
      localStorage.setItem(key, JSON.stringify({ color: { scheme } }));
    } catch {
      // The choice holds for this page alone.
    }
  }

  function drawn(name, parent, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    parent.append(element);
    return element;
  }

  const buttons = Object.entries(own.dataset).map(([scheme, name]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "md-header__button md-icon";
    button.title = button.ariaLabel = name;
    const svg = drawn("svg", button, { viewBox: "0 0 24 24", "aria-hidden": "true" });
    drawn("use", svg, { href: `${icons}#${symbols[scheme]}` });
    button.addEventListener("click", () => {
      show(scheme);
      keep(scheme);
      buttons.find((each) => !each.hidden)?.focus();
    });
    button.dataset.emScheme = scheme;
    own.before(button);
    return button;
  });

  function show(scheme = kept() ?? (dark.matches ? "slate" : "default")) {
    document.body.setAttribute("data-md-color-scheme", scheme);
    for (const button of buttons) button.hidden = button.dataset.emScheme === scheme;
  }

  show();
  dark.addEventListener("change", () => show());
  addEventListener("storage", () => show()); // chosen in another tab
})();
