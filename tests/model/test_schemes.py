"""The kinds of reason: as listed for types, whole, and with ids that can be written."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from claimgraph.model.schemes import QUESTION_IDS, SCHEMES, Scheme, SchemeId
from claimgraph.model.values import ID_PATTERN


def test_the_list_that_is_checked_for_types_is_that_of_the_data() -> None:
    assert get_args(SchemeId) == tuple(SCHEMES)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=tuple(SCHEMES))
def test_a_scheme_is_whole(scheme: Scheme) -> None:
    ids = [question.id for question in scheme.questions]
    assert len(ids) == len(set(ids)) >= 3
    assert all(re.fullmatch(ID_PATTERN, id_) for id_ in (scheme.id, *ids))
    assert all(question.text[0].isupper() and question.text.endswith("?") for question in scheme.questions)
    assert scheme.says.endswith(".")
    assert scheme.name == scheme.name.strip(". ")


def test_names_tell_schemes_apart() -> None:
    assert len({scheme.name for scheme in SCHEMES.values()}) == len(SCHEMES)
    assert len({scheme.aif for scheme in SCHEMES.values()}) == len(SCHEMES)


def test_a_question_of_a_scheme() -> None:
    sign = SCHEMES["sign"]
    assert [question.id for question in sign.questions] == ["present", "reliable", "other-causes"]
    assert sign.question("other-causes") is sign.questions[2]
    assert sign.question("typical") is None


def test_every_id_of_a_question_is_offered_once() -> None:
    assert set(QUESTION_IDS) == {question.id for scheme in SCHEMES.values() for question in scheme.questions}
    assert len(QUESTION_IDS) == len(set(QUESTION_IDS))
