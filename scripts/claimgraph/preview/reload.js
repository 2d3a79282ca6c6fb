/* Reloads a page of the preview once the page itself, or a file that it has loaded, is another one.
 *
 * It listens while the page can be seen: a browser has six connections to one server at most, and a tab in the background
 * needs none. What changed meanwhile the page hears when it is looked at again.
 */

{
  const { state, changes } = document.currentScript.dataset;
  let since = state;
  let stream;

  performance.setResourceTimingBufferSize(10_000); // by default a browser forgets what is loaded after the first 250 files

  // The browser puts its reader back after a reload by counting pixels: everything has its height from the start here.
  const laidOut = new CSSStyleSheet();
  laidOut.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(laidOut);

  const shown = () =>
    new Set([location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)].map((url) => new URL(url).pathname));

  const hear = ({ data }) => {
    const news = JSON.parse(data);
    const used = shown();
    since = news.state;
    if (news.addresses?.every((address) => !used.has(address))) return;
    stream.close();
    location.reload();
  };

  const listen = () => {
    stream?.close();
    if (document.visibilityState !== "visible") return;
    stream = new EventSource(`${changes}?since=${since}`);
    stream.addEventListener("message", hear);
  };

  document.addEventListener("visibilitychange", listen);
  listen();
}
