// Reads Argdown from standard input with its own parser, and prints what it found as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The packages stand in a folder of their own, named by the first argument.
const require = createRequire(join(process.argv[2], "package.json"));
const { ArgdownApplication, DataPlugin, ModelPlugin, ParserPlugin } = require("@argdown/core");

const application = new ArgdownApplication();
application.addPlugin(new ParserPlugin(), "parse-input");
application.addPlugin(new DataPlugin(), "build-model");
application.addPlugin(new ModelPlugin(), "build-model");
// Standard output is for the answer.
application.logger = { setLevel() {}, log() {}, warn: console.error, error: console.error };
const found = application.run({ process: ["parse-input", "build-model"], input: readFileSync(0, "utf8") });

const texts = (entity) => entity.members.map((member) => member.text).filter((text) => text);
const named = (end) => end && (end.type === "inference" ? argumentOf.get(end) : end.title);
const argumentOf = new Map();
for (const argument of Object.values(found.arguments ?? {})) {
  for (const line of argument.pcs) {
    if (line.inference) argumentOf.set(line.inference, argument.title);
  }
}
process.stdout.write(
  JSON.stringify({
    front: found.frontMatter ?? {},
    errors: [...(found.lexerErrors ?? []), ...(found.parserErrors ?? [])].map((error) => error.message),
    statements: Object.values(found.statements ?? {}).map((one) => ({
      title: one.title,
      texts: texts(one),
      data: one.data ?? {},
      marks: one.members.flatMap((member) => (member.ranges ?? []).map((range) => range.type)),
    })),
    arguments: Object.values(found.arguments ?? {}).map((one) => ({
      title: one.title,
      texts: texts(one),
      data: one.data ?? {},
      tags: one.tags ?? [],
      marks: one.members.flatMap((member) =>
        (member.ranges ?? []).map((range) => [range.type, range.title ?? range.tag ?? ""]),
      ),
      structure: one.pcs.map((line) => [line.role, line.title]),
    })),
    relations: (found.relations ?? []).map((one) => [one.relationType, named(one.from), named(one.to)]),
  }),
);
