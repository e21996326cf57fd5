from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any

import pytest

from tui.sources import formats, worker
from tui.sources.feeds import items
from tui.sources.feeds.reading import read
from tui.sources.files import load
from tui.sources.formats import kind_of
from tui.sources.loaded import Loaded, SourceError
from tui.sources.worker import Answer, Given
from tui.text.clean import clean

if TYPE_CHECKING:
    from pathlib import Path

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>La Rive</title><link>https://rive.example/</link><language>fr-FR</language>
{items}</channel></rss>"""

ITEM = """<item><title>Le bac &amp;amp; la &lt;em&gt;rive&lt;/em&gt;</title>
<link>https://rive.example/bac</link><guid isPermaLink="false">7</guid><author>Anne Roux</author>
<pubDate>Tue, 12 Mar 2024 23:30:00 -0500</pubDate><description>Court.</description>
<content:encoded><![CDATA[<h2>Lundi</h2><p>« Il repart », dit <a href="/maire">le maire</a>.</p>
<script>alert(1)</script><a href="javascript:alert(1)">ici</a>]]></content:encoded></item>"""


def rss(body: str = ITEM, encoding: str = "utf-8") -> bytes:
    return RSS.format(encoding=encoding, items=body).encode(encoding)


def answer(data: bytes, **more: Any) -> Answer:
    return read(data, Given("f", "f", **more))


def articles(data: bytes, **more: Any) -> tuple[Loaded, ...]:
    return answer(data, **more).articles


def test_an_item_is_an_article_with_all_that_the_feed_has_of_it() -> None:
    found = answer(rss())
    assert found.about == {"title": "La Rive", "site": "https://rive.example/"}
    (item,) = found.articles
    document = item.document
    assert item.origin == "7"
    assert (document.title, document.byline) == ("Le bac & la rive", "Anne Roux")
    assert (document.language, document.url) == ("fr", "https://rive.example/bac")
    assert document.published is not None
    assert document.published.isoformat() == "2024-03-12T23:30"  # the publisher's own day
    assert [(b.kind, document.text[b.start : b.end], b.href) for b in document.blocks] == [
        ("heading", "Le bac & la rive", None),
        ("heading", "Lundi", None),
        ("paragraph", "« Il repart », dit le maire.", None),
        ("link", "le maire", "https://rive.example/maire"),
        ("paragraph", "ici", None),
    ]


def test_atom_is_read() -> None:
    (item,) = articles(
        b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>La Rive</title><entry><id>urn:7</id>
        <title type="html">Le &lt;b&gt;bac&lt;/b&gt;</title><updated>2024-03-12T08:05:00Z</updated>
        <link rel="enclosure" href="https://rive.example/son.mp3"/>
        <link href="https://rive.example/bac"/><author><name>Anne Roux</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Il repart.</p></div>
        </content></entry></feed>"""
    )
    assert item.document.title == "Le bac"
    assert item.document.text == "Le bac\n\nIl repart."
    assert item.document.url == "https://rive.example/bac"
    assert item.origin == "urn:7"


def test_json_feed_is_read() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "La Rive",
        "home_page_url": "https://rive.example/",
        "items": [
            {"id": 7, "title": "Le bac", "content_html": "<p>Il <b>repart</b>.</p>",
             "url": "https://rive.example/bac", "date_published": "2024-03-12T08:05:00+01:00",
             "authors": [{"name": "Anne Roux"}, {"name": "Paul Sy"}]},
            {"id": "8", "content_text": "Un < deux.\n\nTrois.", "language": "fr"},
            "rien", {"id": "9"},
        ],
    }  # fmt: skip
    one, two = articles(json.dumps(feed).encode())
    assert (one.origin, one.document.byline) == ("7", "Anne Roux, Paul Sy")
    assert one.document.text == "Le bac\n\nIl repart."
    assert two.document.text == "Un < deux.\n\nTrois."
    assert kind_of(json.dumps(feed).encode()) == "feed"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16", "cp1252"])
@pytest.mark.parametrize("charset", [None, "iso-8859-1", "utf-8", "nulle-part"])
def test_the_encoding_is_found_whatever_the_server_says(encoding: str, charset: str | None) -> None:
    (item,) = articles(
        rss(ITEM.replace("« Il", "« Été").replace("«", "").replace("»", ""), encoding),
        charset=charset,
    )
    assert "Été repart" in item.document.text


def test_ids_that_collide_name_each_article_all_the_same() -> None:
    one = "<item><guid>x</guid><title>Un</title><description>Le premier.</description></item>"
    data = rss(one + one.replace("Un", "Deux").replace("premier", "second") + one)
    first, second, third = articles(data)
    assert first.origin == "x"
    assert second.origin.startswith("x#")
    assert third.origin.startswith("x#")
    assert second.origin != third.origin
    assert [item.origin for item in articles(data)] == [first.origin, second.origin, third.origin]


