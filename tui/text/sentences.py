"""Where sentences begin and end, closely enough to choose one by key and to grow or shrink."""

from __future__ import annotations

import re

_END = re.compile(
    r"""[.!?…]+[)\]»”"’']*  # what ends it, and what closes with it
    (?:[\s\u00a0\u202f]*»)?
    \s+
    (?=[^\w\s]*\s*[^\W\d_a-zà-öø-ÿ]|[«“"—–-]|\d)  # a capital, marks or a number begin the next
    """,
    re.VERBOSE,
)
_SHORT = re.compile(
    r"(?:^|[\s(«“\"'’-])"
    r"(?:[^\W\d_]|M[rs]|Mrs|Mgr|Dr|Pr|Me|St|Ste|Jr|Sr|Prof|Gen|Col|Rev|Sen|Gov|Lt|Capt|Sgt|No)\.$"
)
"""What has a full stop without ending anything: an initial, a title before a name."""


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the sentences of a stretch of prose, such as a paragraph, without the space between."""
    found = []
    first = start
    for match in _END.finditer(text, start, end):
        ending = text[max(first, match.start() - 7) : match.end()].rstrip()
        if _SHORT.search(ending):
            continue
        found.append((first, match.start() + len(match.group().rstrip())))
        first = match.end()
    while end > first and text[end - 1].isspace():
        end -= 1
    return [*found, (first, end)] if end > first else found
