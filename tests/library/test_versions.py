from __future__ import annotations

from tui.library.versions import Place, compare, pieces
from tui.parser import Document, parse

BEFORE = (
    "Budget : la ville hésite\n\n"
    "« Nous fermerons deux piscines cet hiver », a déclaré Nora Vial.\n\n"
    "Le chantier coûtera 12 millions d'euros. Il durera trois ans.\n\n"
    "« Personne ne sera licencié », a promis Paul Carré."
)


def words(place: Place | None) -> str | None:
    return place.text if place else None


def changes(old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    found = compare(parse(Document.plain(old)), parse(Document.plain(new)))
    return [(c.kind, words(c.before), words(c.after)) for c in found]


def test_nothing_changed_is_nothing() -> None:
    assert changes(BEFORE, BEFORE) == []


def test_a_word_in_a_quote_is_a_change_of_the_quote_first() -> None:
    found = changes(BEFORE, BEFORE.replace("deux piscines", "trois écoles"))
    assert found[0] == (
        "quote",
        "Nous fermerons deux piscines cet hiver",
        "Nous fermerons trois écoles cet hiver",
    )
    assert found[-1] == ("text", "deux piscines", "trois écoles")


def test_a_figure_that_grew_is_one_change() -> None:
    found = changes(BEFORE, BEFORE.replace("12 millions", "15 millions"))
    assert found[0] == ("figure", "12 millions d'euros", "15 millions d'euros")
    assert [kind for kind, *_ in found] == ["figure", "text"]


def test_the_same_words_of_another_speaker_are_a_change() -> None:
    old, new = (
        parse(Document.plain(text)) for text in (BEFORE, BEFORE.replace("Paul Carré", "Lise Duval"))
    )
    [change] = [change for change in compare(old, new) if change.kind == "speaker"]
    assert change.detail == ("Paul Carré", "Lise Duval")


def test_a_quote_taken_out_is_said_to_be_gone() -> None:
    found = changes(BEFORE, BEFORE.partition("\n\n« Personne")[0])
    assert ("quote", "Personne ne sera licencié", None) in found


def test_other_spaces_and_apostrophes_are_no_change_of_evidence() -> None:
    found = changes(BEFORE, BEFORE.replace("d'euros", "d’euros").replace("12 m", "12\u00a0m"))
    assert found == []


def test_a_paragraph_put_before_moves_nothing() -> None:
    new = BEFORE.replace("Budget : la ville hésite\n\n", "Budget : la ville hésite\n\nUn mot.\n\n")
    assert [kind for kind, *_ in changes(BEFORE, new)] == ["text"]


def test_pieces_put_both_texts_together() -> None:
    before, after = "Nous fermerons deux piscines.", "Nous ne fermerons pas deux écoles."
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.kind != "added") == before
    assert "".join(p.text for p in found if p.kind != "removed") == after
    assert {p.text for p in found if p.kind == "removed"} == {"piscines"}
