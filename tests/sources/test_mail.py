from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from tui.sources.files import load
from tui.sources.loaded import Loaded, SourceError
from tui.sources.mail import mime
from tui.sources.mail import reading as letters
from tui.sources.worker import Given

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """From: =?utf-8?q?La_lettre_de_Tr=C3=A9loup?= <lettre@treloup.example>
To: anne@exemple.fr
Subject: =?iso-8859-1?Q?Le_bac_est_r=E9par=E9?=
 =?utf-8?B?IGVuZmlu?=
Date: Tue, 12 Mar 2024 23:30:00 -0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=ext

--ext
Content-Type: multipart/alternative; boundary=in

--in
Content-Type: text/plain; charset=utf-8

En texte seul.
--in
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

{html}
--in--
--ext
Content-Type: text/html; name="../../piege.html"
Content-Disposition: attachment; filename="../../piege.html"

<p>Une pièce jointe.</p>
--ext--
"""

HTML = """<html><body><div style="display:none">Aperçu caché</div><table width="600"><tr><td>
<table><tr><td><h1>Le bac est réparé</h1></td><td><img src="logo.png"></td></tr></table></td></tr>
<tr><td><p>« Nous avons fini », écrit <a href="https://treloup.example/bac">le passeur</a>.</p>
<blockquote>Merci à tous.</blockquote></td></tr></table></body></html>"""


def letter(html: str = HTML) -> bytes:
    return LETTER.format(html=base64.encodebytes(html.encode()).decode()).encode()


def read(data: bytes) -> Loaded:
    (loaded,) = letters.read(data, Given("l.eml", "l.eml")).articles
    return loaded


def test_a_newsletter_is_an_article_with_all_that_it_says() -> None:
    document = read(letter()).document
    assert document.title == "Le bac est réparé enfin"
    assert document.byline == "La lettre de Tréloup"
    assert document.published is not None
    assert document.published.isoformat().startswith("2024-03-12T23:30")  # the sender's own day
    kinds = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]
    assert kinds == [
        ("heading", "Le bac est réparé"),
        ("paragraph", "« Nous avons fini », écrit le passeur."),
        ("link", "le passeur"),
        ("quotation", "Merci à tous."),
    ]


def test_plain_text_is_read_where_there_is_no_other() -> None:
    document = read(
        b"Subject: Le bac\nFrom: a@b.fr\nContent-Type: text/plain; charset=latin-1\n\n"
        b"Un bac r\xe9par\xe9 enfin.\n\nIl repart lundi."
    ).document
    assert (document.title, document.byline) == ("Le bac", "a@b.fr")
    assert document.text == "Un bac réparé enfin.\n\nIl repart lundi."


def test_headers_in_raw_bytes_are_read() -> None:
    for encoding in ("utf-8", "cp1252"):
        data = "Subject: L’été à Tréloup\n\nLe texte est là.".encode(encoding)
        assert mime.read(data, "l").headers["subject"] == "L’été à Tréloup"


@pytest.mark.parametrize(
    "bomb",
    [
        b"Subject: " + b"=?utf-8?q?" + b"a" * 60 + b"?= " * 15_000 + b"\n\nTexte ici.",
        b"From: " + b"a," * 50_000 + b"\n\nTexte ici.",
        b"From: " + b"(" * 50_000 + b"\n\nTexte ici.",
        b"Content-Type: text/plain; charset=nulle-part\n\nTexte ici.",
        b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nTexte ici.",
        b"Date: " + b"9" * 100_000 + b"\n\nTexte ici.",
    ],
)
def test_a_bomb_is_a_letter_like_others(bomb: bytes) -> None:
    assert read(bomb).document.text.strip()


def test_letters_inside_one_another_end_somewhere() -> None:
    data = b""
    for n in range(1_000):
        data += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
    with pytest.raises(SourceError):
        read(data + b"\nTexte ici.")


def test_files_of_letters_and_of_saved_pages_are_articles(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter())
    (tmp_path / "b.mhtml").write_bytes(
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://exemple.fr/bac\n"
        b"Subject: Le bac\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
        b"Content-Location: https://exemple.fr/bac\n\n"
        b"<h1>Le bac</h1><p>Le bac repart lundi =C2=AB=C2=A0enfin=C2=A0=C2=BB, dit le maire de la "
        b"ville.</p>\n--x\nContent-Type: text/html\n\n<p>Une publicit=C3=A9.</p>\n--x--\n"
    )
    one, two = load([tmp_path])
    assert isinstance(one, Loaded)
    assert isinstance(two, Loaded)
    assert one.document.title == "Le bac est réparé enfin"
    assert two.document.url == "https://exemple.fr/bac"
    assert "«\u00a0enfin\u00a0»" in two.document.text
    assert "publicité" not in two.document.text