@pytest.mark.parametrize(
    ("item", "origin"),
    [
        ("<title>Un</title><link>https://a.fr/1</link>", "https://a.fr/1"),
        ("<title>Un</title><pubDate>2024-03-12</pubDate>", "Un 2024-03-12"),
        ("<guid>-</guid><title>Un</title>", None),  # the name of standard input
        (f"<guid>{'x' * 1_000_000}</guid><title>Un</title>", None),
    ],
)
def test_an_item_without_an_id_worth_the_name_gets_one(item: str, origin: str | None) -> None:
    (found,) = articles(rss(f"<item>{item}</item>"))
    assert found.origin == (origin or found.origin)
    assert 0 < len(found.origin) <= 500
    assert found.origin != "-"


@pytest.mark.parametrize(
    "data",
    [
        rss()[:-60],  # cut off
        rss().replace(b"</author>", b"", 1),
        rss("<item><title>A & B</title><description>&nbsp;&eacute;t&eacute;</description></item>"),
        b"\n\n  " + rss(),
        rss().replace(b"Court.", b"\x00\x08\x1b]0;x\x07"),
    ],
)
def test_a_broken_feed_gives_what_it_has(data: bytes) -> None:
    (item,) = articles(data)
    assert clean(item.document.text) == item.document.text
    assert "\x1b" not in item.document.text


def test_what_is_no_feed_is_one_line() -> None:
    for data in (b"", b"{}", b"[1]", b"{", b"<html><p>Un.</p></html>", b"abc"):
        with pytest.raises(SourceError, match=r"^f: not a feed$"):
            articles(data)


def test_a_feed_too_damaged_to_give_anything_says_so() -> None:
    with pytest.raises(SourceError, match=r"^f: a damaged feed"):
        articles(rss().replace(b"</title>", b"", 1))


BOMBS = {
    "laughs": '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 9))
    + "]>",
    "file": '<!DOCTYPE rss [<!ENTITY a8 SYSTEM "file:///etc/passwd">]>',
}


@pytest.mark.parametrize("name", BOMBS)
def test_entities_blow_nothing_up_and_read_no_file(name: str) -> None:
    head, body = rss("<item><title>Un &a8; deux</title></item>").decode().split("?>", 1)
    for item in articles(f"{head}?>{BOMBS[name]}{body}".encode()):
        assert len(item.document.text) < 1_000
        assert "root:" not in item.document.text


@pytest.mark.parametrize(
    "body",
    ["<a>" * 500 + "</a>" * 500, "<item " + " ".join(f'a{n}="1"' for n in range(500)) + "></item>"],
)
def test_what_no_feed_is_made_of_is_refused(body: str) -> None:
    with pytest.raises(SourceError, match=r"^f: cannot be read"):
        articles(rss(body))


def test_a_feed_may_be_a_file(tmp_path: Path) -> None:
    file = tmp_path / "f.xml"
    file.write_bytes(rss())
    (item,) = load([file])
    assert isinstance(item, Loaded)
    assert (item.origin, item.file) == ("7", str(file))


def test_reading_a_feed_stops_when_nobody_waits() -> None:
    data = rss("".join(f"<item><title>{n}</title></item>" for n in range(50_000)))
    threading.Timer(0.5, worker.stop_feeds).start()
    with pytest.raises(SourceError, match=r"^f: cannot be read"):
        formats.read("feed", data, Given("f", "f"))
    assert len(formats.read("feed", rss(), Given("f", "f")).articles) == 1


def test_no_more_items_are_taken_than_a_feed_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "MOST_ITEMS", 3)
    data = rss("".join(f"<item><title>{n}</title></item>" for n in range(5)))
    assert [item.document.title for item in articles(data)] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("data", "suffix", "media", "kind"),
    [
        (rss(), "", "text/html", "feed"),
        (b"<?xml version='1.0'?><!-- x --><feed xmlns='a'>", ".xml", "", "feed"),
        (b"<!DOCTYPE html><html>", "", "application/rss+xml", "page"),
        (b"<p>Un.</p>", ".html", "", "page"),
        (b"<p>Un.</p>", "", "text/html; charset=utf-8", "page"),
        (b"%PDF-1.7", ".txt", "", "pdf"),
        (b"Un texte.", ".txt", "text/plain", None),
        (b"From: a@b.fr\n\n<html>", ".eml", "", "mail"),
    ],
)
def test_the_bytes_say_what_they_are_before_their_name(
    data: bytes, suffix: str, media: str, kind: str | None
) -> None:
    assert kind_of(data, suffix, media) == kind


def test_an_emoji_in_halves_and_numbers_beyond_all_characters_cost_no_feed() -> None:
    body = ITEM.replace(
        "Court.", "ri&#55357;&#56832; &#xD83D;&#xDE00; &#xD800; &#1114112; &#27;fin"
    )
    (item,) = articles(rss(body.replace("<content:encoded>", "<x>").replace("content:", "")))
    assert "ri😀 😀 \ufffd \ufffd \ufffdfin" in item.document.text
