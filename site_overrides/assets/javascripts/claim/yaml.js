/* Writes a file as the program does: `importing/files.py` and `yaml_text.py`, for the browser, by the same JSON Schema. */

import { split, strip } from "./folding.js";

const WIDTH = 100;
const PLAIN = /^[A-Za-z0-9£€$][\p{L}\p{N}_ ,.%/()£€$\u2019\u2013-]*$/u;
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

const length = (text) => [...text].length;

/** Return a text of one line as a scalar: plain if that is safe, or else in quotation marks. */
export function scalar(text) {
  if (!text) return '""';
  if (PLAIN.test(text) && !text.endsWith(" ")) return text;
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** Return `key: text` as lines with their line ends; a long text is a folded block. */
export function entry(key, text, indent = "") {
  const short = `${indent}${key}: ${scalar(text)}`;
  if (length(short) <= WIDTH || !strip(text).includes(" ")) return `${short}\n`;
  return [`${indent}${key}: >-`, ...wrapped(text, `${indent}  `)].join("\n") + "\n";
}

/** Return the lines of a text, each indented and as long as can be; no word is broken. */
function wrapped(text, indent) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && length(indent + line) + 1 + length(word) > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, indent + line];
}

const isPrintable = (text) => ![...text].some((each) => each !== " " && UNPRINTABLE.test(each));

function quoted(text) {
  const escaped = [...JSON.stringify(text)].map((each) =>
    isPrintable(each) ? each : `\\U${each.codePointAt(0).toString(16).padStart(8, "0")}`);
  return escaped.join("");
}

/** Return a field with a text that reads back unchanged: folded if that is safe, or else in quotation marks. */
function field(name, text, indent) {
  const isSimple = text === strip(text) && !text.includes("  ") && isPrintable(text);
  return isSimple ? entry(name, text, indent) : `${indent}${name}: ${quoted(text)}\n`;
}

/** Return the schema of the record in a field or in its list; nothing for other fields. */
function inner(about, all) {
  const name = (about.items ?? about).$ref ?? "";
  return all[name.slice(name.lastIndexOf("/") + 1)];
}

/** Return the lines of a record, its fields in the order of its schema, but the reason last; empty ones are left out. */
function record(fields, about, all, indent) {
  const { because, ...others } = about.properties; // `claimgraph fmt` puts it last, too
  const properties = because ? { ...others, because } : others;
  return Object.entries(properties).map(([name, what]) => value(name, fields[name], inner(what, all), all, indent)).join("");
}

function value(name, given, about, all, indent) {
  if (given === undefined || given === null || given === "" || given === false || (Array.isArray(given) && !given.length)) return "";
  if (Array.isArray(given) && about) return `${indent}${name}:\n${items(given, about, all, indent)}`;
  if (Array.isArray(given)) return `${indent}${name}: [${given.map((each) => (/^[a-z0-9-]+$/.test(each) ? each : quoted(each))).join(", ")}]\n`;
  if (typeof given === "object") return `${indent}${name}:\n${about ? record(given, about, all, `${indent}  `) : ""}`;
  return field(name, String(given), indent);
}

function items(given, about, all, indent) {
  const deeper = `${indent}    `;
  return given.map((each) => `${indent}  - ${record(each, about, all, deeper).slice(deeper.length)}`).join("");
}

/** Return the text of a file: the line by which editors find its schema, and its fields. */
export const file = (fields, schema, line) => `${line}\n${record(fields, schema, schema.$defs ?? {}, "")}`;

/** Return the lines of one list of records, such as `quotes`, to paste into a file. */
export const list = (name, given, schema) => value(name, given, inner(schema.properties[name], schema.$defs), schema.$defs, "");

/** Return a text as a form gives it: on one line, without characters that no file may hold. */
export const oneLine = (text) => split(text.replace(/\p{Cc}/gu, " ")).join(" ");
