from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.library.told import put, told
from tui.library import clippings, corrections, search
from tui.library.archive import bring_in, export
from tui.library.doctor import examine
from tui.library.people import asking
from tui.library.query import parse
from tui.library.store import Store
from tui.parser import Article, Document

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Le budget des écoles attendra encore un an."
ARTICLE = told("Écoles", ("Nora Vial", WORDS), ("Lise Roux", "Nous verrons bien en mars."),
               figures=((20, "écoles"), (300, "élèves")), role="maire")  # fmt: skip


def evidence_of(store: Store, id: int) -> Article:  # noqa: A002
    kept = store.get(id)
    assert kept
    assert kept.article
    return kept.article


def edited(article: Article, before: str, after: str) -> Document:
    return Document(article.text.replace(before, after), title=article.document.title,
                    published=article.document.published, url=article.document.url)  # fmt: skip


def parsed(document: Document) -> Article:
    """Find the evidence of the edited article as the parser would."""
    spoken = told("x", ("Nora Vial", WORDS))
    text = document.text
    quotes, figures = [], []
    for quote in ARTICLE.quotes:
        at = text.find(quote.text)
        if at >= 0:
            quotes.append(replace(quote, start=at, end=at + len(quote.text), cue=None))
    for figure in ARTICLE.figures:
        at = text.find(f"{figure.text} ")
        if at >= 0:
            figures.append(replace(figure, start=at, end=at + len(figure.text), of=None))
    return replace(spoken, document=document, quotes=tuple(quotes), figures=tuple(figures))


def test_a_speaker_put_right_is_so_everywhere_and_can_be_undone() -> None:
    with closing(Store.temporary()) as store:
        [id] = put(store, ARTICLE)  # noqa: A001
        corrections.correct(store, id, "quote", 0, speaker="Lise Roux", role="adjointe")
        quote = evidence_of(store, id).quotes[0]
        assert quote.speaker
        assert (quote.speaker.name, quote.speaker.role) == ("Lise Roux", "adjointe")
        assert ARTICLE.text[quote.speaker.start : quote.speaker.end] == "Lise Roux"
        by_roux = search.quotes(store, parse("qui:roux")).items
        assert [found.corrected for found in by_roux] == [True, False]
        assert len(search.quotes(store, parse("qui:vial")).items) == 0
        corrections.correct(store, id, "quote", 0, kind="indirect")
        assert evidence_of(store, id).quotes[0].kind == "indirect"
        [correction] = corrections.of(store, id)
        assert correction.changes == {
            "speaker": "Lise Roux", "role": "adjointe", "kind": "indirect"
        }  # fmt: skip
        store.undo()
        assert evidence_of(store, id).quotes[0].kind == "direct"
        undone = store.undo()
        assert undone
        assert (undone.field, undone.articles) == ("correction", (id,))
        assert evidence_of(store, id) == ARTICLE
        assert corrections.of(store, id) == []
        assert len(search.quotes(store, parse("qui:vial")).items) == 1


def test_a_figure_put_right_or_dismissed_and_taken_back() -> None:
    with closing(Store.temporary()) as store:
        [id] = put(store, ARTICLE)  # noqa: A001
        corrections.correct(store, id, "figure", 0, value=21.0, unit="x")
        corrections.dismiss(store, id, "figure", 1)
        [figure] = evidence_of(store, id).figures
        assert (figure.value, figure.unit, figure.text) == (21.0, "x", "20")
        assert [f.item.value for f in search.figures(store, parse("")).items] == [21.0]
        dismissal = corrections.of(store, id)[1]
        assert dismissal.changes is None
        corrections.retract(store, dismissal.id)
        assert [figure.value for figure in evidence_of(store, id).figures] == [21.0, 300.0]
        store.undo()
        assert [figure.value for figure in evidence_of(store, id).figures] == [21.0]
        assert all(finding.ok for finding in examine(store.database))


def test_what_cannot_be_put_right_is_refused() -> None:
    with closing(Store.temporary()) as store:
        [id] = put(store, ARTICLE)  # noqa: A001
        with pytest.raises(ValueError, match="figure: speaker"):
            corrections.correct(store, id, "figure", 0, speaker="Nora Vial")


