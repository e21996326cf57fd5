"""The `Masthead` value: the words above an article that are about it and not of it."""

from __future__ import annotations

from typing import NamedTuple


class Masthead(NamedTuple):
    """How a language labels title, date and author. All words are in lower case."""

    titles: frozenset[str]
    """Labels before a colon: "titre"."""
    dates: frozenset[str]
    """Labels before a date, with or without a colon: "publié le", "date"."""
    updates: frozenset[str]
    """Labels before the date of a correction, which is not the date of the article."""
    authors: frozenset[str]
    """Labels before a colon: "auteur"."""
    credits: frozenset[str]
    """Labels before a colon whose line is no part of the article: "photo"."""
    asides: frozenset[str]
    """What a line of the page begins with that is no part of the article: "read more:"."""
    by: frozenset[str]
    """What stands before a name that signs: "par"."""
    agencies: frozenset[str]
    """Names that sign after a person's or a place's: "afp"."""
