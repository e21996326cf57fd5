"""Evidence as CSL-JSON, which Zotero and its like read: an item for each piece.

The schema has `custom` for what is not of it: there stands all that it takes to check the item.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.output.bibtex import key

if TYPE_CHECKING:
    from collections.abc import Mapping

_CUSTOM = ("type", "kind", "speaker", "role", "value", "high", "unit", "of", "paragraph", "start",
           "end", "text", "text_hash", "note", "tags", "corrected")  # fmt: skip


def as_line(record: Mapping[str, Any]) -> str:
    """Write one piece of evidence as an item, on one line."""
    return json.dumps(_item(record), ensure_ascii=False, allow_nan=False)


def _item(record: Mapping[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": key(record),
        "type": "article-newspaper",
        "title": record["title"] or "",
        "container-title": record["source"] or "",
        "annote": record["text"],
    }
    if record["url"]:
        item["URL"] = record["url"]
    if record["published"]:
        date = record["published"].partition("T")[0]
        item["issued"] = {"date-parts": [[int(part) for part in date.split("-")]]}
    if record.get("speaker"):
        role = f", {record['role']}" if record["role"] else ""
        item["note"] = f"{record['speaker']}{role}"
    if record["paragraph"] is not None:
        item["locator"] = str(record["paragraph"])
    item["custom"] = {name: record[name] for name in _CUSTOM if record.get(name) is not None}
    return item
