from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources import opml
from tui.sources.loaded import SourceError
from tui.sources.opml import Outline
from tui.text.clean import clean_line

LIST = """<?xml version="1.0" encoding="{encoding}"?><opml version="1.1"><head/><body>
<outline text="Presse"><outline text="Été" title="Région"><outline type="rss" text="La Rive"
xmlUrl="https://rive.example/f" htmlUrl="https://rive.example/"/></outline>
<outline text="Hors" xmlUrl="file:///etc/passwd"/><outline text="Exec" xmlUrl="exec:rm"/></outline>
<outline xmlurl="http://a.fr/f"/></body></opml>"""

FEEDS = [
    Outline("https://rive.example/f", "La Rive", ("Presse", "Région"), "https://rive.example/"),
    Outline("http://a.fr/f", "http://a.fr/f"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_folders_titles_and_addresses_are_read(encoding: str) -> None:
    assert opml.read(LIST.format(encoding=encoding).encode(encoding), "l") == FEEDS


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html/>",
        b"<opml><body>",
        b'<!DOCTYPE opml [<!ENTITY a "ha">]><opml><body/></opml>',
        b'<!DOCTYPE opml SYSTEM "file:///etc/passwd"><opml><body/></opml>',
    ],
)
def test_what_is_no_list_is_one_line(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^l: not a list of feeds \(OPML\)$"):
        opml.read(data, "l")


@pytest.mark.parametrize(
    "body",
    [b"<outline text='a'>" * 60 + b"</outline>" * 60, b"<outline/>" * 10_001, b" " * 5_000_001],
)
def test_what_is_too_much_is_refused(body: bytes) -> None:
    with pytest.raises(SourceError, match=r"^l: cannot be read"):
        opml.read(b"<opml><body>" + body + b"</body></opml>", "l")


_NAME = st.text(max_size=12).map(clean_line).filter(bool)
_FEED = st.builds(
    Outline,
    st.text("abc/?&=<>\"'%é", min_size=1, max_size=9).map(
        lambda path: "https://a.fr/" + "".join(c for c in path if c not in '<>"')
    ),
    _NAME,
    st.lists(_NAME, max_size=3).map(tuple),
    st.none() | st.just("https://a.fr/"),
)


@given(st.lists(_FEED, max_size=6))
def test_what_is_written_is_read_back(feeds: list[Outline]) -> None:
    back = opml.read(opml.write(feeds, "x"), "l")
    assert sorted(back, key=repr) == sorted(feeds, key=repr)
