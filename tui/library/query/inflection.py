"""The singular of a plural and the plural of a singular, for French and English words, folded.

A query finds both, so that `école` finds « écoles » and back. What these rules make too much of is
no word, and finds nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

INVARIABLE = frozenset(
    [
        "acces",
        "alors",
        "apres",
        "avis",
        "bas",
        "bois",
        "bras",
        "bus",
        "campus",
        "cas",
        "choix",
        "concours",
        "corps",
        "cours",
        "croix",
        "dans",
        "des",
        "deux",
        "discours",
        "dos",
        "eux",
        "ceux",
        "fils",
        "fois",
        "fonds",
        "francais",
        "gens",
        "gros",
        "heros",
        "jamais",
        "jus",
        "les",
        "mais",
        "mars",
        "mauvais",
        "mes",
        "mieux",
        "mois",
        "moins",
        "noix",
        "nos",
        "paix",
        "paris",
        "parcours",
        "pas",
        "pays",
        "plus",
        "poids",
        "pres",
        "prix",
        "proces",
        "progres",
        "propos",
        "puis",
        "refus",
        "repas",
        "sans",
        "secours",
        "sens",
        "ses",
        "sous",
        "taux",
        "temps",
        "toujours",
        "tous",
        "tres",
        "univers",
        "vers",
        "virus",
        "voix",
        "vos",
        "as",
        "aux",
        "has",
        "his",
        "is",
        "its",
        "less",
        "news",
        "series",
        "species",
        "this",
        "us",
        "was",
    ]
)
"""Common words in -s or -x that are no plurals. « Paris » is not the plural of « pari »."""


def forms(word: str) -> tuple[str, ...]:
    """Give a word with its other number: "cheval" with "chevaux", "cities" with "city"."""
    if len(word) < 3 or not word.isalpha() or word in INVARIABLE:
        return (word,)
    return tuple(dict.fromkeys((word, *_others(word))))


def _others(word: str) -> Iterator[str]:
    if word.endswith("aux"):
        stem = word[:-3]
        yield from (f"{stem}al", f"{stem}ail", f"{stem}au")  # chevaux, travaux, tuyaux
        return
    if word.endswith(("eux", "oux")):
        yield word[:-1]  # feux, bijoux
        return
    if word.endswith("ies"):
        yield f"{word[:-3]}y"  # cities; and « parties » below
    if word.endswith(("ches", "shes", "sses", "xes")):
        yield word[:-2]  # taxes
    if word.endswith("s"):
        if not word.endswith("ss"):
            yield word[:-1]
        return
    if word.endswith("x"):
        return
    if word.endswith(("al", "ail")):
        yield f"{word.removesuffix('il').removesuffix('l')}ux"  # cheval, travail
    if word.endswith(("au", "eu", "ou")):
        yield f"{word}x"
    if word.endswith("y"):
        yield f"{word[:-1]}ies"
    if word.endswith(("ch", "sh")):
        yield f"{word}es"
    yield f"{word}s"
