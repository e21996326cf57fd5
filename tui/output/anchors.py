"""The mark in an export that says where a piece of evidence stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK = "newsreader:{hash}:{start}-{end}"

MARK = re.compile(r"newsreader:([0-9a-f]{32}):(\d{1,12})-(\d{1,12})")
"""The hash of the text, and the offsets in it."""


def mark(text_hash: str, start: int, end: int) -> str:
    """Write where a piece of evidence stands."""
    return _MARK.format(hash=text_hash, start=start, end=end)


def anchor(record: Mapping[str, Any]) -> str:
    """Write the mark of a record as a comment of Markdown; "" for one without a place."""
    if record["start"] is None:
        return ""
    return f"<!-- {mark(record['text_hash'], record['start'], record['end'])} -->"
