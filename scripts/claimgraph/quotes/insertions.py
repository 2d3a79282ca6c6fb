"""Checks what the editors put into a quote in brackets: `[sic]`, or the name of who or what is meant, and no more.

An insertion stands among somebody's words, so it must not change or colour them. It is `sic`, or begins like a name:
with an article before a noun, a pronoun, a capital letter, or a preposition before one of these. None of its words
negates, hedges, counts, reports or judges. The lists are closed, and rather too long than too short.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from claimgraph.captures.marks import BEFORE_A_NUMBER, Mark, holds_negation, is_number, marks
from claimgraph.captures.words import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_WORDS: Final = 5

ARTICLES: Final = frozenset("the a an".split())
PRONOUNS: Final = frozenset(
    """
    this that these those his her its their our my your hers theirs ours he she it they we i you him them us me who
    whom which
    """.split()
)
NO_NAMES: Final = frozenset(
    "and or but so as than then there here when where why how yes well also too again still even only just very".split()
)
"""Small words that are no names even with a capital letter."""
COUNTING: Final = frozenset("one once all every each both any another other others always ever whole entire".split())
PREPOSITIONS: Final = frozenset("of in at for from by to with on".split())
NEGATIONS_ELSEWHERE: Final = frozenset(
    """
    nicht kein keine keinen keiner nie niemals nichts ohne ne pas jamais aucun aucune rien sans nunca nadie nada sin
    ningun ninguno ninguna nessuno nessuna niente mai senza niet geen nooit zonder ikke ingen aldri inte aldrig inget
    ei nem nincs nao ninguem nenhum sem nid dim ddim heb
    """.split()
)
"""Negations of other languages in Latin letters, which with a capital letter would pass as names."""
NEGATING: Final = frozenset(
    """
    un non anti absence absent end ends ended stop stops stopped cease ceased refusal refuse refuses refused avoid
    avoids avoided prevent prevents prevented opposite reverse contrary loss lost former fake counter pseudo quasi
    against minus less missing excluding exclude excluded exception lapse denial abandon abandoned
    """.split()
)
JUDGING: Final = frozenset(
    """
    good better best bad worse worst great poor excellent terrible awful dreadful horrible appalling brilliant superb
    outstanding success successes successful succeed succeeded effective ineffective efficient inefficient useless
    useful helpful harmful harm harms harmed dangerous danger risky reckless negligent neglect honest dishonest
    liar liars lie lies lying fraud frauds fraudulent corrupt corruption crook crooks criminal criminals crime illegal
    scam scams sham shambles scandal scandals disgrace disgraced disaster disasters catastrophe failure failures
    incompetent incompetence competent stupid idiot idiots foolish fool fools mad insane crazy evil cruel unkind
    truth bogus phoney dubious suspicious alleged so-called notorious infamous rigged
    biased bias corrupted broken ruined ruinous wasteful waste wasted greedy greed cynical callous cheap nasty vile
    toxic shameful shame blame guilty innocent victim victims abuse abusive abuser abusers bully bullies cheat cheats
    cheating con cons conned conspiracy cover-up propaganda nonsense rubbish garbage lousy mediocre inferior superior
    perfect ideal wonderful fantastic marvellous remarkable amazing impressive pathetic sad tragic tragedy hopeless
    worthless pointless meaningless senseless careless heartless ruthless clueless powerless brave heroic hero heroes
    villain villains gem miracle triumph triumphant proud proven unproven discredited debunked controversial extreme
    extremist radical serious severe grave massive huge tiny mere sheer utter absolute clear obvious unfair unjust
    wrongdoing malpractice misconduct incompetently killed killer dying deadly lethal fatal
    """.split()
)
JUDGING_ENDINGS: Final = ("less", "ful", "ous", "ical", "est")
NO_JUDGMENT: Final = frozenset(
    """
    previous religious indigenous various medical clinical physical political historical technical pharmaceutical
    musical classical biological psychological chemical surgical guest forest request interest west test harvest
    """.split()
)
_ADVERB: Final = "ly"
NO_ADVERB: Final = frozenset("family assembly supply monopoly italy july anomaly elderly early only fly ally".split())
_DONE: Final = "ed"
NOTHING_DONE: Final = frozenset("need seed speed breed feed bed shed united unemployed employed self-employed".split())
UN: Final = ("uni", "under", "uncle", "unto", "until")


def wrong_insertion(insertion: str) -> str:
    """Return what is wrong with a folded insertion, as the end of a sentence; empty if nothing is."""
    words = cut(insertion).words
    if not words:
        return "holds no word"
    if len(words) > MOST_WORDS:
        return f"has {len(words)} words, more than {MOST_WORDS}"
    for word in words:
        if stranger := _other_script(word):
            return f"mixes scripts: in '{word}' stands {stranger}"
    if any(character.isnumeric() for character in insertion):
        return "holds a digit"
    small = tuple(word.casefold() for word in words)
    if small == ("sic",):
        return ""
    return next((wrong for wrong in map(_wrong_word, small) if wrong), "") or _wrong_as_a_whole(words, small)


def _other_script(word: str) -> str:
    """Return the code point and name of the first letter of another script than the first letter's; empty if none."""
    letters = [character for character in word if character.isalpha()]
    scripts = [unicodedata.name(letter, "").partition(" ")[0] for letter in letters]
    other = next((at for at, script in enumerate(scripts) if script != scripts[0]), None)
    if other is None:
        return ""
    return f"U+{ord(letters[other]):04X} ({unicodedata.name(letters[other], 'no name').lower()})"


def _wrong_word(word: str) -> str:
    parts = (word, *word.split("-"))
    if holds_negation((word,)) or any(map(_negates, parts)):
        return f"holds a negation: '{word}'"
    if is_number(word) or word in COUNTING:
        return f"holds a word that counts: '{word}'"
    if any(map(_judges, parts)):
        return f"holds a word that judges: '{word}'"
    return ""


def _negates(word: str) -> bool:
    begins = (word.startswith("un") and not word.startswith(UN)) or word.startswith(("anti", "mis", "pseudo"))
    return word in NEGATING or word in NEGATIONS_ELSEWHERE or (begins and not word.startswith(("miss", "mist")))


def _judges(word: str) -> bool:
    if word in JUDGING:
        return True
    is_adverb = word.endswith(_ADVERB) and word not in NO_ADVERB
    is_done = word.endswith(_DONE) and word not in NOTHING_DONE
    return is_adverb or is_done or (word.endswith(JUDGING_ENDINGS) and word not in NO_JUDGMENT and len(word) > 4)  # noqa: PLR2004  `rest`


def _wrong_as_a_whole(words: Sequence[str], small: Sequence[str]) -> str:
    if holds_negation(small):
        return "holds a negation"
    if any(mark is not Mark.NUMBER for _, mark in marks(words)) or not BEFORE_A_NUMBER.isdisjoint(small):
        return "holds a word that hedges, makes a condition or reports"
    rest = [word for word in words if word.casefold() not in PREPOSITIONS]
    if not rest or not _begins_a_name(rest):
        return "names nobody and nothing: begin it with a name, a pronoun, or `the` and what is meant"
    return ""


def _begins_a_name(words: Sequence[str]) -> bool:
    first = words[0].casefold()
    if first in ARTICLES:
        return len(words) > 1
    return first in PRONOUNS or (words[0][0].isupper() and first not in NO_NAMES)
