from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.pages import PAGES, alone, ours, pages, score
from tui.parser import Block
from tui.sources import formats, worker
from tui.sources.files import load
from tui.sources.loaded import Loaded, SourceError
from tui.sources.pages import mending, tree
from tui.sources.pages.extraction import read_page
from tui.sources.pages.scan import is_hostile, words_of
from tui.sources.worker import Given, WorkerError
from tui.sources.writing import Writer
from tui.text.clean import clean

if TYPE_CHECKING:
    from pathlib import Path

    from tui.parser import Document
    from tui.parser.document import BlockKind

PAGE = (
    "<!doctype html><html lang=fr><head><title>Le bac de Tréloup</title>"
    "<base href='https://exemple.fr/loire/'></head><body><nav><a href=/>Accueil</a></nav><article>"
    "<h1>Le bac de Tréloup</h1>{body}<p>Le bac reprendra lundi, a dit la mairie, qui attendait "
    "depuis deux ans la fin des travaux sur les deux rives du fleuve.</p></article></body></html>"
)


def page(body: str) -> Document:
    found = read_page(PAGE.format(body=body))
    assert found is not None
    return found.document


def blocks(document: Document) -> list[tuple[str, int, str]]:
    return [
        (b.kind, b.level, document.text[b.start : b.end])
        for b in document.blocks
        if b.kind != "link"
    ]


@pytest.mark.parametrize(("name", "data", "expected"), list(pages(PAGES)))
def test_our_pages_are_found_whole_and_no_worse_than_by_trafilatura_alone(
    name: str, data: bytes, expected: str
) -> None:
    found = score(ours(data), expected)
    assert found.lost == ()
    assert found.f1 >= 0.95
    assert found.f1 >= score(alone(data), expected).f1


def test_headings_lists_quotations_tables_and_code_stay_what_they_are() -> None:
    document = page(
        "<p>Le bac relie les deux rives depuis 1898 et transporte 40 voitures par heure.</p>"
        "<h2>Les tarifs</h2><table><tr><th>Qui</th><th>Prix</th></tr>"
        "<tr><td>Piéton</td><td>1 €</td></tr></table>"
        "<ul><li>un</li><li>deux<ol><li>trois</li></ol></li></ul>"
        "<blockquote><p>On attendait tous ce bac.</p></blockquote><pre>bac = 1\n  quai = 2</pre>"
    )
    assert blocks(document)[2:-1] == [
        ("heading", 2, "Les tarifs"),
        ("row", 0, "Qui | Prix"),
        ("row", 0, "Piéton | 1 €"),
        ("item", 1, "un"),
        ("item", 1, "deux"),
        ("item", 2, "trois"),
        ("quotation", 1, "On attendait tous ce bac."),
        ("code", 0, "bac = 1\n  quai = 2"),
    ]
    assert "• un\n• deux\n1. trois" in document.text


def test_links_lie_in_their_paragraph_and_lead_only_to_the_web() -> None:
    document = page(
        "<p>Voir <a href='horaires?j=1'>les horaires</a>, <a href='javascript:alert(1)'>ici</a>, "
        "<a href='file:///etc/passwd'>là</a> et <a href='mailto:a@b.fr'>nous écrire</a> avant le "
        "départ de lundi matin, si le temps le permet.</p>"
    )
    (link,) = (block for block in document.blocks if block.kind == "link")
    assert document.text[link.start : link.end] == "les horaires"
    assert link.href == "https://exemple.fr/loire/horaires?j=1"


def test_a_quotation_that_only_an_element_marks_gets_its_marks() -> None:
    document = page("<p>Le passeur a parlé d'un <q>beau <em>jour</em></q> pour la rive nord.</p>")
    assert "d'un «\u00a0beau jour\u00a0» pour" in document.text


def test_the_head_says_what_the_article_is() -> None:
    found = read_page(
        '<html lang="en"><head><title>Le bac - Le Fleuve</title>'
        '<meta name="author" content="Anne Roux"><link rel="canonical" href="https://a.fr/bac">'
        '<link rel="alternate" type="application/atom+xml" href="/flux" title="Le Fleuve">'
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03"}]}</script>'
        "</head><body><h1>Le bac</h1>" + "<p>Le bac de la rive est dans le fleuve.</p>" * 9,
        "https://a.fr/bac?utm_source=x",
    )
    assert found is not None
    document = found.document
    assert (document.byline, document.url) == ("Anne Roux", "https://a.fr/bac")
    assert document.published is not None
    assert document.published.isoformat() == "2024-03"
    assert document.language is None  # the template's "en" is not believed
    assert found.about == {"feed": "https://a.fr/flux"}


