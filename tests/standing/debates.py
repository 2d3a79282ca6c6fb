"""Debates for the tests, written in lines.

waits: Ann, Ben          a claim, with a quote of each voice that asserts it; its title is `Waits`
waits: cited Report      … with a citation; citations stand after quotes
waits: -Carl             … with a quote that disputes it, here without any that asserts it; so `-cited Report`
waits: Ann as conceded   … with a quote in another mode; `as presupposed` is no evidence
waits: !Ann              … with a quote that is not verified
waits: Ann on study      … which rests on a study, or set of cases
waits: Ann in survey     … on a line of evidence; else each voice is its own line
waits:                   … with nothing: at most others support it
waits*: Ann              a thesis

waits + fudge -> rules   a support, with a co-premise
waits + fudge -| rules   a step against, with a co-premise
waits x fudge            an opposition, in the file of the first
waits % fudge            a limit
waits = fudge            another figure
waits ~ fudge.0          an undercut of a quote or citation, by its number from 0
waits ~ fudge@study      an undercut of all that rests on a study
waits ~ fudge -> rules   an undercut of a step, named by who makes it; likewise `-|`
waits ~ fudge x rules    an undercut of a conflict; likewise `%` of a limit
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.claim import Claim
from claimgraph.model.corpus import Corpus, Entry
from claimgraph.model.verdict import Outcome, Verdict
from claimgraph.standing.argument import standings
from claimgraph.standing.names import Attribution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.model.standing import Challenge, Standing, State

VERIFIED: Final = Verdict(outcome=Outcome.VERIFIED)
ABSENT: Final = Verdict(outcome=Outcome.ABSENT)

_MARK: Final = Mark(1, 1, None, {})
_CLAIM: Final = adapter(Claim)
_ITEM: Final = re.compile(
    r"(?P<sign>[-!]*)(?P<cited>cited )?(?P<name>\w+)(?: as (?P<mode>\w+))?(?: on (?P<study>\w+))?(?: in (?P<line>\w+))?"
)
_LINKS: Final = {
    "->": "supports",
    "-|": "counts_against",
    "x": "opposes",
    "%": "limits",
    "=": "rivals",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A debate as a corpus with its verdicts; it also tells names: of a voice its id, of a source its id as a title."""

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]

    @property
    def standings(self) -> dict[str, Standing]:
        return standings(self.corpus, self.verdicts, self)

    def claim(self, id_: str) -> Claim:
        return self.corpus.claims[id_].record

    def title(self, claim: str, /) -> str:
        return self.claim(claim).title

    def voice(self, id_: str, /) -> str:
        return id_.capitalize()

    def attribution(self, claim: str, item: int, /) -> Attribution:
        quotes, citations = self.claim(claim).quotes, self.claim(claim).citations
        if item < len(quotes):
            quote = quotes[item]
            voice = quote.speaker.lower()
            return Attribution(voice=voice, name=quote.speaker, line=voice if quote.source == "s" else quote.source)
        source = citations[item - len(quotes)].source
        return Attribution(voice=source, name=source.capitalize(), is_cited=True, line=source)


def told(text: str) -> Told:
    """Return the debate that some lines tell."""
    written: dict[str, dict[str, Any]] = {}
    verdicts: dict[tuple[str, int], Verdict] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, colon, items = line.partition(":")
        if colon:
            id_, is_thesis = name.removesuffix("*"), name.endswith("*")
            fields = {"title": id_.capitalize(), "assertion": "A.", "kind": "factual", "thesis": is_thesis}
            written[id_] = {**fields, **_items(id_, items)}
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
        common |= {"rests_on": read["study"]} if read["study"] else {}
        if read["cited"]:
            items["citations"].append({"source": read["name"].lower(), "finding": "F.", **common})
            continue
        assert not items["citations"], f"{id_}: quotes come first"
        said = {"speaker": read["name"], "mode": read["mode"] or "asserted", "suffix": read["sign"]}
        items["quotes"].append({"source": read["line"] or "s", "exact": "Q.", **said, **common})
    return items


def _link(written: Mapping[str, dict[str, Any]], line: str) -> None:
    maker, what, rest = re.fullmatch(r"(\w+)(?: \+ \w+)* (->|-\||x|%|=|~) (.+)", line).groups()  # type: ignore[union-attr]
    together = re.findall(r" \+ (\w+)", line)
    links = written[maker]
    if what == "~":
        links.setdefault("undercuts", []).append({"because": "B.", **_hit(written, rest)})
        return
    more = {"with": together} if what in {"->", "-|"} else {"differs_in": ["base"]} if what == "=" else {}
    links.setdefault(_LINKS[what], []).append({"claim": rest, "because": "B.", **more})


def _hit(written: Mapping[str, dict[str, Any]], part: str) -> dict[str, str]:
    if "." in part:
        claim, number = part.split(".")
        is_quote = int(number) < len(written.get(claim, {"quotes": ()})["quotes"])
        return {"claim": claim, "quote" if is_quote else "citation": f"i{number}"}
    if "@" in part:
        claim, study = part.split("@")
        return {"claim": claim, "rests_on": study}
    claim, what, third = part.split()
    return {"claim": claim, _LINKS[what]: third}


def states(text: str) -> dict[str, State]:
    """Return the state of each claim of a debate."""
    return {id_: standing.state for id_, standing in told(text).standings.items()}


def state(text: str, claim: str = "a") -> State:
    """Return the state of one claim of a debate."""
    return states(text)[claim]


def challenges(text: str, claim: str = "a") -> tuple[Challenge, ...]:
    """Return what challenges one claim of a debate."""
    return told(text).standings[claim].challenges
