"""Which names are one person's: pure, and the same whatever the order the names came in.

Names that are spelt alike, or are spellings of one name in another alphabet, are one. A shorter
name, with initials or a short form, joins the only one that it can stand for; where it can stand
for two, it stays by itself. Nothing is joined on a surname alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.people.naming import sound_of, spelling_of
from tui.library.people.variants import SHORT, SPELLINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tui.library.people.naming import Name

    Pairs = Collection[frozenset[str]]
    """Pairs of keys of names."""


def groups(names: Iterable[Name], same: Pairs, apart: Pairs) -> list[list[Name]]:
    """Put names together that are one person's, the fullest first in each group.

    `same` and `apart` are what the reader has decided, and win over what the names say.
    """
    ordered = sorted(names, key=_fullness)
    found: list[list[Name]] = []
    for name in ordered:
        alike = [group for group in found if any(_alike(name, other) for other in group)]
        candidates = alike or [
            group for group in found if any(_stands_for(name, other) for other in group)
        ]
        free = [group for group in candidates if not _are_apart([name], group, apart)]
        if len(free) == 1 and len(candidates) == 1:
            free[0].append(name)
        else:
            found.append([name])
    return _joined(found, same)


def _joined(found: list[list[Name]], same: Pairs) -> list[list[Name]]:
    for pair in sorted(map(sorted, same)):
        both = [group for group in found if any(name.key in pair for name in group)]
        if len(both) == 2:
            found = [group for group in found if group not in both]
            found.append(sorted(both[0] + both[1], key=_fullness))
    return found


def _are_apart(some: list[Name], others: list[Name], apart: Pairs) -> bool:
    return any(frozenset((a.key, b.key)) in apart for a in some for b in others)


def _fullness(name: Name) -> tuple[object, ...]:
    letters = sum(map(len, name.given))
    return (name.abbreviated, -_whole(name), -letters, name.key)


def _whole(name: Name) -> int:
    return sum(len(part) > 1 for part in name.given) - name.abbreviated


def _alike(a: Name, b: Name) -> bool:
    """Say whether two names are spellings of one: "Volodymyr Zelensky", "Vladimir Zelenskiy"."""
    if a.key == b.key:
        return True
    if a.shape != "person" or b.shape != "person" or a.generation != b.generation:
        return False
    if a.abbreviated != b.abbreviated or not _same_surname(a, b):
        return False
    if "".join(a.given).replace("-", "") == "".join(b.given).replace("-", ""):
        return True
    if not (a.transcribed and b.transcribed) or a.abbreviated:
        return False
    return len(a.given) == len(b.given) and all(
        spelling_of(one) == spelling_of(other)
        or (len(one) > 1 and sound_of(one) == sound_of(other))
        for one, other in zip(a.given, b.given, strict=True)
    )


def _same_surname(a: Name, b: Name) -> bool:
    return a.surname == b.surname or (a.transcribed and b.transcribed and a.sound == b.sound)


def _stands_for(short: Name, full: Name) -> bool:
    """Say whether a name may stand for a fuller one: "J.-L. Rey", "Bill Ray", "Ann B. Ray"."""
    if short.shape != "person" or full.shape != "person":
        return False
    if short.generation != full.generation or not _same_surname(short, full):
        return False
    if short.abbreviated:
        return _abbreviates(short, full)
    if full.abbreviated:
        return False
    first, *more = short.given
    other, *others = full.given
    if first != other and spelling_of(first) != spelling_of(other):
        return bool(_heads(first) & _heads(other)) and _middle_of(more, others)
    return _middle_of(more, others)


def _abbreviates(short: Name, full: Name) -> bool:
    initials, *more = short.given
    if any(part not in full.given[1:] for part in more):
        return False
    if full.abbreviated:
        return full.given[0].startswith(initials) and len(full.given[0]) > len(initials)
    letters = "".join(part[0] for given in full.given for part in given.split("-") if part)
    if letters.startswith(initials) or (len(initials) == 2 and full.given[0].startswith(initials)):
        return True
    spelling = SPELLINGS.get(full.given[0])
    return spelling is not None and any(
        word[0] == initials for word, head in SPELLINGS.items() if head == spelling
    )


def _middle_of(less: list[str], more: list[str]) -> bool:
    """Say whether middle names are left out or shortened; only initials may be left out."""
    if not less:
        return all(len(part) == 1 for part in more)
    return len(less) == len(more) and all(
        a == b or (len(a) == 1 and b.startswith(a)) for a, b in zip(less, more, strict=True)
    )


def _heads(given: str) -> frozenset[str]:
    return SHORT.get(given, frozenset((given,)))