@pytest.mark.parametrize(
    ("url", "named", "own"),
    [
        (None, "https://a.fr/bac", "https://a.fr/bac"),
        ("https://m.a.fr/bac?x=1", "https://www.a.fr/bac", "https://www.a.fr/bac"),
        ("https://b.fr/bac", "https://a.fr/bac", "https://b.fr/bac"),
        ("https://b.co.uk/bac", "https://a.co.uk/bac", "https://b.co.uk/bac"),
        ("https://b.fr/bac", "https://[bac", "https://b.fr/bac"),
    ],
)
def test_a_page_may_not_pass_for_another_sites(url: str | None, named: str, own: str) -> None:
    head = f'<html><head><link rel="canonical" href="{named}"></head><body>'
    found = read_page(head + "<p>Le bac de la rive est dans le fleuve.</p>" * 9, url)
    assert found is not None
    assert found.document.url == own


def test_a_letter_that_the_door_refuses_does_not_come_in_by_an_entity() -> None:
    document = page("<p>Le bac &#27;]0;x&#7; &#x202e;est&#155; parti ce matin vers la rive.</p>")
    assert clean(document.text) == document.text
    assert not set("\x1b\x07\x9b\u202e") & set(document.text)


HOSTILE = {
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">Le texte.</p>",
    "depth": "<div>" * 50_000 + "Le texte." + "</div>" * 50_000,
    "elements": "<i>a</i>" * 200_000 + "Le texte.",
    "one tag": '<p title="' + "x" * 100_000 + '">Le texte.</p>',
    "unclosed": "<a" * 300_000 + ">Le texte.",
    "scripts": "<script>" * 200_000 + "</script>Le texte.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_seen_and_its_words_are_kept(name: str) -> None:
    assert is_hostile(HOSTILE[name])
    assert "Le texte." in words_of(HOSTILE[name])


def test_a_comment_that_never_ends_costs_one_pass() -> None:
    assert words_of("Le texte.<!--" + "<!--" * 300_000) == "Le texte."


@given(st.text(alphabet="ab<>/!-=\"' &;pqdivscript\n", max_size=300))
def test_any_characters_are_read_as_paragraphs(html: str) -> None:
    words = words_of(html)
    assert words == words.strip()
    assert "\n\n\n" not in words
    is_hostile(html)


def test_what_kills_the_worker_leaves_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise WorkerError

    monkeypatch.setattr(worker, "read", die)
    answer = formats.read("page", b"<p>Un.</p><p>Deux.</p>", Given("p.html", "p.html"))
    (loaded,) = answer.articles
    assert loaded.document.text == "Un.\n\nDeux."
    assert loaded.notice is not None
    with pytest.raises(SourceError, match=r"^f\.eml: cannot be read"):
        formats.read("mail", b"", Given("f.eml", "f.eml"))


def test_the_deadline_holds_and_the_next_page_is_read() -> None:
    with pytest.raises(WorkerError):
        worker.read("page", b"<p>Un.</p>", Given("p", "p"), 0.0)
    answer = worker.read("page", PAGE.format(body="").encode(), Given("p", "p"), 30)
    assert answer.articles[0].document.title == "Le bac de Tréloup"


def read(path: Path, data: bytes) -> Loaded | SourceError:
    path.write_bytes(data)
    (item,) = load([path])
    return item


ENCODED = "<html><head>{}</head><body><p>« L’été à Nîmes », dit-il, cœur battant.</p>" + "<p>x</p>"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("", "utf-8"),
        ("<meta charset=iso-8859-1>", "utf-8"),  # declared by habit
        ("<meta charset=iso-8859-1>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ("<meta charset=utf-8>", "cp1252"),
        ("", "cp1252"),
        ("", "utf-16"),
        ("<meta charset=mac-roman>", "mac-roman"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, head: str, encoding: str) -> None:
    item = read(tmp_path / "p.html", ENCODED.format(head).encode(encoding))
    assert isinstance(item, Loaded)
    assert "« L’été à Nîmes », dit-il, cœur battant." in item.document.text


def test_a_page_by_any_name_is_a_page_and_an_empty_one_is_one_line(tmp_path: Path) -> None:
    item = read(tmp_path / "page.txt", PAGE.format(body="").encode())
    assert isinstance(item, Loaded)
    assert item.origin == str(tmp_path / "page.txt")
    empty = read(tmp_path / "vide.html", b"<html><body></body></html>")
    assert str(empty) == f"{tmp_path}/vide.html: empty; there is nothing to read"


def test_what_a_browser_saves_beside_a_page_is_left(tmp_path: Path) -> None:
    (tmp_path / "a_files").mkdir()
    (tmp_path / "b_files").mkdir()
    for name in ("a.html", "a_files/cadre.html", "b_files/c.html"):
        (tmp_path / name).write_text(PAGE.format(body=""), "utf-8")
    names = [item.origin for item in load([tmp_path]) if isinstance(item, Loaded)]
    assert names == [str(tmp_path / "a.html"), str(tmp_path / "b_files" / "c.html")]


EXPORT = """<html><body>
<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">La Rive
2 p.</span></div><div class="rdp__DocHeader"><span class="DocHeader">Région, mardi 12 mars 2024
310 mots</span></div><div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu">Le bac
repart</p></div><p class="sm-margin-bottomNews">Anne Roux</p></header><section>
<div class="DocText clearfix"><div class="docOcurrContainer"><p>« Le <mark>bac</mark> repart », a
dit le maire.</p><p>Il avait coûté 3 millions d'euros.</p></div></div></section>
<footer><div class="publiC-lblNodoc">news·20240312·RI·0001</div></footer></article>
<article><header><span class="DocPublicationName">La Rive</span><div class="titreArticle">
<p class="titreArticleVisu">Le pont attend</p></div></header><section><div class="DocText">
<p>Rien n'est décidé.</p></div></section><div class="publiC-lblNodoc">news·20240313·RI·0002</div>
</article></body></html>"""


def test_the_export_of_a_press_database_is_many_articles(tmp_path: Path) -> None:
    file = tmp_path / "export.html"
    file.write_text(EXPORT, "utf-8")
    one, two = load([file])
    assert isinstance(one, Loaded)
    assert isinstance(two, Loaded)
    assert (one.origin, one.file) == ("news·20240312·RI·0001", str(file))
    assert one.document.text == (
        "Le bac repart\n\n« Le bac repart », a dit le maire.\n\nIl avait coûté 3 millions d'euros."
    )
    assert (one.document.title, one.document.byline) == ("Le bac repart", "Anne Roux, La Rive")
    assert one.document.published is not None
    assert one.document.published.isoformat() == "2024-03-12"
    assert (two.document.title, two.document.byline) == ("Le pont attend", "La Rive")


def test_a_caption_that_says_something_is_kept() -> None:
    said = "« Il manquait aux enfants », dit Nora Vial, maire."
    found = page(
        f"<figure><img src=a.jpg><figcaption>{said}</figcaption></figure>"
        + "".join(
            f"<p>Les habitants de la rive {side} ont fait pendant {years} ans le détour par le "
            f"pont de la route nationale, et les enfants prenaient le car à {hour} heures.</p>"
            for side, years, hour in (("gauche", "deux", "six"), ("droite", "trois", "sept"))
        )
        + "<figure><img src=b.jpg><figcaption>Le quai. Photo Paul Roux</figcaption></figure>"
    )
    assert f"\n\n{said}\n\n" in found.text
    assert "Photo" not in found.text


def test_what_an_extractor_leaves_out_of_the_middle_is_put_back() -> None:
    def piece(text: str, kind: BlockKind = "paragraph", level: int = 0) -> mending.Piece:
        return mending.Piece(text, Block(0, len(text), kind, level), "", ())

    title = piece("Le bac repart", "heading", 1)
    first = piece("Le bac de la rive nord repart lundi matin, a dit la mairie.")
    quoted = piece("On attendait tous.", "quotation", 2)
    row = piece("Piéton | 1 €", "row")
    tags = piece("Transports Fleuve")
    last = piece("Les deux rives étaient séparées depuis la crue du mois de janvier.")
    after = piece(
        "Abonnez-vous pour lire la suite de nos articles sur le fleuve et ses deux rives."
    )
    note = piece("À lire aussi : le pont ferme")
    page = [title, first, quoted, row, tags, last, after]
    mended = mending.mend([first, note, last], page, [note])
    assert mended == [first, quoted, row, last]


_TAGS = "p div h2 blockquote ul ol li table tr td a pre code br q b span".split()


@given(st.lists(st.one_of(
    st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS]),
    st.sampled_from(["un ", " deux", "\n", "« trois »", "é", "&nbsp;", "<a href='http://a.fr'>"]),
), max_size=40))  # fmt: skip
def test_every_block_of_any_tree_lies_in_the_text_in_order(parts: list[str]) -> None:
    root = tree.parse("".join(parts))
    if root is None:
        return
    tree.mark_quotations(root, "fr")
    tree.part_paragraphs(root)
    writer = Writer()
    tree.write(root, writer, "https://a.fr/")
    text, end = writer.text, 0
    for block in writer.blocks:
        assert 0 <= block.start < block.end <= len(text)
        if block.kind == "link":
            assert block.end <= end
        else:
            assert block.start >= end
            end = block.end
    again = mending.write(mending.pieces(writer))
    assert (again.text, again.blocks) == (text, writer.blocks)
