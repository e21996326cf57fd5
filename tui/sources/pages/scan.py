"""What can be known of HTML in one pass over its characters, and its words without a tree.

Every pattern here is linear, whatever the page: each match ends before the next "<".
"""

from __future__ import annotations

import re
from html import unescape

LARGEST = 8_000_000
"""Characters of a page that is read as a tree."""
MOST_ATTRIBUTES = 200
LONGEST_TAG = 64_000
"""Characters of one tag, addresses that hold their own data aside."""
DEEPEST = 200
"""Elements inside one another; at 256 lxml gives back an empty page without a word."""
MOST_ELEMENTS = 150_000

_TAG = re.compile(r"<(/?)([A-Za-z][^\s<>/]*)([^<>]*)")
_DATA = re.compile(r"data:[^\s\"'<>]*")
_NESTING = frozenset(
    "a abbr article aside b big blockquote body center code dd del details div dl dt em fieldset"
    " figcaption figure font footer form header html i ins label li main mark nav ol p pre q s"
    " section small span strong sub summary sup table tbody td tfoot th thead tr tt u ul".split()
)
_CLOSED_BY_NEXT = frozenset("dd dt li p tbody td tfoot th thead tr".split())
"""Elements whose end tag may be left out: they count only where one is inside another."""

_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript|svg|head)\b.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|tr|table|blockquote|section|article|aside|nav|header|footer|main"
    r"|figure|figcaption|pre|dl|dt|dd|form|hr|title)\b[^<>]*>",
    re.IGNORECASE,
)
_MARK = re.compile(r"</?[A-Za-z][^<>]*>?|<![^<>]*>?")
_SPACE = re.compile(r"[ \t\r\f\v]*\n\s*|[ \t\r\f\v]+")


def is_hostile(html: str) -> bool:
    """Say whether a page is one that no reader of trees comes back from, or comes back empty."""
    if len(html) > LARGEST:
        return True
    depth = 0
    for elements, match in enumerate(_TAG.finditer(html)):
        closing, name, rest = match.groups()
        if len(rest) > LONGEST_TAG and len(_DATA.sub("", rest)) > LONGEST_TAG:
            return True
        if rest.count("=") > MOST_ATTRIBUTES and _DATA.sub("", rest).count("=") > MOST_ATTRIBUTES:
            return True
        name = name.lower()
        if name in _NESTING and name not in _CLOSED_BY_NEXT and not rest.endswith("/"):
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEEPEST or elements > MOST_ELEMENTS:
            return True
    return False


def words_of(html: str) -> str:
    """Give the words of a page, its paragraphs parted by empty lines, without reading its tree."""
    bare = _HIDDEN.sub("", html)
    bare = _SPACE.sub(" ", bare)
    bare = _BLOCK.sub("\n\n", _BREAK.sub("\n", bare))
    bare = unescape(_MARK.sub("", bare))
    lines = (line.strip() for line in bare.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
