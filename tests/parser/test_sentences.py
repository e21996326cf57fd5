"""Where a sentence ends, and that a long one is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parser.languages import language
from tui.parser.marks import find_runs
from tui.parser.sentences import split
from tui.parser.tokens import Token, tokenize


def sentences(text: str, *, continues: bool = False) -> list[list[Token]]:
    runs = find_runs(text, [(0, len(text))])[0]
    tokens = tokenize(text, 0, len(text), runs, language("fr").speech)
    return split(text, tokens, lambda _tokens, _i: continues)


@pytest.mark.parametrize(
    "parts",
    [
        ["Elle rit.", "Il part !", "3 restent."],
        ["Il vaut 3.5 euros... et plus."],
        ["(Elle rit.) Il part."],  # a full stop inside brackets
        ["« Il part. »", "« Elle reste. »"],
        ["Il dit « oui » « non »."],
        ["« Il part. »", "Puis elle rit."],
        ["« Il part » Puis elle rit."],
        ["Fin.", "- Une liste"],
    ],
)
def test_a_sentence_ends_at_its_sign_or_with_marked_words(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[s[0].start : s[-1].end] for s in sentences(text)] == parts


def test_marked_words_are_reported_by_what_goes_on_behind_them() -> None:
    text = "« Qui sait ? » Anne Roux répond."
    assert len(sentences(text)) == 2
    assert len(sentences(text, continues=True)) == 1


@given(st.lists(st.sampled_from(["mot ", "Mot ", ". ", "« oui. » ", "3 "]), max_size=900))
def test_no_token_is_lost_and_no_sentence_is_longer_than_prose(words: list[str]) -> None:
    text = "".join(words)
    runs = find_runs(text, [(0, len(text))])[0]
    tokens = tokenize(text, 0, len(text), runs, language("fr").speech)
    found = split(text, tokens, lambda _tokens, _i: False)
    assert [token for sentence in found for token in sentence] == tokens
    assert all(0 < len(sentence) <= 301 for sentence in found)


def test_a_row_of_words_without_an_end_is_cut() -> None:
    assert [len(part) for part in sentences("mot " * 700)] == [301, 301, 98]
