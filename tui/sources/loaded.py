"""What every source gives: articles with where they came from, and errors in their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.text.clean import REPLACEMENT, clean

if TYPE_CHECKING:
    from tui.parser import Document


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article that a source gave."""

    document: Document
    origin: str
    """The path as given, "-", or the id of a JSON line; safe to show."""
    notice: str | None = None
    """What the reader should know of how it was read, in one translated sentence."""
    file: str | None = None
    """The file that holds it among others, safe to show: an id means something only there."""


class SourceError(Exception):
    """What could not be read: one translated line that names the file and the remedy."""


def shown_name(path: str) -> str:
    """Write a path so that a terminal may show it on one line, one character for one."""
    return clean(path).replace("\n", REPLACEMENT).replace("\t", REPLACEMENT)
