/* How a file leaves the browser: by a new-file address of GitHub's, copied, or downloaded. Nothing is sent by the page. */

const MOST = 8191; // bytes of an address that GitHub takes

/** Return the address at which a new file begins, with its text unless the address would be too long, and whether it has. */
export function newFile({ repository, branch }, path, text) {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const address = (query) => `${repository}/new/${branch}/${folder}?${new URLSearchParams(query)}`;
  const filename = path.slice(folder.length + 1);
  const whole = address({ filename, value: text });
  const isWhole = new TextEncoder().encode(whole).length <= MOST;
  return { address: isWhole ? whole : address({ filename }), isWhole };
}

/** Return the address at which a file that is there can be edited. */
export const editFile = ({ repository, branch }, path) => ({ address: `${repository}/edit/${branch}/${path}`, isWhole: false });

/** Copy a text; where the browser has no clipboard for pages, as on plain http, select it instead. */
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return document.execCommand("copy");
  }
}

/** Save a text as a file. */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
