"""The lexicon: what each word tells by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser import lexicon as module
from tui.parser.languages import language
from tui.parser.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    import pytest

FRENCH = language("fr").speech


def test_a_noun_tells_whom_it_may_mean_and_its_gender_and_number() -> None:
    words = lexicon(FRENCH)
    assert words["maires"].role
    assert words["maires"].number == "p"
    assert not words["fleuriste"].role
    assert words["fleuriste"].agent
    assert not words["pont"].agent


def test_what_has_a_part_of_its_own_in_a_phrase_is_no_plain_noun() -> None:
    words = lexicon(FRENCH)
    assert words["rivière"].plain
    assert [low for low in ("de", "la", "et", "pour", "dit", "hier") if words[low].plain] == []


def test_an_article_that_may_be_a_pronoun_is_told_by_its_place() -> None:
    words = lexicon(FRENCH)
    assert words["le"].article == FRENCH.determiners["le"]
    assert words["certains"].article is None
    assert words["du"].preposition
    assert not words["des"].preposition  # an article too


def test_a_full_lexicon_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    words = Lexicon(FRENCH)
    for low in ("pont", "gare", "maire", "quai"):
        assert words[low].role is (low == "maire")
    assert len(words) <= 2
