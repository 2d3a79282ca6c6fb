"""Debates drawn by lot, in the lines that `debates` reads: small ones, in which everything that can meet does meet."""

from __future__ import annotations

import random
from typing import Final

NAMES: Final = "abcdefg"

_ITEMS: Final = (
    *("Ann", "Ben") * 7,
    "Ann on one",
    "Ben on one",
    "-Ben on two",
    "-Ann",
    "-Ben",
    "Ann as conceded",
    "-Ben as reported",
    "Ann as presupposed",
    "-Ben as presupposed",
    "!Ann",
    "!-Ben",
)
_CITATIONS: Final = ("cited Report", "cited Report", "-cited Study")


def chance(*seed: object) -> random.Random:
    """Return a source of chance that always draws the same for the same seed."""
    return random.Random(" ".join(map(str, seed)))  # noqa: S311  examples, not secrets


def invented(seed: object) -> str:
    """Return a debate of two to seven claims; the same seed always gives the same.

    In half of them, undercuts lead from later claims to earlier ones only, so that less remains undecided.
    """
    lot = chance("debate", seed)
    names = NAMES[: lot.randint(2, len(NAMES))]
    is_ordered = lot.random() < 0.5
    counts = {name: (lot.choice((0, 1, 1, 1, 1, 2, 3)), lot.choice((0, 0, 0, 1))) for name in names}
    theses = {name for name in names if lot.random() < 0.15}
    lines = [f"{name}{'*' * (name in theses)}: {', '.join(_items(lot, *counts[name]))}" for name in names]
    supports, conflicts, others = [], [], []
    for _ in range(lot.randint(0, len(names) + 1)):
        maker, target, *together = (lot.choice(names) for _ in range(lot.choice((2, 2, 2, 3, 4))))
        supports.append((maker, target))
        lines.append(f"{maker}{''.join(f' + {premise}' for premise in together)} -> {target}")
    for _ in range(lot.randint(0, len(names) // 2)):
        conflicts.append((lot.choice(names), lot.choice(names)))
        lines.append(" x ".join(conflicts[-1]))
    for _ in range(lot.randint(0, len(names) + 1)):
        maker, target, *together = (lot.choice(names) for _ in range(lot.choice((2, 2, 2, 3))))
        others.append((maker, lot.choice(("-|", "-|", "-|", "%", "=")), target))
        with_ = "".join(f" + {premise}" for premise in together) if others[-1][1] == "-|" else ""
        lines.append(f"{maker}{with_} {others[-1][1]} {target}")
    for _ in range(lot.randint(0, 2 * len(names))):
        maker, hit = lot.choice(names), _hit(lot, counts, supports, conflicts, others)
        if not is_ordered or maker > max(name for name in names if name in hit):
            lines.append(f"{maker} ~ {hit}")
    return "\n".join(lines)


def _items(lot: random.Random, quotes: int, citations: int) -> list[str]:
    return [*(lot.choice(_ITEMS) for _ in range(quotes)), *(lot.choice(_CITATIONS) for _ in range(citations))]


def _hit(
    lot: random.Random,
    counts: dict[str, tuple[int, int]],
    supports: list[tuple[str, str]],
    conflicts: list[tuple[str, str]],
    others: list[tuple[str, str, str]],
) -> str:
    """Return what an undercut hits: mostly something that is there."""
    match lot.randrange(10):
        case 7 | 8 if others:
            maker, what, target = lot.choice(others)
            return f"{maker} {'%' if what == '=' else what} {target}"
        case 9:
            return f"{lot.choice(list(counts))}@{lot.choice(('one', 'two'))}"
        case 0 | 1 if supports:
            return " -> ".join(lot.choice(supports))
        case 2 if conflicts:
            return " x ".join(lot.sample(lot.choice(conflicts), 2))
        case 3:
            return lot.choice((" -> ", " x ")).join(lot.choices(list(counts), k=2))
        case _:
            name = lot.choice(list(counts))
            return f"{name}.{lot.randrange(max(1, sum(counts[name])))}"
