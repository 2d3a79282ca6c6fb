"""Finds texts that an unquoted ` #` has probably cut: a comment follows that could be part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from claimgraph.findings import Finding, Severity
from claimgraph.loading.adapters import adapter
from claimgraph.loading.validation import short, steps_shown
from claimgraph.location import Location
from claimgraph.yaml_text import scalar

if TYPE_CHECKING:
    from claimgraph.location import Step
    from claimgraph.yaml_nodes import Document, TrailingComment, Value


def cut_texts(kind: type[Any], path: str, document: Document) -> tuple[Finding, ...]:
    """Return a finding for each comment that could be part of the text before it.

    A title or a speaker's name could have such a part. An id, a number, a date, an address or one of a few words could
    not. To find out, the file is validated with each comment as a part of the value before it.
    """
    if not document.comments:
        return ()
    whole, texts = _whole(document.data, document.comments)
    refused = _refused(kind, whole)
    return tuple(
        _finding(path, document, comment, text)
        for comment, text in zip(document.comments, texts, strict=True)
        if text not in refused
    )


def _whole(data: dict[str, Value], comments: tuple[TrailingComment, ...]) -> tuple[Value, list[str]]:
    """Return a file's data with each comment joined to the text before it, and these texts."""
    whole, texts = _copy(data), []
    for comment in reversed(comments):  # a key changes last, so that the steps to what it names hold until then
        holder: Any = whole
        for step in comment.steps[:-1]:
            holder = holder[step]
        last = comment.steps[-1]
        text = f"{last if comment.is_key else holder[last]}".rstrip()
        texts.append(f"{text} {comment.text}".lstrip())
        if comment.is_key:
            holder[texts[-1]] = holder.pop(last)
        else:
            holder[last] = texts[-1]
    return whole, texts[::-1]


def _copy(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _copy(inner) for key, inner in value.items()}
    return [_copy(inner) for inner in value] if isinstance(value, list) else value


def _refused(kind: type[Any], data: Value) -> frozenset[object]:
    """Return the texts and keys that are wrong in a file, except for texts that are only too long."""
    try:
        adapter(kind).validate_python(data)
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if detail["type"] != "string_too_long"]
        inputs = (detail["input"] for detail in details)
        return frozenset((*filter(_is_text, inputs), *(step for detail in details for step in detail["loc"])))
    return frozenset()


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _finding(path: str, document: Document, comment: TrailingComment, whole: str) -> Finding:
    kept = _at(document.data, comment.steps) if not comment.is_key else comment.steps[-1]
    name = f"a key of {steps_shown(comment.steps[:-1])}" if comment.is_key else steps_shown(comment.steps)
    is_ = f"is '{short(kept)}'" if kept else "is empty"
    return Finding(
        rule="comment-in-text",
        severity=Severity.ERROR,
        location=Location(path=path, line=comment.line, column=comment.column),
        message=f"{name} {is_}, and '{short(comment.text)}' is left out as a comment",
        hint=f"put the text in quotes: {scalar(' '.join(whole.split()))}\na comment gets a line of its own, above it",
    )


def _at(data: Value, steps: tuple[Step, ...]) -> Value:
    value: Any = data
    for step in steps:
        value = value[step]
    return value  # type: ignore[no-any-return]
