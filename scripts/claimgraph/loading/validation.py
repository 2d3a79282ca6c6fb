"""Validates a document as a record, and puts pydantic's errors into our own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import ValidationError

from claimgraph.findings import Finding, Fix, Severity
from claimgraph.loading.adapters import adapter
from claimgraph.loading.suggestions import date_meant, field_meant
from claimgraph.loading.writing import choices_of, form_of, known_fields, meaning_of, what_to_write
from claimgraph.location import locate
from claimgraph.model.values import DOI_PATTERN, ID_PATTERN
from claimgraph.nearest import did_you_mean, surely_meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from claimgraph.location import Step
    from claimgraph.yaml_nodes import Document

T = TypeVar("T")

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def validate(kind: type[T], path: str, document: Document) -> T | tuple[Finding, ...]:
    """Return the record in a document, or all findings about it in pydantic's order."""
    try:
        record: T = adapter(kind).validate_python(document.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        meant = [detail for detail in details if not _is_other_branch(document, detail)]
        return tuple(_findings(kind, path, document, meant or details))
    return record


def _findings(kind: type[Any], path: str, document: Document, details: Sequence[ErrorDetails]) -> Iterator[Finding]:
    """Yield a finding for each error, except for a missing field that is there under a wrong name."""
    misnamed: set[tuple[Step, ...]] = set()
    for detail in details:
        if detail["type"] == "unexpected_keyword_argument":
            steps, _ = _steps(document, detail)
            misnamed.add((*steps[:-1], field_meant(str(steps[-1]), known_fields(kind, steps[:-1])) or ""))
    for detail in details:
        if detail["type"] != "missing" or _steps(document, detail)[0] not in misnamed:
            yield _finding(kind, path, document, detail)


def _steps(document: Document, detail: ErrorDetails) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """Return the steps to a wrong value, and pydantic's marks between them, such as `tuple[Segment, ...]`.

    Whatever is in the file is a step, even a key that looks like a mark; so is the name of a missing field.
    """
    steps: list[Step] = []
    marks: list[str] = []
    mark = document.mark
    for index, step in enumerate(detail["loc"]):
        is_missing = detail["type"] == "missing" and index == len(detail["loc"]) - 1
        if step in mark.inside:
            mark = mark.inside[step]
            steps.append(step)
        elif is_missing:
            steps.append(step)
        else:
            marks.append(str(step))
    return tuple(steps), tuple(marks)


def _is_other_branch(document: Document, detail: ErrorDetails) -> bool:
    """Tell whether an error is about a branch of a union, keyword or list, that the author did not mean."""
    steps, marks = _steps(document, detail)
    branch = next((mark for mark in marks if mark.startswith(("literal[", "tuple["))), None)
    if branch is None:
        return False
    value: Any = document.data
    for step in steps[: detail["loc"].index(branch)]:
        value = value[step]
    return branch.startswith("literal[") != isinstance(value, str)


def _finding(kind: type[Any], path: str, document: Document, detail: ErrorDetails) -> Finding:
    steps, _ = _steps(document, detail)
    error = detail["type"]
    shown = steps_shown(steps)
    if error == "missing":
        rule, message = "missing-field", f"the field '{shown}' is missing"
        hint = f"add `{steps[-1]}: {form_of(kind, steps)}`{meaning_of(kind, steps)}"
    elif error == "unexpected_keyword_argument":
        known = known_fields(kind, steps[:-1])
        meant = field_meant(str(steps[-1]), known)
        rule, message = "unknown-field", f"'{short(steps[-1])}' is not a field{_of(steps)}"
        message += f" (did you mean '{meant}'?)" if meant else ""
        hint = f"the fields here are: {', '.join(known)}" if known else ""
        if meant:
            hint = f"write `{meant}: ...`; {hint}"
        elif " " in str(steps[-1]):
            hint = f"indent a text further than the key above it, or put it in quotes; {hint}"
    else:
        rule, message = "wrong-value", f"{shown} {_problem(detail)}"
        hint = what_to_write(kind, steps, detail)
    where = locate(path, document.mark, *steps, key=rule == "unknown-field")
    fix = _fix(detail) if rule == "wrong-value" else None
    return Finding(rule=rule, severity=Severity.ERROR, location=where, message=message, hint=hint, fix=fix)


def _fix(detail: ErrorDetails) -> Fix | None:
    """Return the date that is meant, or the one of a few words; None if the value is none, or it is not sure which."""
    value = detail["input"]
    if not isinstance(value, str):
        return None
    match detail["type"]:
        case "edtf":
            meant: str | None = date_meant(value)
        case "day":
            meant = date if _DAY.fullmatch(date := date_meant(value)) else None
        case "literal_error":
            meant = surely_meant(value, choices_of(detail))
        case _:
            meant = None
    return Fix(old=value, new=meant) if meant else None


def steps_shown(steps: tuple[Step, ...]) -> str:
    """Return how messages name the value at some steps: `quotes[2].exact`, with list items counted from 1."""
    text = ""
    for step in steps:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{short(step)}" if text else short(step)
    return text


def _of(steps: tuple[Step, ...]) -> str:
    return f" of {steps_shown(steps[:-1])}" if len(steps) > 1 else ""


def _problem(detail: ErrorDetails) -> str:
    value = detail["input"]
    context: Mapping[str, Any] = detail.get("ctx", {})
    match detail["type"]:
        case "literal_error":
            choices = choices_of(detail)
            return f"{_is(value)}; expected one of {', '.join(choices)}{did_you_mean(short(value), choices)}"
        case "string_type":
            return f"is {_kind_of(value)}; expected text"
        case "string_too_long":
            return f"has {len(str(value)):,} characters; at most {context['max_length']} are allowed"
        case "string_too_short" | "empty":
            return "is empty"
        case "string_pattern_mismatch":
            return f"{_is(value)}; expected {_PATTERNS.get(str(context['pattern']), context['pattern'])}"
        case "tuple_type" | "list_type":
            return f"is {_kind_of(value)}; expected a list: begin each item with `- `"
        case "dataclass_type" | "dict_type" | "dataclass_exact_type":
            return f"is {_kind_of(value)}; expected a mapping of keys to values"
        case error if error in _EXPECTED:
            return f"{_is(value)}; expected {_EXPECTED[error]}"
        case "day" | "edtf" | "line_range" | "web_address":
            return f"{_is(value)}, which {detail['msg']}"
        case _:
            return detail["msg"]


_EXPECTED: Final = {
    "too_short": "one item or more",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "int_parsing": "a whole number from 1",
    "int_type": "a whole number from 1",
    "greater_than_equal": "a whole number from 1",
}
"""What is expected, by the type of error."""

_PATTERNS: Final = {
    ID_PATTERN: "an id of small letters, digits and single hyphens, such as waits-are-short",
    r"^-?[0-9]+(\.[0-9]+)?$": "a plain number such as 43 or 92.5, without its unit and without commas",
    r"^[0-9a-f]{64}$": "a SHA-256 of 64 digits and small letters, as `claimgraph capture --compare` writes it",
    DOI_PATTERN: "a DOI such as 10.1016/x, without the resolver's address; a brace in it is written %7B or %7D",
}


def _is(value: object) -> str:
    return f"is '{short(value)}'" if value and isinstance(value, str) else f"is {_kind_of(value)}"


def _kind_of(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"the text '{short(value)}'" if value else "empty"


def short(value: object) -> str:
    """Return a value as messages show it: on one line, and shortened if it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004
