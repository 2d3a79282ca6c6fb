"""Debates for the tests, written in lines.

waits: Ann, Ben          a claim, with a quote of each voice that asserts it; its title is `Waits`
waits: cited Report      … with a citation; citations stand after quotes
waits: -Carl             … with a quote that disputes it, here without any that asserts it; so `-cited Report`
waits: Ann as conceded   … with a quote in another mode; `as presupposed` is no evidence
waits: !Ann              … with a quote that is not verified
waits:                   … with nothing: at most others support it

waits + fudge -> rules   a support, with a co-premise
waits x fudge            an opposition, in the file of the first
waits ~ fudge.0          an undercut of a quote or citation, by its number from 0
waits ~ fudge -> rules   an undercut of a step, named by who makes it
waits ~ fudge x rules    an undercut of a conflict
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.loading.validation import adapter
from claimgraph.location import Mark
from claimgraph.model.claim import Claim
from claimgraph.model.corpus import Corpus, Entry
from claimgraph.model.verdict import Outcome, Verdict
from claimgraph.standing.argument import standings
from claimgraph.standing.names import Spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.model.standing import Challenge, Standing, State

VERIFIED: Final = Verdict(outcome=Outcome.VERIFIED)
ABSENT: Final = Verdict(outcome=Outcome.ABSENT)

_MARK: Final = Mark(1, 1, None, {})
_CLAIM: Final = adapter(Claim)
_ITEM: Final = re.compile(r"(?P<sign>[-!]*)(?P<cited>cited )?(?P<name>\w+)(?: as (?P<mode>\w+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A debate as a corpus with its verdicts; it also tells names: of a voice its id, of a source its id as a title."""

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]

    @property
    def standings(self) -> dict[str, Standing]:
        return standings(self.corpus, self.verdicts)

    def claim(self, id_: str) -> Claim:
        return self.corpus.claims[id_].record

    def title(self, claim: str, /) -> str:
        return self.claim(claim).title

    def spoken(self, claim: str, item: int, /) -> Spoken:
        quotes, citations = self.claim(claim).quotes, self.claim(claim).citations
        if item < len(quotes):
            return Spoken(voice=quotes[item].speaker.lower(), name=quotes[item].speaker)
        source = citations[item - len(quotes)].source
        return Spoken(voice=source, name=source.capitalize(), is_cited=True)


def told(text: str) -> Told:
    """Return the debate that some lines tell."""
    written: dict[str, dict[str, Any]] = {}
    verdicts: dict[tuple[str, int], Verdict] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        id_, colon, items = line.partition(":")
        if colon:
            written[id_] = {"title": id_.capitalize(), "assertion": "A.", "kind": "factual", **_items(id_, items)}
            verdicts |= {
                (id_, index): ABSENT if "!" in quote["suffix"] else VERIFIED
                for index, quote in enumerate(written[id_]["quotes"])
            }
        else:
            _link(written, line)
    return Told(corpus=corpus_of(written), verdicts=verdicts)


def corpus_of(written: Mapping[str, Mapping[str, Any]]) -> Corpus:
    """Return a corpus of claims by their ids; each is given as its file would, but for its scope."""
    scope = {"place": "England", "period": "2021"}
    records = {id_: _CLAIM.validate_python({"scope": scope, **fields}) for id_, fields in written.items()}
    return Corpus(
        claims=MappingProxyType(
            {id_: Entry(id=id_, path=f"{id_}.yml", record=record, mark=_MARK) for id_, record in records.items()}
        ),
        topics={},
        sources={},
        voices={},
        topic_of=dict.fromkeys(records, "topic"),
    )


def _items(id_: str, text: str) -> dict[str, Any]:
    items: dict[str, Any] = {"quotes": [], "citations": []}
    for number, item in enumerate(filter(None, map(str.strip, text.split(",")))):
        read = _ITEM.fullmatch(item)
        assert read, f"{id_}: {item}"
        common = {"id": f"i{number}", "stance": "disputes" if "-" in read["sign"] else "asserts"}
        if read["cited"]:
            items["citations"].append({"source": read["name"].lower(), "finding": "F.", **common})
            continue
        assert not items["citations"], f"{id_}: quotes come first"
        said = {"speaker": read["name"], "mode": read["mode"] or "asserted", "suffix": read["sign"]}
        items["quotes"].append({"source": "s", "exact": "Q.", **said, **common})
    return items


def _link(written: Mapping[str, dict[str, Any]], line: str) -> None:
    maker, what, rest = re.fullmatch(r"(\w+)(?: \+ \w+)* (->|x|~) (.+)", line).groups()  # type: ignore[union-attr]
    together = re.findall(r" \+ (\w+)", line)
    links = written[maker]
    if what == "->":
        links.setdefault("supports", []).append({"claim": rest, "because": "B.", "with": together})
    elif what == "x":
        links.setdefault("opposes", []).append({"claim": rest, "because": "B."})
    else:
        links.setdefault("undercuts", []).append({"because": "B.", **_hit(written, rest)})


def _hit(written: Mapping[str, dict[str, Any]], part: str) -> dict[str, str]:
    if "." in part:
        claim, number = part.split(".")
        is_quote = int(number) < len(written.get(claim, {"quotes": ()})["quotes"])
        return {"claim": claim, "quote" if is_quote else "citation": f"i{number}"}
    claim, what, third = part.split()
    return {"claim": claim, "supports" if what == "->" else "opposes": third}


def states(text: str) -> dict[str, State]:
    """Return the state of each claim of a debate."""
    return {id_: standing.state for id_, standing in told(text).standings.items()}


def state(text: str, claim: str = "a") -> State:
    """Return the state of one claim of a debate."""
    return states(text)[claim]


def challenges(text: str, claim: str = "a") -> tuple[Challenge, ...]:
    """Return what challenges one claim of a debate."""
    return told(text).standings[claim].challenges
