"""What the editors may put into a quote in brackets."""

from __future__ import annotations

import pytest

from claimgraph.quotes.insertions import wrong_insertion

NAMES_NOTHING = "names nobody and nothing: begin it with a name, a pronoun, or `the` and what is meant"


@pytest.mark.parametrize(
    "insertion",
    [
        "sic",
        "Sic",
        "the council",
        "a bus",
        "they",
        "its",
        "RMT",
        "NHS England",
        "National Union of Railway Workers",
        "of the council",
        "in England",
        "the previous family doctor",
        "the mission",
        "the mistress",
        "the uncle",
        "the union",
        "\u0421\u043e\u0432\u0435\u0442",
        "the Caf\u00e9 O'Neil",
    ],
)
def test_who_or_what_is_meant_may_be_named(insertion: str) -> None:
    assert wrong_insertion(insertion) == ""


@pytest.mark.parametrize(
    ("insertion", "wrong"),
    [
        ("", "holds no word"),
        ("?!", "holds no word"),
        ("the old buses of the town", "has 6 words, more than 5"),
        # another script
        ("n\u043et", "mixes scripts: in 'n\u043et' stands U+043E (cyrillic small letter o)"),
        ("the c\u03bfuncil", "mixes scripts: in 'c\u03bfuncil' stands U+03BF (greek small letter omicron)"),
        # numbers
        ("in 2021", "holds a digit"),
        ("x\u00b2", "holds a digit"),
        ("\u0665 buses", "holds a digit"),
        ("zero", "holds a word that counts: 'zero'"),
        ("the two", "holds a word that counts: 'two'"),
        ("one", "holds a word that counts: 'one'"),
        ("all", "holds a word that counts: 'all'"),
        ("twenty-five", "holds a word that counts: 'twenty-five'"),
        # negations
        ("not", "holds a negation: 'not'"),
        ("Not", "holds a negation: 'not'"),
        ("isn't", "holds a negation: 'isn't'"),
        ("no-show", "holds a negation: 'no-show'"),
        ("without them", "holds a negation: 'without'"),
        ("un", "holds a negation: 'un'"),
        ("unwilling", "holds a negation: 'unwilling'"),
        ("non-existent", "holds a negation: 'non-existent'"),
        ("the misled", "holds a negation: 'misled'"),
        ("stopped", "holds a negation: 'stopped'"),
        ("the end of", "holds a negation: 'end'"),
        ("Nicht", "holds a negation: 'nicht'"),
        ("the far from", "holds a negation"),
        # words that judge
        ("unsuccessfully", "holds a negation: 'unsuccessfully'"),
        ("badly", "holds a word that judges: 'badly'"),
        ("deliberately", "holds a word that judges: 'deliberately'"),
        ("the corrupt council", "holds a word that judges: 'corrupt'"),
        ("the failed council", "holds a negation: 'failed'"),
        ("the rejected", "holds a negation: 'rejected'"),
        ("the wrecked council", "holds a word that judges: 'wrecked'"),
        ("the disastrous council", "holds a word that judges: 'disastrous'"),
        ("the so-called council", "holds a word that judges: 'so-called'"),
        ("the worst", "holds a word that judges: 'worst'"),
        # small words
        ("perhaps", "holds a word that hedges, makes a condition or reports"),
        ("Over", "holds a word that hedges, makes a condition or reports"),
        ("they said", "holds a word that hedges, makes a condition or reports"),
        ("if they", "holds a word that hedges, makes a condition or reports"),
        # what names nothing
        ("a", NAMES_NOTHING),
        ("the", NAMES_NOTHING),
        ("of the", NAMES_NOTHING),
        ("to", NAMES_NOTHING),
        ("are", NAMES_NOTHING),
        ("patients", NAMES_NOTHING),
        ("pay for it", NAMES_NOTHING),
        ("So", NAMES_NOTHING),
    ],
)
def test_an_insertion_says_nothing_new(insertion: str, wrong: str) -> None:
    assert wrong_insertion(insertion) == wrong
