from __future__ import annotations

import io
import json

import pytest

from tui.sources import json_lines
from tui.sources.json_lines import read_json_lines
from tui.sources.loaded import Loaded, SourceError


def read(*lines: object) -> list[Loaded | SourceError]:
    data = b"".join(
        (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines
    )
    return list(read_json_lines(io.BytesIO(data), "x.jsonl"))


def test_a_line_is_an_article_with_what_it_says_of_itself() -> None:
    (item,) = read(
        {"id": "a-1", "text": "Texte.", "lang": "fr-CA", "title": "T", "published": "2023-02"}
    )
    assert isinstance(item, Loaded)
    document = item.document
    assert (item.origin, document.text, document.language) == ("a-1", "Texte.", "fr")
    assert document.title == "T"
    assert document.published is not None
    assert document.published.isoformat() == "2023-02"


def test_a_line_without_an_id_is_named_by_its_place() -> None:
    (item,) = read({"text": "Texte."})
    assert isinstance(item, Loaded)
    assert item.origin == "x.jsonl:1"


@pytest.mark.parametrize(
    "line", [b"{", b"[1]", b'{"text": 3}', b'{"text": " "}', b"[" * 100_000, b"\xff", b"9" * 5000]
)
def test_a_bad_line_is_an_error_in_its_place(line: bytes) -> None:
    first, bad, last = read({"text": "Un."}, line, {"text": "Deux."})
    assert isinstance(first, Loaded)
    assert isinstance(last, Loaded)
    assert isinstance(bad, SourceError)
    assert "x.jsonl, line 2" in str(bad)


def test_a_file_of_other_things_is_one_error() -> None:
    (item,) = read({"name": 1}, {"name": 2}, {"name": 3})
    assert isinstance(item, SourceError)


def test_blank_lines_are_no_articles() -> None:
    assert len(read({"text": "Un."}, b"", {"text": "Deux."}, b"  ")) == 2


def test_a_line_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 50)
    found = read({"text": "Un."}, {"text": "x" * 500}, {"text": "Deux."})
    assert [type(item) for item in found] == [Loaded, SourceError, Loaded]


def test_escapes_do_not_carry_controls_past_the_door() -> None:
    (item,) = read({"id": "\x1b[2J", "text": "a\x1b\x9b\ud800b", "title": "t\u202e\n2"})
    assert isinstance(item, Loaded)
    assert item.document.text == "a\ufffd\ufffd\ufffdb"
    assert item.origin == "\ufffd[2J"
    assert "\u202e" not in item.document.title