def test_corrections_survive_a_new_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    import tui.parser

    with closing(Store.temporary()) as store:
        [id] = put(store, ARTICLE)  # noqa: A001
        corrections.correct(store, id, "quote", 0, speaker="Lise Roux")
        corrections.correct(store, id, "figure", 0, value=21.0)
        corrections.dismiss(store, id, "figure", 1)
        monkeypatch.setattr(tui.parser, "PARSER_VERSION", tui.parser.PARSER_VERSION + 1)
        assert store.unparsed(5) == [id]
        # The new parser takes less for the quote, finds another speaker, and misses the 20.
        first, second = ARTICLE.quotes
        shorter = replace(first, end=first.end - 1, text=first.text[:-1], speaker=None)
        newer = replace(ARTICLE, quotes=(shorter, second), figures=ARTICLE.figures[1:])
        store.put_evidence(id, newer)
        found = evidence_of(store, id)
        assert found.quotes[0].speaker
        assert found.quotes[0].speaker.name == "Lise Roux"
        assert found.quotes[0].text == shorter.text
        assert [(figure.value, figure.text) for figure in found.figures] == [(21.0, "20")]
        for correction in corrections.of(store, id):
            corrections.retract(store, correction.id)
        assert evidence_of(store, id) == newer


@pytest.mark.parametrize(
    ("before", "after", "speaker", "values"),
    [
        ("Écoles\n\n", "Écoles\n\nUn chapeau tout neuf. ", "Lise Roux", [21.0, 300.0]),
        ("encore un an", "encore deux ans", "Lise Roux", [21.0, 300.0]),
        ("20 écoles", "30 écoles", "Lise Roux", [300.0]),
        (WORDS, "Tout autre chose est dit.", None, [21.0, 300.0]),
    ],
)
def test_corrections_and_what_is_kept_survive_an_edited_article(
    before: str, after: str, speaker: str | None, values: list[float]
) -> None:
    with closing(Store.temporary()) as store:
        [id] = put(store, ARTICLE)  # noqa: A001
        quote = ARTICLE.quotes[0]
        corrections.correct(store, id, "quote", 0, speaker="Lise Roux")
        corrections.correct(store, id, "figure", 0, value=21.0)
        clippings.keep(store, id, "quote", quote.start, quote.end, note="à revoir")
        document = edited(ARTICLE, before, after)
        assert store.add([(document, f"/{ARTICLE.document.title}.txt")]) == [id]
        now = parsed(document)
        if "deux ans" in after:
            words = WORDS.replace("un an", "deux ans")
            at = document.text.index(words)
            edited_quote = replace(quote, start=at, end=at + len(words), text=words)
            now = replace(now, quotes=(edited_quote, *now.quotes))
        store.put_evidence(id, now)
        found = evidence_of(store, id)
        [clipping] = clippings.at(store, id)
        assert clipping.words == WORDS
        assert clipping.note == "à revoir"
        if speaker is None:
            assert clipping.start is None
            assert clipping.item
            lost = next(c for c in corrections.of(store, id) if c.kind == "quote")
            assert lost.start is None
            told_ = " ".join(finding.message for finding in examine(store.database))
            assert "1 piece of kept evidence is no longer in its article" in told_
            assert "1 correction is of words that its article has lost" in told_
        else:
            assert found.quotes[0].speaker
            assert found.quotes[0].speaker.name == speaker
            assert clipping.n == 0
            assert clipping.edited == ("deux ans" in after)
            assert clipping.item == found.quotes[0]
        assert [figure.value for figure in found.figures] == values


