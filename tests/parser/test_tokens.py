"""What a token is: cut, kind, capital, and how it is compared."""

from __future__ import annotations

import pytest

from tui.parser.languages import language
from tui.parser.marks import Run
from tui.parser.tokens import _FORMS, MARKED, NUMBER, SIGN, WORD, Token, tokenize


def tokens(text: str, code: str = "fr", runs: tuple[Run, ...] = ()) -> list[Token]:
    return tokenize(text, 0, len(text), runs, language(code).speech)


@pytest.mark.parametrize(
    ("code", "text", "cut"),
    [
        ("fr", "L'élu n'a-t-il rien dit ?", "L'|élu|n'|a|-t-il|rien|dit|?"),
        ("fr", "Mme Roux, M. Le Bihan-Roy...", "Mme|Roux|,|M.|Le|Bihan-Roy|..."),
        ("fr", "«Un», 1 200,5 km² et 5G.", "«|Un|»|,|1 200,5|km²|et|5|G|."),
        ("fr", "@orva #pont S.N.C.F. a.b", "@orva|#pont|S.N.C.F.|a|.|b"),
        ("fr", '- "" (3e) _x', '-|""|(|3|e|)|x'),
        ("en", "Ann's S.-J. Lee isn't O'Hara.", "Ann|'s|S.-J.|Lee|isn't|O'Hara|."),
    ],
)
def test_it_is_cut_where_a_word_a_number_or_a_sign_ends(code: str, text: str, cut: str) -> None:
    found = tokens(text, code)
    assert "|".join(token.text for token in found) == cut
    assert all(text[token.start : token.end] == token.text for token in found)


def test_each_stands_where_it_was_read_though_another_is_spelt_as_it_is() -> None:
    found = tokens("a _a aa, a__a a")
    assert [(token.text, token.start) for token in found] == [
        ("a", 0), ("a", 3), ("aa", 5), (",", 7), ("a__a", 9), ("a", 14),
    ]  # fmt: skip
    assert [token.start for token in tokenize("a a a", 2, 3, (), language("fr").speech)] == [2]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("élu", WORD), ("l'", WORD), ("²", WORD), ("@orva", WORD), ("1,5", NUMBER), ("٣", NUMBER),
        ("...", SIGN), ("««", SIGN), ("—", SIGN), ("'", SIGN), ("#", SIGN),
    ],
)  # fmt: skip
def test_its_spelling_tells_its_kind(text: str, kind: str) -> None:
    assert [token.kind for token in tokens(text)] == [kind]


def test_a_name_is_told_by_its_capital_behind_a_small_particle_too() -> None:
    told = {token.text: token.capital for token in tokens("Roux al-Hadi été demi-Dieu 3")}
    assert told == {"Roux": True, "al-Hadi": True, "été": False, "demi-Dieu": False, "3": False}


def test_marked_words_are_one_token() -> None:
    run = Run(4, 7, 3, 8)
    found = tokens("Un «oui» net", runs=(run,))
    assert [(token.kind, token.run) for token in found] == [
        (WORD, None), (MARKED, run), (WORD, None),
    ]  # fmt: skip


def test_a_capital_a_at_the_head_is_compared_with_its_accent() -> None:
    assert tokens("A Brest")[0].low == "à"
    assert tokens("A-t-elle dit")[0].low == "a"
    assert tokens("Roux A Brest")[1].low == "a"


def test_numbers_are_not_kept_for_they_seldom_come_again() -> None:
    tokens("Ubac aurait 4 826 argousiers")
    assert {"Ubac", "argousiers"} <= _FORMS.keys()
    assert "4 826" not in _FORMS
