"""Synonyms for the search: the glossary's names of the same thing, and words of readers that pages do not use."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from claimgraph.pages.search.words import STOP_WORDS, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class _Meant(NamedTuple):
    """Phrases that readers type, the phrases of the pages for the same, both separated by commas, and the reason."""

    typed: str
    pages_say: str
    why: str


_READERS_SAY: Final = (
    _Meant(
        "waiting list, waitlist, queue, backlog, delay",
        "waiting times",
        "Patients wait on a list, in a queue, with delays; the pages count how long.",
    ),
    _Meant("how long, how soon, quickly", "wait", "Who asks how long, or how soon, asks about the wait."),
    _Meant("appointment", "sessions", "One meets a therapist at an appointment; what is counted is sessions."),
    _Meant(
        "self-referral, refer myself, uptake, coverage",
        "how many it reaches",
        "How people get in is asked as how many it reaches.",
    ),
    _Meant(
        "one size fits all, personal, personalised, tailored",
        "care fits the person",
        "Sayings for care that does not fit the person, or does.",
    ),
    _Meant(
        "counselling, counsellor, psychotherapy, alternatives, options",
        "kinds of therapy",
        "What people want beside CBT is asked as a choice of kinds.",
    ),
    _Meant("telephone", "phone", "One word is the other's short form."),
    _Meant(
        "effective, effectiveness, any good, useful, side effects, harm, harmful",
        "get better",
        "Whether it helps, or harms, is asked as whether people get better; no harm is recorded.",
    ),
    _Meant(
        "success rate, outcome, outcomes, cure, get better, relapse", "recover", "The programme's word for success."
    ),
    _Meant(
        "evidence based, scientific, research, control group, randomised",
        "trials tested",
        "What the evidence is taken to be.",
    ),
    _Meant(
        "fake, gaming, game, fiddled, massaged, manipulated, misleading, honest, reliable, accurate, spin",
        "trusted",
        "Each asks whether figures can be trusted.",
    ),
    _Meant("statistics, stats, data", "figures", "The pages' word for them."),
    _Meant(
        "cherry picking, data quality",
        "figures trusted",
        "A fault of figures; an official's words for the same question.",
    ),
    _Meant(
        "missed, failing, performance",
        "met targets",
        "A target is met or missed; how a service performs is told by its targets.",
    ),
    _Meant(
        "attrition, DNA, no-show, did not attend, quit, stopping",
        "drop-out",
        "Researchers' and the health service's words for it, and plain ones.",
    ),
    _Meant("why", "reasons", "Who asks why asks for reasons."),
    _Meant("abroad, other countries, export", "countries copy", "Whether others should copy it."),
    _Meant(
        "satisfaction, satisfied, experience, opinion, review, complaint",
        "patients think",
        "What patients think is asked as one question here.",
    ),
    _Meant("feedback, questionnaire", "asking patients", "How one learns what patients think."),
    _Meant(
        "elderly, pensioner, old people, over 65s, over 65, ageism",
        "older people",
        "The pages' words for the same people.",
    ),
    _Meant("black, BAME, race, racism, racist, minority", "ethnic", "The sources count by ethnic group."),
    _Meant("gay, lesbian, bisexual, transgender, LGBTQ", "LGBT", "The sources count them together."),
    _Meant(
        "young people, teenager, adolescent, kids, child",
        "children",
        "Where children are meant, the sources often say young people.",
    ),
    _Meant("male, males, boys", "men", "The claims' word."),
    _Meant("female, females, girls", "women", "The claims' word."),
    _Meant("immigrant, migrant, refugee", "born abroad", "As the official statistics count them."),
    _Meant("poor, poverty", "deprived, deprivation", "The sources' word for areas of poor people."),
    _Meant("equal, equality, equity, fair", "groups alike", "Whether all groups are served alike."),
    _Meant("student", "psychology graduates", "Students here are those who become staff; none are patients."),
    _Meant("learning difficulty", "learning disabilities", "Often said of the same."),
    _Meant("autistic, neurodivergent", "autism", "Neither is a form of the other by its ending."),
    _Meant("chronic illness, long-term illness, physical health", "long-term condition", "The health service's term."),
    _Meant(
        "psychosomatic, all in the mind",
        "medically unexplained, somatization",
        "What readers may call what the sources call so.",
    ),
    _Meant("too ill, too sick, crisis, dangerous", "severe, risk", "How ill somebody is, and at what risk."),
    _Meant("rejected, refused, turned away, excluded", "does not accept, severe", "Whom the service does not take."),
    _Meant(
        "Ofsted, regulator, regulated, safe, safety",
        "inspection",
        "Ofsted inspects schools; whether somebody sees to safety is asked as who inspects IAPT.",
    ),
    _Meant(
        "watchdog, accountable, accountability, scrutiny, monitored, governance",
        "oversight, independent bodies check",
        "Whether somebody else looks at it.",
    ),
    _Meant("funding, underfunded, budget, resources, cuts", "money", "The topic's word."),
    _Meant("transparency, where does the money go", "spending, spent", "Whether one can see what is spent."),
    _Meant(
        "value for money, cost-effective, expensive, waste of money, waste, affordable",
        "worth its cost",
        "The topic's words.",
    ),
    _Meant("how much", "cost", "Who asks how much mostly asks what it costs."),
    _Meant("savings, return on investment, economic", "pays for itself", "The topic's words."),
    _Meant(
        "job, jobs, unemployment, unemployed",
        "paid work, find work",
        "The pages' words; work alone is also what a therapy does.",
    ),
    _Meant("shortage, understaffed, recruitment, vacancies", "staff enough", "What is short is not enough."),
    _Meant(
        "unqualified, untrained, qualified, qualification, training",
        "skilled staff",
        "Whether staff have learned what they need.",
    ),
    _Meant("turnover, retention, leaving, resign", "keeps its staff, leavers", "Whether staff stay."),
    _Meant("stress, stressed, morale, overworked, overtime", "burnout, wellbeing of staff", "How staff fare."),
    _Meant("sick leave", "sickness absence", "The official term."),
    _Meant("GP, GPs, doctor, surgery", "general practice", "Who, and where."),
    _Meant("talk to each other", "communicate", "Plain words for it."),
    _Meant("Norway", "Norwegian", "Neither is a form of the other by its ending."),
    _Meant("talking therapies", "IAPT", "The programme's name since 2023; most pages have the old one."),
)
"""Keep this list small: add a word only if readers use it, pages do not, and the site has what they look for."""


def synonyms(terms: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    """Return the phrases to look for as well, by the phrase that a reader types; both as words with single spaces.

    Each of `terms` has the names of one thing, which all stand for each other. The words of readers stand for those of
    the pages, but not the other way round.
    """
    instead: dict[str, list[str]] = {}
    for typed, meant in (*_names(terms), *_words_of_readers()):
        key, value = " ".join(words(typed)), " ".join(words(meant))
        if value not in instead.setdefault(key, []):
            instead[key].append(value)
    return instead


def _names(terms: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for names in terms:
        for name in names:
            if not STOP_WORDS.issuperset(words(name)):  # as ME
                yield from ((name, other) for other in names if not _begins(name, other) and not _begins(other, name))


def _words_of_readers() -> Iterator[tuple[str, str]]:
    for typed, pages_say, _ in _READERS_SAY:
        yield from product(typed.split(", "), pages_say.split(", "))


def _begins(name: str, other: str) -> bool:
    """Tell whether a name begins with another, so that a search for the other finds it anyway."""
    return " ".join(words(name)).startswith(" ".join(words(other)).removesuffix("s"))
