"""Rules about quotes whose words are not in their source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.captures.digests import WINDOW
from claimgraph.captures.folding import fold_line
from claimgraph.captures.words import cut
from claimgraph.findings import Fix, Severity
from claimgraph.model.verdict import Outcome
from claimgraph.quotes.mending import LEFT_OUT, has_dots, with_brackets
from claimgraph.quotes.verify import verify
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import listed, shortened
from claimgraph.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.model.claim import Claim, Quote
    from claimgraph.model.corpus import Entry
    from claimgraph.model.verdict import Verdict


def judged(examined: Examined, outcome: Outcome) -> Iterator[tuple[Entry[Claim], int, Quote, Verdict]]:
    """Yield the quotes whose verdict has an outcome: the claim, the quote's index in it, the quote, the verdict."""
    for (claim_id, index), verdict in examined.verdicts.items():
        if verdict.outcome is outcome:
            claim = examined.corpus.claims[claim_id]
            yield claim, index, claim.record.quotes[index], verdict


@rule(Severity.ERROR)
def quote_without_capture(examined: Examined) -> Iterator[Problem]:
    """A quote's source has a capture.

    A quote is shown as somebody's exact words, so it must be possible to check it word for word. Without a capture,
    write a citation in our own words.

    Bad, where there is no `sources/town-report-2021.capture.json`:

        quotes: [{source: town-report-2021, exact: Half of the buses arrived late.}]

    Good:

        citations: [{source: town-report-2021, finding: Half of the buses arrived late.}]
    """
    damaged = examined.captured - examined.prepared_sources.keys()
    for claim, index, quote, _ in judged(examined, Outcome.NO_CAPTURE):
        if quote.source in examined.corpus.sources and quote.source not in damaged:
            yield Problem(
                at=claim.at("quotes", index, "exact"),
                message=f"the quote cannot be checked: '{quote.source}' has no capture",
                hint=f"make it: claimgraph capture TEXT --source {quote.source}; or write a citation in your own words",
            )


@rule(Severity.ERROR)
def quote_too_short(examined: Examined) -> Iterator[Problem]:
    """A quote has at least five words, and so has each part between `[...]`.

    Fewer words show too little and are found in many places.

    Bad:

        exact: buses were late

    Good:

        exact: Half of the buses were late that winter
    """
    for claim, index, quote, verdict in judged(examined, Outcome.TOO_SHORT):
        what = "the quote"
        if "[...]" in fold_line(quote.exact):
            shown = shortened(" ".join(verdict.words))
            what = f"the part '{shown}' of the quote" if shown else "a part of the quote"
        number = len(verdict.words)
        yield Problem(
            at=claim.at("quotes", index, "exact"),
            message=f"{what} has {number or 'no'} {'word' if number == 1 else 'words'}; expected at least {WINDOW}",
            hint="take in more of the sentence",
        )


@rule(Severity.ERROR)
def quote_brackets(examined: Examined) -> Iterator[Problem]:
    """An insertion of the editors in a quote explains a word and says nothing new.

    An insertion in brackets only names who or what is meant, such as `[the council]`: it begins with a name, a pronoun
    or an article, and has at most five words, each in letters of one script. None of its words counts, negates, hedges,
    reports or judges. `[sic]` is allowed too. Brackets in the source itself are part of the quote.

    Bad:

        exact: They [the council did not pay] had promised more buses

    Good:

        exact: They [the council] had promised more buses
    """
    for claim, index, _, verdict in judged(examined, Outcome.BRACKETS):
        yield Problem(
            at=claim.at("quotes", index, "exact"),
            message=verdict.detail,
            hint="name who or what is meant and no more, such as `[the council]`, or leave it out",
        )


@rule(Severity.ERROR)
def quote_absent(examined: Examined) -> Iterator[Problem]:
    """The words of a quote are in its source.

    Bad, where the source says no such thing:

        exact: The council has given up on its buses

    Good:

        exact: Half of the buses were late that winter
    """
    for claim, index, quote, _ in judged(examined, Outcome.ABSENT):
        prepared = examined.prepared_sources.get(quote.source)
        is_blind = prepared is not None and prepared.text is None
        like = "" if is_blind else ", nor any like them"
        hint = "copy the words from the source, or name the source in which they stand"
        yield Problem(
            at=claim.at("quotes", index, "exact"),
            message=f"'{quote.source}' does not hold these words{like}: '{shortened(quote.exact)}'",
            hint=hint + (f"\n{blind(quote.source)}" if is_blind else ""),
        )


def blind(source: str) -> str:
    """Return what a capture alone cannot show of words that are not found, and what to do."""
    return (
        "the capture alone hides words that are wrong so close together: "
        f"with the text as texts/{source}.txt, the nearest passage is shown"
    )


@rule(Severity.ERROR)
def quote_near(examined: Examined) -> Iterator[Problem]:
    """The words of a quote are in its source unchanged.

    White space and the typographic forms of quotation marks, dashes and dots do not count. Case, spelling, digits,
    signs, accents and the punctuation between the words do. Nearly right is not enough.

    Bad, where the source has `Half of the buses were late that winter`:

        exact: Half of all buses were late that winter

    Good:

        exact: Half of the buses were late that winter
    """
    for claim, index, quote, verdict in judged(examined, Outcome.NEAR):
        meant = _meant(examined, quote, verdict)
        yield Problem(
            at=claim.at("quotes", index, "exact"),
            message=_near(examined, quote, verdict, meant),
            hint="\n".join(_to_mend(quote, verdict, meant)),
            fix=_with_brackets(examined, quote),
        )