def test_kept_words_have_a_note_and_tags_and_can_be_asked_for() -> None:
    with closing(Store.temporary()) as store:
        [id] = put(store, ARTICLE)  # noqa: A001
        quote, figure = ARTICLE.quotes[0], ARTICLE.figures[0]
        one = clippings.keep(store, id, "quote", quote.start, quote.end, tags=["budget", " "])
        two = clippings.keep(store, id, "figure", figure.start, figure.end)
        three = clippings.keep(store, id, "sentence", 8, quote.end + 2, note="tout le début")
        assert clippings.keep(store, id, "quote", quote.start, quote.end) == one
        clippings.describe(store, two, "combien d’élèves ?", ["nombres", "budget"])
        kept = list(clippings.every(store))
        assert [clipping.id for clipping in kept] == [three, two, one]
        assert [clipping.item for clipping in kept] == [None, figure, quote]
        for asked, ids in (
            ("tag:budget", [two, one]), ("élèves", [two]), ("attendra", [three, one]),
            ("avant:2020", []), ("tag:budget depuis:2024 attendra", [one]),
        ):  # fmt: skip
            assert [c.id for c in clippings.every(store, parse(asked))] == ids, asked
        assert clippings.tags(store) == [("budget", 2), ("nombres", 1)]
        clippings.drop(store, one)
        assert len(clippings.at(store, id)) == 2
        store.undo()
        assert len(clippings.at(store, id)) == 3
        store.undo()
        assert {c.id: c.note for c in clippings.at(store, id)}[two] == ""


def test_an_article_with_kept_words_outlives_its_source() -> None:
    with closing(Store.temporary()) as store:
        source = store.enter_source("folder", "/dossier", "Dossier")
        [id] = store.add([(ARTICLE.document, "/dossier/a.txt")], source)  # noqa: A001
        store.put_evidence(id, ARTICLE)
        clippings.keep(store, id, "sentence", 0, 6)
        assert store.remove_source(source).stayed == 1


def test_what_is_kept_and_put_right_is_exported_and_comes_back(tmp_path: Path) -> None:
    with (
        closing(Store.open(tmp_path / "a.db")) as here,
        closing(Store.open(tmp_path / "b.db")) as there,
        closing(Store.open(tmp_path / "c.db")) as third,
    ):
        [id] = put(here, ARTICLE)  # noqa: A001
        quote = ARTICLE.quotes[0]
        clippings.keep(here, id, "quote", quote.start, quote.end, note="à revoir", tags=["x"])
        corrections.correct(here, id, "quote", 0, speaker="Lise Roux")
        corrections.dismiss(here, id, "figure", 0)
        put(here, told("Autre", ("Éléonore Vial", "Rien ne presse.")))
        [one] = asking.page(here, parse("lise")).items
        [other] = asking.page(here, parse("éléonore")).items
        assert asking.join(here, [one.id, other.id])
        list(export(here.database, tmp_path / "export"))
        put(third, ARTICLE)  # it has the article, but nothing that was made of it
        for store in (there, third):
            list(bring_in(store.database, tmp_path / "export"))
            list(bring_in(store.database, tmp_path / "export"))
            assert evidence_of(store, 1) == evidence_of(here, id)
            [joined] = asking.page(store, parse("lise")).items
            assert {joined.name, *joined.others} == {"Lise Roux", "Éléonore Vial"}
            assert clippings.at(store, 1) == clippings.at(here, id)
            for correction in corrections.of(store, 1):
                corrections.retract(store, correction.id)
            assert evidence_of(store, 1) == ARTICLE
            assert all(finding.ok for finding in examine(store.database))


def test_a_library_of_before_keeps_its_articles_and_reads_its_evidence_anew(tmp_path: Path) -> None:
    """A library made before people were known has quotes that belong to nobody yet."""
    import sqlite3

    from tui.library.schema import migrations

    file = tmp_path / "old.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as old:
        migrations.migrate(old, None, latest=1)
        old.execute(
            "INSERT INTO article (text_hash, title, title_key, sort_key, label, added,"
            " parser_version, quotes, figures) VALUES (x'00', 'a', 'a', 'b', 'c', 'd', 1, 1, 0)"
        )
        old.execute("INSERT INTO body VALUES (1, x'00', '« Oui », dit Nora Vial.', '[]', null,"
                    " null, null)")  # fmt: skip
        old.execute(
            "INSERT INTO quote VALUES (1, 0, 2, 5, 'direct', 'Nora Vial', 'nora vial', null, 13,"
            " 22, 'named', null, null, null)"
        )
    with closing(Store.open(file)) as store:
        assert store.unparsed(5) == [1]
        assert (tmp_path / "old.db.before-2").exists()
        [id] = put(store, ARTICLE)  # noqa: A001
        assert asking.page(store, parse("")).items
        assert evidence_of(store, id) == ARTICLE
