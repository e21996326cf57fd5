from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.library.query.marks import find_words, snippet
from tui.library.words import fold_words
from tui.text.find import fold

LETTERS = "eéÉèe\u0301œOEßsS'’- \u00ad\u200b.,1²n_"
WORD = re.compile("[^\\W_](?:[^\\W_]|[\u00ad\u200b\u200c\u200d\u2060\ufeff\u0300-\u036f])*")


def slowly(text: str, wanted: list[tuple[tuple[str, ...], bool]]) -> list[tuple[int, int]]:
    """Fold every word of the text, and compare at every place."""
    spans = [token.span() for token in WORD.finditer(text)]
    words = [fold(fold_words(text[start:end])) for start, end in spans]
    found: list[tuple[int, int]] = []
    past = 0
    for place in range(len(words)):
        sizes = [0]
        for asked, prefix in wanted:
            there = words[place : place + len(asked)]
            same = there == list(asked)
            begun = (
                prefix
                and len(there) == len(asked)
                and there[:-1] == list(asked[:-1])
                and there[-1].startswith(asked[-1])
            )
            if same or begun:
                sizes.append(len(asked))
        if place >= past and max(sizes):
            past = place + max(sizes)
            found.append((spans[place][0], spans[past - 1][1]))
    return found


SEQUENCES = st.tuples(
    st.lists(st.text("eosn1", min_size=2, max_size=3), min_size=1, max_size=2).map(tuple),
    st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(st.text(LETTERS, max_size=40), st.lists(SEQUENCES, min_size=1, max_size=3))
def test_words_are_found_where_each_word_of_the_text_says(
    text: str, wanted: list[tuple[tuple[str, ...], bool]]
) -> None:
    assert find_words(text, wanted, most=99) == slowly(text, wanted)


def test_only_as_many_are_looked_for_as_are_wanted() -> None:
    assert find_words("un deux un deux un", [(("un",), False)], most=2) == [(0, 2), (8, 10)]


def test_a_snippet_without_marks_begins_where_it_is_told() -> None:
    text = "Titre\n\nLe premier paragraphe."
    assert snippet(text, [], text.index("Le")).text == "Le premier paragraphe."
    assert snippet(text, []).start == 0
