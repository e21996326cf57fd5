from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.gold.__main__ import raised
from tests.gold.own import score

if TYPE_CHECKING:
    from pathlib import Path


def test_a_floor_is_raised_and_never_lowered() -> None:
    floors = {"fr": {"quoted": 0.9, "figure": 0.5}, "gone": {"quoted": 0.7}}
    measured = {"fr": {"quoted": 0.8, "figure": 0.98765}, "new": {"quoted": 1.0}}
    assert raised(floors, measured) == {
        "fr": {"quoted": 0.9, "figure": 0.987},
        "gone": {"quoted": 0.7},
        "new": {"quoted": 1.0},
    }


def test_our_own_scorer_tells_right_from_wrong(tmp_path: Path) -> None:
    text = "« Il faut agir vite », a dit Anne Roux. La ville a fermé 20 écoles cette année."
    start, at = text.index("Il"), text.index("20")
    gold = {
        "lang": "fr",
        "quotes": [{"start": start, "end": start + 17, "kind": "direct", "speaker": ["Anne Roux"]}],
        "figures": [{"start": at, "end": at + 2, "value": 20, "high": None, "unit": None}],
    }
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "a.json").write_text(json.dumps(gold), "utf-8")
    assert score(tmp_path) == {"quoted": 1.0, "indirect": 0.0, "figure": 1.0, "speaker": 1.0}
    gold["figures"] = [{"start": at, "end": at + 2, "value": 21, "high": None, "unit": None}]
    gold["quotes"] = []
    (tmp_path / "a.json").write_text(json.dumps(gold), "utf-8")
    assert score(tmp_path) == {"quoted": 0.0, "indirect": 0.0, "figure": 0.0, "speaker": 0.0}