def _with_brackets(examined: Examined, quote: Quote) -> Fix | None:
    """Return the quote with `[...]` for its dots if it stands so in the source; None if it has none or does not."""
    exact = with_brackets(quote.exact)
    if exact == quote.exact:
        return None
    verdict = verify(replace(quote, exact=exact), examined.prepared_sources.get(quote.source))
    return Fix(old=quote.exact, new=exact) if verdict.is_verified else None


def _meant(examined: Examined, quote: Quote, verdict: Verdict) -> Outcome | None:
    """Return the outcome of the quote as it was probably meant; None if that is not known."""
    if not verdict.meant:
        return None
    return verify(replace(quote, exact=verdict.meant), examined.prepared_sources.get(quote.source)).outcome


def _to_mend(quote: Quote, verdict: Verdict, meant: Outcome | None) -> Iterator[str]:
    """Yield the lines of the hint."""
    is_split = meant in {Outcome.CROSSES_BOUND, Outcome.IGNORED}
    if meant is Outcome.CROSSES_BOUND:
        yield "quote each speaker on their own: without the words left out, more than one speaks here"
    elif _leaves_out(quote, verdict) and not is_split:
        yield f"quote these words, too, or write `[...]` for them:\nexact: {scalar(verdict.meant)}"
    elif verdict.meant and not verdict.words and not is_split:
        yield f"leave out what the source does not have there:\nexact: {scalar(verdict.meant)}"
    else:
        yield "copy the words from the source again: case, spelling, digits and punctuation count"
        if has_dots(quote.exact):
            yield "where words are left out, write `[...]`, with the brackets"
    if verdict.passage:
        yield f"the source has: {verdict.passage}\nthe difference: {verdict.difference}"


def _leaves_out(quote: Quote, verdict: Verdict) -> bool:
    """Tell whether only `[...]` is missing in a quote."""
    return verdict.meant.count(LEFT_OUT) > fold_line(quote.exact).count(LEFT_OUT)


def _near(examined: Examined, quote: Quote, verdict: Verdict, meant: Outcome | None) -> str:
    if _leaves_out(quote, verdict):
        return f"words of '{quote.source}' are left out here, and no `[...]` says so"
    if verdict.meant and not verdict.words and has_dots(quote.exact):
        return f"'{quote.source}' has no dots between these words"
    if verdict.words:
        words, verb = ("word", "does") if len(verdict.words) == 1 else ("words", "do")
        runs = _runs(verdict.words, fold_line(quote.exact))
        shown = listed(f"'{shortened(run)}'" for run in runs)
        first = "" if verdict.passage else _surely_wrong(runs, quote)
        return f"the {words} {shown} {verb} not stand so in '{quote.source}'{first}"
    if meant is not None:
        return f"the words stand in '{quote.source}', but not with this punctuation at their ends"
    bare = verify(replace(quote, prefix="", suffix=""), examined.prepared_sources.get(quote.source))
    around = " and ".join(f"`{name}`" for name in ("prefix", "suffix") if getattr(quote, name))
    differs = f"this {around} beside them" if bare.outcome is not Outcome.NEAR else "this punctuation at their ends"
    return f"the words stand in '{quote.source}', but not with {differs}"


def _surely_wrong(runs: Sequence[str], quote: Quote) -> str:
    """Return which word is surely wrong at the beginning or the end of a quote, where the capture covers no others.

    Five words have one digest. So after words that stand, the first is wrong that does not, and those behind it may be
    right; before words that stand, it is the last.
    """
    words = cut(fold_line(quote.exact)).words
    if len(runs) != 1 or len(run := runs[0].split()) in {1, len(words)}:
        return ""
    if tuple(run) == words[-len(run) :]:
        return f": '{run[0]}' is wrong, or the sign before it"
    if tuple(run) == words[: len(run)]:
        return f": '{run[-1]}' is wrong, or the sign after it"
    return ""


def _runs(failing: Iterable[str], exact: str) -> list[str]:
    """Join failing words that follow each other in a quote."""
    words = cut(exact).words
    runs: list[list[str]] = []
    after = 0
    for word in failing:
        if runs and after < len(words) and words[after] == word:
            runs[-1].append(word)
        else:
            runs.append([word])
            after = next((at for at in range(after, len(words)) if words[at] == word), len(words))
        after += 1
    return [" ".join(run) for run in runs]


@rule(Severity.ERROR)
def quote_in_another_source(examined: Examined) -> Iterator[Problem]:
    """A quote names the source that has its words.

    Bad, where the words are in `town-report-2021`:

        source: town-report-2020
        exact: Half of the buses were late that winter

    Good:

        source: town-report-2021
        exact: Half of the buses were late that winter
    """
    for claim, index, quote, verdict in judged(examined, Outcome.ELSEWHERE):
        others = listed(f"'{source}'" for source in verdict.sources)
        yield Problem(
            at=claim.at("quotes", index, "source"),
            message=f"the words do not stand in '{quote.source}' but in {others}",
            hint=f"write `source: {verdict.sources[0]}`",
        )
