"""The `Quantities` value: how a language writes numbers, units and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.parser.article import Bound, Change


_NONE: Mapping[str, int] = MappingProxyType({})


class NumberWords(NamedTuple):
    """The words that numbers are made of, in lower case, and how they compose."""

    small: Mapping[str, int] = _NONE
    """Every word below a hundred."""
    rooms: Mapping[int, range] = MappingProxyType({})
    """What may be added to a word: 20 takes 1 to 9, French 60 takes 1 to 19."""
    hundreds: frozenset[str] = frozenset()
    hundreds_below: int = 20
    """How many hundreds one counts at most: English has "ninety hundred", French has not."""
    bare_hundred: bool = True
    """Whether "cent" alone is 100; English says "a hundred"."""
    scales: Mapping[str, float] = _NONE
    """Thousands and upwards."""
    bare_scales: frozenset[str] = frozenset()
    """Scales that need no multiplier: "mille"."""
    collectives: Mapping[str, int] = _NONE
    """"dizaine" = 10, "dozen" = 12."""
    exact_collectives: frozenset[str] = frozenset()
    """Collectives that are not round: "a dozen" is twelve."""
    definite: frozenset[str] = frozenset()
    """Words that make one of a collective: "la dizaine"."""
    ones: frozenset[str] = frozenset()
    """The words for one that are articles as well: "un", "une"."""
    indefinite: frozenset[str] = frozenset()
    """Articles that are one only before a hundred, a scale or a collective: "a hundred"."""
    half_before: frozenset[str] = frozenset()
    """"half a", "demi"."""
    half_after: frozenset[str] = frozenset()
    """"and a half", "et demi"."""
    links: frozenset[str] = frozenset()
    """Words inside a number: "et", "and"."""
    linked: frozenset[int] = frozenset()
    """What a link may add to tens: "vingt et un"."""
    links_hundreds: bool = False
    """Whether a link may add to hundreds and thousands: "one hundred and five"."""
    of: frozenset[str] = frozenset()
    """Words between a collective and its scale: "une dizaine de milliers"."""


class NounPhrases(NamedTuple):
    """How a noun phrase is built where its head comes first; all words in lower case."""

    determiners: frozenset[str] = frozenset()
    contracted: frozenset[str] = frozenset()
    """Determiners that hold an "of", so that a complement stands behind them: "du"."""
    of: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    trends: frozenset[str] = frozenset()
    """What says after `within` how the head moves, and is no head: "en hausse"."""
    prepositions: frozenset[str] = frozenset()
    """Before a noun without a determiner: "par avion"."""
    others: frozenset[str] = frozenset()
    """What stands before a noun and is never one itself: "2 800 autres rapatriés"."""
    plural_marks: str = ""
    """The last letters of any plural."""
    before_age: str = r"(?!)"
    """What joins somebody to an age: "Anne Roux, alors âgée de"."""
    level: str = r"(?!)"
    """What joins a thing to a level or a price: "un billet à 20 euros"."""
    levelled: str = r"(?!)"
    """What follows such a level with the thing: "estimé à 200 tonnes le poids"."""
    among: str = r"(?!)"
    """What counts some of those counted before: "dont"."""
    up_to: str = r"(?!)"
    """What joins a thing to its most: "une peine pouvant aller jusqu'à"."""
    timed: str = r"(?!)"
    """What stands before a length of time that measures nothing: "il y a"."""
    later: str = r"(?!)"
    """What stands behind one: "trois jours plus tard"."""
    at_age: str = r"(?!)"
    """What stands before an age that tells when: "à l'âge de"."""
    lasting: str = r"(?!)"
    """What joins a thing to how long it lasts: "une licence pour cinq ans"."""
    reached: tuple[str, str] = (r"(?!)", r"(?!)")
    """What stands before and behind how far off something is: "à 300 mètres de la plage"."""
    participle: str = r"(?!)"
    """The ending of what is no noun behind a number: "21 jugés"."""
    past: tuple[str, ...] = ()
    """The endings of a past participle, by which a noun is told more of: "financé"."""
    dimensions: frozenset[str] = frozenset()
    """What is measured of a head, and is none itself: "d'une durée de"."""
    to: frozenset[str] = frozenset()
    """What joins a noun to an infinitive, which ends in one of `infinitive`: "une somme à payer"."""
    infinitive: tuple[str, ...] = ()
    partitive: str = r"(?!)"
    """Between a number and those it is of: "deux de ses cinq"."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Quantities:
    """What a language has for figures. Patterns are regular expressions for levelled text; one that
    matches nothing is `(?!)`.
    """

    decimal: str = "."
    """The decimal mark."""
    groups: str = " ',"
    """The marks that part thousands."""
    words: NumberWords = field(default_factory=NumberWords)
    """Number words."""
    units: Mapping[str, tuple[str | None, float]] = field(default_factory=dict)
    """Names of units and currencies in lower case, with symbol and factor: "centimes" = EUR, 0.01.
    A symbol None belongs to the span alone: "six points"."""
    of: str = r"(?!)"
    """What joins a scale to its unit: "d'euros", "de dollars"."""
    unit_adjectives: str = r"(?!)"
    """What may stand between a number and its unit: "trois dernières années"."""
    part_of: str = r"(?!)"
    """What shares a scale backwards: "six des 20 millions"."""
    idle_ones: str = r"(?!)"
    """What follows a "one" that measures nothing: "un jour", "une fois"."""
    compound: str = r" ?"
    """What joins the parts of a duration: "une heure et dix minutes"."""
    compound_nouns: bool = False
    """Whether a hyphen joins a number to its noun: "a five-year term"."""
    old: str = r"(?!)"
    """What makes a duration an age, behind it: "-year-old"."""
    acted: str = r"(?!)"
    """The verb behind somebody of an age who is told no more of: "The 29-year-old pleaded"."""
    modified: str = r"(?!)"
    """What stands behind a number before its noun: "three badly damaged boats"."""
    halves: str = r"(?!)"
    """A half behind the unit: "deux ans et demi"."""
    negative: str = r"(?!)"
    """A word for minus, before degrees."""
    between: str = r"(?!)"
    """Before a range."""
    joints: str = r" ?[-–] ?"
    """What may stand between the ends of a range: "à", "ou", a dash."""
    between_joint: str = r"(?!)"
    """What parts the ends of a range after "between"."""
    commas: str = r", ?"
    """What parts the numbers of a list that share one unit: "31, 19 et 12 ans"."""
    fraction_of: str = r"(?!)"
    """Between the parts of a fraction: "un sur dix", "one in ten"."""
    fractions: str = r"(?!)"
    """Words for a part of one, in a group for each value that is named in `fraction_values`."""
    fraction_values: Mapping[str, float] = field(default_factory=dict)
    fraction_words: tuple[str, ...] = ()
    """What no such part is written without: a quick look tells a paragraph that has none."""
    bounds_before: tuple[tuple[str, Bound], ...] = ()
    """What bounds a figure from its left, in lower case, from the beginning of a word; the first
    that fits holds."""
    bounds_after: tuple[tuple[str, Bound], ...] = ()
    """What bounds it from its right."""
    changes: tuple[tuple[str, Change], ...] = ()
    """Words of growth and fall."""
    from_to: str = r"(?!)"
    """Words after which two numbers are two states, not a range."""
    per: str = r"[ \n]?/ ?(?P<sign>[^\W\d]+)"
    """A rate with its `name`: "par jour", "a day"."""
    per_names: Mapping[str, str] = field(default_factory=dict)
    """What figures are per: "jour" = "day"."""
    parallel: str = r"(?!)"
    """What sets a figure beside one that it shares a rate with: "contre"."""
    multiplied: str = r"(?!)"
    """What stands before a factor: "multiplié par"."""
    whole: str = r"(?!)"
    """What opens the whole of a share, whose rate is not the share's: "5% of daily sales"."""
    rate_words: tuple[tuple[str, str], ...] = ()
    """Words that are a rate alone: "annuel", "annually"."""
    clock: str = r"(?!)"
    """What stands before an hour of the clock: "à 8 heures"."""
    digit_traps: tuple[str, ...] = ()
    """What has digits and is no figure; each begins where a word or a number begins."""
    word_traps: tuple[str, ...] = ()
    """What has number words and is no figure; each begins where a word begins."""
    not_after: str = r"(?!)"
    """What stands before a bare number that is no figure: "article", "numéro"."""
    references: str = r"(?!)"
    """What stands before a number that always refers back: "ces deux"."""
    definite: str = r"(?!)"
    """What may stand before a number that refers back: "les deux"."""
    has_article_one: bool = False
    """Whether the word for one is the article too, so that no trap need be sought around it."""
    one_idle: str = r"(?!)"
    """What stands before a "one" that never counts: "no one", "quelqu'un"."""
    one_counts: str = r"(?!)"
    """What follows a "one" that counts: "un mort", "one person"."""
    before_noun: frozenset[str] = frozenset()
    """Adjectives between number and noun."""
    stop_words: frozenset[str] = frozenset()
    """Words that end a noun phrase."""
    noun_last: bool = False
    """Whether the head noun follows its adjectives, as in English."""
    noun_phrases: NounPhrases = field(default_factory=NounPhrases)
    """How a noun phrase is built, in a language whose heads come first."""
    complement: str = r"(?!)"
    """What joins a share to what it is of: "4 % des dossiers"."""
    attributive: str = r"(?!)"
    """What stands before a measure that qualifies the noun behind it: "a $3 million project"."""
    subject: str = r"(?P<noun>(?!))"
    """A `noun` and what may follow it before the verb that leads to its measure: "Le cuivre"."""
    subject_verbs: str = r"(?!)"
    """That verb: "Le cuivre a gagné"."""
    plural: str = r"(?!)"
    """A noun in the plural, by its form."""
    beside: str = r"(?!)"
    """Between two measures of one thing: "deux garçons de 17 ans et 25 ans"."""
    another_clause: str = r"(?!)"
    """What begins another clause between a subject with its verb and a figure: "même si"."""
    of_them: str = r"(?!)"
    """Behind a count of those counted in an earlier sentence: "huit d'entre eux"."""
    noun_of: str = r"(?!)"
    """What joins a noun to its measure: "un obus de 155 mm"."""
    dollars: str = r"(?!)"
    """What behind an amount tells whose dollars these are, each group named by its code."""
    aged: str = r"(?!)"
    """What stands before a bare number that is an age: "aged 46", "Anne Roux, 46"."""
    age_ends: str = r"(?!)"
    """What must follow it."""


SYMBOLS_ONLY = Quantities()
"""What holds in a text of an unknown language: digits and symbols."""
