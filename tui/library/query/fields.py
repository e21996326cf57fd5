"""The fields of the query language: their names in both languages, and the words they take.

The first name of a field is the English one, the second the French; the others are understood and
not offered. Names and words are compared folded: `unité:` is `unite:`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.locale import N_
from tui.text.find import fold

Takes = Literal["words", "amount", "unit", "choice", "date", "since", "until", "name", "language"]


class Field(NamedTuple):
    """A field: `key` says which, `takes` how its value is read."""

    key: str
    takes: Takes
    names: tuple[str, ...]
    about: str
    """What it looks at: an English message, to be translated where it is shown."""
    example: str
    example_fr: str


FIELDS = (
    Field("title", "words", ("title", "titre"), N_("words of the title"),
          "title:budget", "titre:budget"),
    Field("byline", "words", ("author", "auteur", "byline", "signature"), N_("who wrote it"),
          "author:vial", "auteur:vial"),
    Field("speaker", "words", ("speaker", "qui", "who", "locuteur"), N_("who is quoted"),
          "speaker:vial", "qui:vial"),
    Field("role", "words", ("role", "fonction"), N_("what a speaker is"),
          "role:minister", "fonction:ministre"),
    Field("said", "words", ("said", "dit", "says"), N_("words of a quote"),
          'said:"not now"', 'dit:"pas maintenant"'),
    Field("kind", "choice", ("kind", "genre"), N_("how it is quoted"),
          "kind:direct", "genre:direct"),
    Field("value", "amount", ("value", "valeur"), N_("how much a figure is"),
          "value:>1e6", "valeur:>1e6"),
    Field("unit", "unit", ("unit", "unité"), N_("the unit of a figure"),
          "unit:EUR", "unité:%"),
    Field("of", "words", ("of", "de", "objet", "quoi"), N_("what a figure counts"),
          "of:shells", "de:obus"),
    Field("source", "name", ("source", "source", "from", "site"), N_("where an article is from"),
          "source:example.org", "source:exemple.org"),
    Field("language", "language", ("lang", "langue", "language"), N_("the language of an article"),
          "lang:en", "langue:fr"),
    Field("tag", "name", ("tag", "étiquette"), N_("a tag that you gave"),
          "tag:check", "étiquette:vérifier"),
    Field("is", "choice", ("is", "est"), N_("unread, read, starred or changed"),
          "is:unread", "est:non-lu"),
    Field("has", "choice", ("has", "avec"), N_("with quotes, figures, a note or a tag"),
          "has:quotes", "avec:citations"),
    Field("date", "date", ("date", "date"), N_("when it was published"),
          "date:2023-02", "date:2023-02"),
    Field("since", "since", ("since", "depuis", "after", "après"), N_("published no earlier"),
          "since:7d", "depuis:7j"),
    Field("until", "until", ("until", "jusque", "before", "avant"), N_("published no later"),
          "until:2023-02", "jusque:2023-02"),
)  # fmt: skip

CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "kind": {
        "direct": ("direct", "direct", "directe"),
        "mixed": ("mixed", "mixte", "partial", "partielle"),
        "indirect": ("indirect", "indirect", "indirecte", "rapporté"),
    },
    "is": {
        "unread": ("unread", "non-lu", "nonlu"),
        "read": ("read", "lu"),
        "starred": ("starred", "favori", "star", "étoilé"),
        "changed": ("changed", "modifié"),
    },
    "has": {
        "quotes": ("quotes", "citations", "quote", "citation"),
        "figures": ("figures", "chiffres", "figure", "chiffre"),
        "note": ("note", "note", "notes"),
        "tag": ("tag", "étiquette", "tags", "étiquettes"),
    },
}
"""The words that a field takes, by what they mean; English first, French second."""

LANGUAGES = {
    "fr": ("fr", "fr", "french", "français", "francais"),
    "en": ("en", "en", "english", "anglais"),
}

UNITS = {
    "EUR": ("€", "euro", "euros"),
    "USD": ("$", "dollar", "dollars", "us$"),
    "GBP": ("£", "livre", "livres", "pound", "pounds", "sterling"),
    "JPY": ("¥", "yen", "yens"),
    "CHF": ("franc", "francs"),
    "%": ("pourcent", "percent", "pct"),
    "pp": ("point", "points"),
    "x": ("fois", "times", "×"),
    "s": ("seconde", "secondes", "second", "seconds"),
    "min": ("minute", "minutes"),
    "h": ("heure", "heures", "hour", "hours"),
    "d": ("j", "jour", "jours", "day", "days"),
    "wk": ("sem", "semaine", "semaines", "week", "weeks"),
    "mo": ("mois", "month", "months"),
    "a": ("an", "ans", "année", "années", "year", "years"),
    "century": ("siècle", "siècles", "centuries"),
    "m": ("mètre", "mètres", "meter", "meters", "metre", "metres"),
    "km": ("kilomètre", "kilomètres", "kilometer", "kilometers", "kilometre", "kilometres"),
    "m2": ("m²",),
    "m3": ("m³",),
    "km2": ("km²",),
    "ha": ("hectare", "hectares"),
    "kg": ("kilo", "kilos", "kilogramme", "kilogrammes", "kilogram", "kilograms"),
    "t": ("tonne", "tonnes", "ton", "tons"),
    "L": ("l", "litre", "litres", "liter", "liters"),
    "°C": ("°", "degré", "degrés", "degree", "degrees", "celsius"),
}
"""How people write the units that go by a symbol. Any other word is taken as a symbol itself."""


def named(name: str) -> Field | None:
    """Give the field of that name."""
    return _NAMED.get(fold(name))


def begins_field(text: str) -> bool:
    """Say whether the name of a field begins so."""
    return any(name.startswith(fold(text)) for name in _NAMED)


def chosen(choices: dict[str, tuple[str, ...]], word: str) -> str | None:
    """Give what a word means among the choices."""
    folded = fold(word)
    return next((key for key, words in choices.items() if folded in map(fold, (key, *words))), None)


_NAMED = {fold(name): field for field in FIELDS for name in field.names}
