"""What an attack is, what drives a terminal or a database, and the evidence beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SPEECH = "« Il faut agir », a dit Anne Roux devant la presse. Il manque 20 écoles dans le pays."
LATER = "Selon Paul Roy, « rien ne sera prêt avant le mois de mai », malgré 3 millions d’euros."
"""Ordinary evidence before and after the attack, which must still be found."""

SEQUENCES = {
    "title": "\x1b]0;PWNED\x07",
    "title by C1": "\x9d2;PWNED\x9c",
    "clear the screen": "\x1b[2J\x1b[H",
    "colours by C1": "\x9b31;7m",
    "clipboard": "\x1b]52;c;UFdORUQ=\x07",
    "reset": "\x1bc",
    "link": "\x1b]8;;file:///etc/passwd\x1b\\",
    "device control": "\x1bP+q544e\x1b\\",
    "answer back": "\x1b[6n\x1b[c\x05",
    "bell, nothing, delete": "\x07\x00\x7f",
    "overwriting": "\x08\x08\x08\x0e\x0f",
    "bidi override": "\u202eriafa'l ed\u202c",
    "bidi isolates": "\u2066\u2067\u2068\u2069",
    "direction marks": "\u200e\u200f\u061c",
    "markup": "[/foo] [b]gras[/i] [@click=app.quit]ici[/] [link=file:///x]a",
}
"""What drives a terminal or a toolkit, by what it attacks."""

STATEMENT = "'); DROP TABLE article; -- \" OR 1=1 NEAR( ) * ^ : {title}"


@dataclass(frozen=True, slots=True)
class Attack:
    """A file of the collection."""

    name: str
    """The file's name, as bytes would spell it on disk."""
    against: str
    make: Callable[[int], bytes]
    """From the size, in bytes, of what is big."""
