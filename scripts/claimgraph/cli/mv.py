"""Give a claim, topic, source or voice another id, or a claim another topic, and change every file that names it."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from claimgraph.checking.whole import CheckCache, Checked, check
from claimgraph.cli.check import shown
from claimgraph.cli.failure import UsageError, checkout, refusal
from claimgraph.cli.ids import KINDS, of_kind, require_free, require_id
from claimgraph.findings import Severity
from claimgraph.nearest import did_you_mean
from claimgraph.renaming.applying import apply_changes
from claimgraph.renaming.file_editor import EditError
from claimgraph.renaming.plan import Change, Planner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import SimpleNamespace

    from claimgraph.model.corpus import Corpus


def run(options: SimpleNamespace) -> int:
    """Move a record, or print why it cannot be moved."""
    root = checkout(options)
    cache = CheckCache()  # the second check then reads only what the move has changed
    checked = check(root, cache=cache)
    if checked.fails():
        errors = tuple(finding for finding in checked.findings if finding.severity is Severity.ERROR)
        sys.stdout.write(shown(errors, "text", root))
        sys.stderr.write("claimgraph mv: the checkout has errors, so nothing was moved\n")
        return 1
    kind, old = _meant(checked.examined.corpus, options.old)
    planner = Planner(root, checked.examined.corpus)
    try:
        _plan(planner, checked.examined.corpus, kind, old, options)
        changes = planner.changes()
    except EditError as error:
        sys.stderr.write(f"{error}\nclaimgraph mv: nothing was moved\n")
        return 1
    return _carried_out(root, changes, checked, cache)


def _meant(corpus: Corpus, written: str) -> tuple[str, str]:
    """Return the kind and id of a written `id`, or `claims/id` if several kinds have that id."""
    folder, slash, id_ = written.rpartition("/")
    if slash and folder.removesuffix("s") not in KINDS:
        raise UsageError(f"'{written}' is no id: write ID, or {', '.join(f'{kind}s/ID' for kind in KINDS)}")
    kinds = (folder.removesuffix("s"),) if slash else KINDS
    found = [kind for kind in kinds if id_ in of_kind(corpus, kind)]
    if not found:
        guess = did_you_mean(id_, {known for kind in kinds for known in of_kind(corpus, kind)})
        raise UsageError(
            f"there is no {', '.join(kinds[:-1])}{' or ' if slash == '' else ''}{kinds[-1]} '{id_}'{guess}"
        )
    if len(found) > 1:
        ways = " or ".join(f"claimgraph mv {kind}s/{id_}" for kind in found)
        raise UsageError(f"'{id_}' is a {' and a '.join(found)}: write {ways}")
    return found[0], id_


def _plan(planner: Planner, corpus: Corpus, kind: str, old: str, options: SimpleNamespace) -> None:
    new, topic = options.new if options.new is not None else old, options.topic
    if topic is not None and kind != "claim":
        raise UsageError(f"--topic is for a claim; '{old}' is a {kind}")
    if topic is not None and topic not in corpus.topics:
        raise UsageError(f"there is no topic '{topic}'{did_you_mean(topic, corpus.topics)}")
    if new == old and topic in {None, corpus.topic_of.get(old)}:
        raise UsageError(f"name the new id of '{old}'" + (", or another topic by --topic" if kind == "claim" else ""))
    if new != old:
        require_id(new, kind)
        require_free(corpus, kind, new)
    match kind:
        case "claim":
            planner.claim(old, new, topic or corpus.topic_of[old])
        case "topic":
            planner.topic(old, new)
        case "source":
            planner.source(old, new)
        case _:
            planner.voice(old, new)


def _carried_out(root: Path, changes: Sequence[Change], before: Checked, cache: CheckCache) -> int:
    after: list[Checked] = []

    def is_right() -> bool:
        after.append(check(root, cache=cache))
        return not _new_rules(before, after[0])

    try:
        is_done = apply_changes(root, changes, is_right)
    except FileExistsError as error:
        raise UsageError(f"a file stands in the way: {error}") from error
    except OSError as error:
        raise UsageError(f"{refusal(error)}; everything was put back") from error
    if not is_done:
        rules = _new_rules(before, after[0])
        found = tuple(finding for finding in after[0].findings if finding.rule in rules)
        sys.stdout.write("".join(f"{one.location}: {one.severity}[{one.rule}]: {one.message}\n" for one in found))
        sys.stderr.write("claimgraph mv: that would bring what is said above, so everything was put back\n")
        return 1
    for change in changes:
        if change.before != change.after:
            sys.stdout.write(f"{change.before} -> {change.after}\n" if change.before else f"made {change.after}\n")
    edited = [change.after for change in changes if change.before == change.after]
    sys.stdout.write("".join(f"edited {path}\n" for path in edited))
    return 0


def _new_rules(before: Checked, after: Checked) -> frozenset[str]:
    """Return the rules that are broken more often than before."""
    counts = Counter(finding.rule for finding in after.findings)
    counts.subtract(finding.rule for finding in before.findings)
    return frozenset(rule for rule, count in counts.items() if count > 0)
