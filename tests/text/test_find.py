from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.find import Matches, find_all


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in find_all(text, query)]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Devant l’École, à l'école", "l'ecole", ["l’École", "l'école"]),
        ("Le cœur et le COEUR", "coeur", ["cœur", "COEUR"]),
        ("le coeur", "cœur", ["coeur"]),
        ("Ægir, Łódź, Ørsted", "aegir", ["Ægir"]),
        ("Ægir, Łódź, Ørsted", "lodz", ["Łódź"]),
        ("Straße und STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Straße und STRASSE", "straße", ["Straße", "STRASSE"]),
        ("un eﬀet oﬃciel", "officiel", ["oﬃciel"]),
        ("un eﬀet oﬃciel", "effet", ["eﬀet"]),
        ("20\u202f000, 20 000, 20\u00a0000", "20 000", ["20\u202f000", "20 000", "20\u00a0000"]),
        ("porte‑avions, porte-avions", "porte-avions", ["porte‑avions", "porte-avions"]),
        ("rendez\u00advous", "rendezvous", ["rendez\u00advous"]),
        ("e\u0301te\u0301", "ete", ["e\u0301te\u0301"]),
        ("elle dit « Oui », lui “oui”", '"oui"', ["« Oui »", "“oui”"]),
        ("fin de ligne\nsuite", "ligne suite", ["ligne\nsuite"]),
        ("attendre… encore", "attendre...", ["attendre…"]),
        ("120 m² de toit", "m2", ["m²"]),
        ("İzmir, Istanbul", "izmir", ["İzmir"]),
        ("a.b*c", "b*", ["b*"]),
        ("[/foo] (x|y)", "[/foo]", ["[/foo]"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("rien", "xyz", []),
        ("rien", "", []),
        ("rien du tout", "  ", []),
    ],
)
def test_what_is_typed_finds_what_is_printed(text: str, query: str, expected: list[str]) -> None:
    assert found(text, query) == expected


letters = st.text(
    st.sampled_from("abeéÈêœŒæßﬁﬃıİøŁ’'«»\"“ \u00a0\u202f-‑–…²Σςσж日\u00ad\u200b12"), max_size=30
)


@given(letters, letters, letters)
def test_any_stretch_of_the_text_finds_itself(before: str, query: str, after: str) -> None:
    query = unicodedata.normalize("NFC", query).strip(" \u00a0\u202f\u00ad\u200b")
    text = f"{unicodedata.normalize('NFC', before)}|{query}|{unicodedata.normalize('NFC', after)}"
    start = text.index("|") + 1
    if query:
        places = find_all(text, f"|{query}|")
        assert (start - 1, start + len(query) + 1) in places
        assert find_all(query, query) == [(0, len(query))]


@given(letters, letters)
def test_matches_stand_in_order_and_apart(text: str, query: str) -> None:
    at = 0
    for start, end in find_all(text, query):
        assert at <= start < end <= len(text)
        at = end


@given(st.text(max_size=20), st.text(max_size=60))
def test_no_query_breaks_the_search(query: str, text: str) -> None:
    for start, end in find_all(text, query):
        assert start < end


def test_matches_are_counted_and_asked_for_one_by_one() -> None:
    matches = Matches("L’œuvre, l'oeuvre, l\u2019ŒUVRE", "oeuvre")
    assert len(matches) == 3
    assert matches[1] == (11, 17)
    assert matches[-1] == (21, 26)
    assert matches[:1] == [(2, 7)]
    assert list(matches) == find_all("L’œuvre, l'oeuvre, l\u2019ŒUVRE", "oeuvre")
    assert not Matches("texte", " ")
