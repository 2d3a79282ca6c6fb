/* The shortest way from one claim to another over links, whichever way these lead, and that way in words. */

/** Return the steps from `start` to `end`, each as `Argument.near` has it; null where no links of the kinds lead there.
 *
 * Of several shortest ways it is the one that a search in breadth meets first, so one corpus has one answer.
 */
export function route(argument, start, end, isShown) {
  const came = new Map([[start, null]]);
  let edge = [start];
  while (edge.length && !came.has(end)) {
    const next = [];
    for (const from of edge) {
      for (const step of argument.near[from]) {
        if (came.has(step.other) || !isShown(step.kind)) continue;
        came.set(step.other, { from, step });
        next.push(step.other);
      }
    }
    edge = next;
  }
  if (!came.has(end)) return null;
  const steps = [];
  for (let at = end; came.get(at); at = came.get(at).from) steps.unshift(came.get(at).step);
  return steps;
}

/** Return the way as a sentence in pieces: texts, and numbers of claims that stand for their titles.
 *
 * `A is supported by B, which is opposed by C.`
 */
export function told(argument, start, steps) {
  const pieces = [start];
  steps.forEach((step, at) => pieces.push(`${at ? ", which" : ""} ${argument.says(step)} `, step.other));
  return [...pieces, "."];
}
