"""Attacks of those formats that are read away from the program: pages, letters, feeds, offices."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from tests.hostile.attack import LATER, SEQUENCES, SPEECH, Attack

if TYPE_CHECKING:
    from collections.abc import Callable

ALL = "".join(SEQUENCES.values())
LINKS = (
    "<a href='javascript:alert(1)'>a</a> <a href='file:///etc/passwd'>b</a>"
    " <a href='-option'>c</a> <a href='http://x/\x1b]0;PWNED\x07'>d</a>"
    " <a href='data:text/html,x'>e</a> <a href='HTTP://user:secret@exemple.fr/'>f</a>"
)


def _page(inside: Callable[[int], str]) -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        page = f"<html><body><p>{SPEECH}</p>{inside(size)}<p>{LATER}</p></body></html>"
        return page.encode("utf-8", "surrogatepass")

    return make


def _letter(
    header: Callable[[int], str], kind: str = "text/plain; charset=utf-8"
) -> Callable[[int], bytes]:
    return lambda size: f"{header(size)}\nContent-Type: {kind}\n\n{SPEECH}\n\n{LATER}\n".encode()


def _nested(_size: int) -> bytes:
    parts = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(1_000))
    return "".join(parts).encode() + SPEECH.encode()


def _attached(_size: int) -> bytes:
    return (
        "Subject: Le port\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{SPEECH}\n\n{LATER}\n--b\n"
        'Content-Type: text/html; name="../../trap.html"\n'
        'Content-Disposition: attachment; filename="../../trap.html"\n\n<p>TRAP</p>\n--b--\n'
    ).encode()


def _feed(items: str, before: str = "") -> bytes:
    head = f"<?xml version='1.0'?>{before}<rss version='2.0'><channel><title>{SPEECH}</title>"
    return f"{head}{items}</channel></rss>".encode("utf-8", "surrogatepass")


def _item(guid: str, title: str, link: str = "https://exemple.fr/a", words: str = SPEECH) -> str:
    return (
        f"<item><guid>{guid}</guid><title>{title}</title><link>{link}</link>"
        f"<description>&lt;p&gt;{words}&lt;/p&gt;</description></item>"
    )


def _laughs(_size: int) -> bytes:
    lines = (f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return _feed(_item("1", "&a11;"), f'<!DOCTYPE rss [<!ENTITY a0 "ha">{"".join(lines)}]>')


def _outside(_size: int) -> bytes:
    return _feed(_item("1", "&a;"), '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>')


def _colliding(_size: int) -> bytes:
    """Two articles of one guid, one of none, and one whose guid is as long as a book."""
    items = (
        _item("x", "Un", words="Le pont rouvre lundi après deux ans de travaux."),
        _item("x", "Deux", words="La piscine ferme, faute de chauffage, dit la mairie."),
        _item("", "Trois", words="Un cirque arrive samedi avec ses douze chevaux blancs."),
        _item("9" * 1_000_000, "Quatre", words="Les vendanges commencent tôt cette année."),
    )
    return _feed("".join(items))


def _swelling_word(size: int) -> bytes:
    """Sixty-six times the size, unpacked."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b" " * max(70_000_000, size))
    return data.getvalue()


def _swelling_pdf(size: int) -> bytes:
    """One page that is 200 times the size, unpacked."""
    packed = zlib.compress(b"BT (mot) Tj ET " * (size // 15 * 200), 9)
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Resources<<>>/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
    )
    objects = b"".join(b"%d 0 obj%s\nendobj\n" % one for one in enumerate(parts, 1))
    return b"%PDF-1.4\n" + objects + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF"


PAGES = (
    Attack("terminal.html", "the terminal", _page(lambda _: f"<p title='{ALL}'>{ALL}</p>")),
    Attack("references.html", "characters that are none", _page(
        lambda _: "<p>&#27;]0;PWNED&#7; &#x9b;31m &#xd800; &#1114112; &#8238;fin</p>")),
    Attack("links.html", "the browser", _page(lambda _: f"<p>{LINKS}</p>")),
    Attack("attributes.html", "lists of attributes", _page(
        lambda size: "<p " + " ".join(f"a{n}=1" for n in range(size // 8)) + ">mot</p>")),
    Attack("nested.html", "the tree's depth", _page(
        lambda size: "<div>" * (size // 11) + "mot" + "</div>" * (size // 11))),
    Attack("unclosed.html", "the tree's depth", _page(lambda size: "<b><i>" * (size // 6))),
    Attack("siblings.html", "the tree's width", _page(
        lambda size: "<p>Il y a un mot.</p>" * (size // 20))),
    Attack("cells.html", "tables", _page(
        lambda size: "<table><tr>" + "<td>a" * (size // 5) + "</table>")),
    Attack("comments.html", "what is not shown", _page(lambda size: "<!--" * (size // 4))),
    Attack("script.html", "what is not shown", _page(lambda _: "<script>alert('TRAP')</script>")),
)  # fmt: skip
LETTERS = (
    Attack("subject.eml", "headers: encoded words", _letter(
        lambda size: "Subject: " + "=?utf-8?q?mot?= " * (size // 16))),
    Attack("terminal.eml", "the terminal", _letter(
        lambda _: f"Subject: =?utf-8?q?=1B=5D0;PWNED=07?=\nFrom: {ALL!a}")),
    Attack("commas.eml", "headers: senders", _letter(lambda size: "From: " + "a," * (size // 2))),
    Attack("comments.eml", "headers: comments", _letter(lambda size: "From: " + "(" * size)),
    Attack("date.eml", "headers: dates", _letter(lambda size: "Date: " + "9" * size)),
    Attack("charset.eml", "decoding", _letter(lambda _: "Subject: x", "text/plain; charset=nulle")),
    Attack("nested.eml", "letters inside one another", _nested),
    Attack("attached.eml", "the disk, by an attachment's name", _attached),
)  # fmt: skip
FEEDS = (
    Attack("laughs.rss", "XML: entities that swell", _laughs),
    Attack("outside.rss", "XML: entities of other files", _outside),
    Attack("colliding.rss", "articles that take each other's place", _colliding),
    Attack("links.rss", "the browser", lambda _: _feed(_item("1", "Un", "javascript:alert(1)"))),
    Attack("terminal.rss", "the terminal", lambda _: _feed(_item("1", f"<![CDATA[{ALL}]]>"))),
    Attack("nested.rss", "XML: depth", lambda size: _feed("<item>" * (size // 6))),
    Attack("attributes.rss", "XML: attributes", lambda size: _feed(
        "<item " + " ".join(f"a{n}='1'" for n in range(size // 10)) + "/>")),
)  # fmt: skip
OFFICE = (
    Attack("swelling.docx", "memory: an archive that swells", _swelling_word),
    Attack("swelling.pdf", "memory: a page that swells", _swelling_pdf),
)
