"""Quotation marks: which words they enclose, in whatever state the marks are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.long.mark_styles import LIMIT, compare, restyled
from tui.parser import dialogue, marks
from tui.parser.marks import find_runs, holding


def paragraphs(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def marked(text: str) -> list[list[str]]:
    """Give the marked words of each line."""
    return [[text[r.start : r.end] for r in runs] for runs in find_runs(text, paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Il crie « oui » fort.",
        "Il crie «oui» fort.",
        "Il crie «\u202foui\u202f» fort.",
        "Il crie ‹ oui › fort.",
        "Il crie “oui” fort.",
        "Er sagt „oui“ laut.",
        "Er sagt „oui” laut.",
        'Il crie "oui" fort.',
        "Il crie ＂oui＂ fort.",
        "Il crie ''oui'' fort.",
        "Il crie ‘‘oui’’ fort.",
        "Il crie 'oui' fort.",
        "Il crie ‘oui’ fort.",
    ],
)
def test_marks_of_every_kind_enclose_their_words(text: str) -> None:
    assert marked(text) == [["oui"]]


@pytest.mark.parametrize("text", ['Il crie ""oui"" fort.', "Il crie ““oui”” fort.", '"""oui"""'])
def test_doubled_marks_are_one_mark(text: str) -> None:
    assert marked(text) == [["oui"]]


@pytest.mark.parametrize(
    ("text", "outermost"),
    [
        ("« Il a dit “non” hier »", "Il a dit “non” hier"),
        ('"Elle a dit "non" hier"', 'Elle a dit "non" hier'),
        ('"Elle a dit "non""', 'Elle a dit "non"'),
        ("« Il lit « Demain » le soir »", "Il lit « Demain » le soir"),
        ("“She said ‘no’ twice”", "She said ‘no’ twice"),
    ],
)
def test_of_nested_marks_only_the_outermost_count(text: str, outermost: str) -> None:
    assert marked(text) == [[outermost]]


def test_a_closer_of_another_kind_closes_where_no_other_does() -> None:
    assert marked("« oui ” dit-il") == [["oui"]]


@pytest.mark.parametrize(
    "text",
    [
        'Le maire "Paul Roux a tort.\n« Oui », dit-il.',
        "Il part » sans un mot.\n« Oui », dit-il.",
        'Un " seul.\n« Oui », dit-il.',
    ],
)
def test_a_stray_mark_harms_no_other_paragraph(text: str) -> None:
    assert marked(text) == [[], ["Oui"]]


def test_a_stray_mark_inside_a_quote_does_not_cut_it() -> None:
    assert marked('"Notre "pays tient bon", a-t-il dit.') == [['Notre "pays tient bon']]


def test_a_stray_mark_after_the_end_of_a_sentence_begins_anew() -> None:
    assert marked('"Oui. Il sort "demain", dit-elle.') == [["demain"]]


def test_marks_reopened_at_each_paragraph_give_one_run_each() -> None:
    assert marked("« Un an.\n« Deux ans.\n« Trois ans. »") == [
        ["Un an."],
        ["Deux ans."],
        ["Trois ans."],
    ]


def test_a_mark_closed_only_in_the_next_paragraph_gives_each_its_run() -> None:
    assert marked("« Un an.\nDeux ans. » Elle rit.") == [["Un an."], ["Deux ans."]]


def test_a_mark_never_closed_runs_to_the_end_of_its_paragraph() -> None:
    assert marked("Il a dit : « Venez demain\nElle rit.") == [["Venez demain"], []]


@pytest.mark.parametrize(
    "text",
    [
        "Il mesure 5'11\" pieds nus.",
        'Il court en 30" pile.',
        'Un écran de 27" et un autre de 32" en vente.',
        "L'ami d'Anne n'a qu'aujourd'hui.",
        "The workers' hall and the kids' room.",
        "Les années ’90 du rock ’n’ roll.",
    ],
)
def test_measures_and_apostrophes_are_no_marks(text: str) -> None:
    assert marked(text) == [[]]


def test_a_measure_does_not_upset_the_marks_around_it() -> None:
    assert marked('Haut de 5\'11", il crie "oui" et "non".') == [["oui", "non"]]


_TEXTS = st.text(alphabet=st.sampled_from("ab 1.,!\n«»“”„\"'‘’‹›—(:"), max_size=60)


@given(_TEXTS)
def test_runs_stand_in_order_inside_their_paragraph(text: str) -> None:
    spans = paragraphs(text)
    for (start, end), runs in zip(spans, find_runs(text, spans), strict=True):
        at = start
        for run in runs:
            assert at <= run.outer_start <= run.start < run.end <= run.outer_end <= end
            at = run.outer_end


@given(_TEXTS, _TEXTS)
def test_a_paragraph_whose_marks_balance_is_read_alike_after_any_other(one: str, two: str) -> None:
    alone = marked("Il a dit « oui ».")[0]
    assert marked(f"{one}\n.\n{two}\n.\nIl a dit « oui ».")[-1] == alone


def test_the_same_words_are_quoted_in_whatever_style_of_marks() -> None:
    files = sorted((Path(__file__).parent.parent / "gold").glob("*/*.txt"))
    articles, quotes, differing = compare(file.read_text("utf-8") for file in files)
    assert articles > 5
    assert differing < LIMIT * quotes


@pytest.mark.parametrize("text", ["« Il a dit “non” hier »", "Il part » sans un mot.", "L'été '68"])
def test_articles_whose_marks_nest_or_do_not_balance_are_left_alone(text: str) -> None:
    assert restyled(text, ("“", "”")) is None


def test_restyling_changes_the_marks_and_nothing_else() -> None:
    assert restyled("Elle dit « oui », puis « non ».", ('"', '"')) == 'Elle dit "oui", puis "non".'


def test_the_paragraphs_that_hold_a_match_are_found_in_one_search() -> None:
    text = "a - b\n\nc\n- d - e\n-\nf"
    spans = [(0, 5), (7, 8), (9, 16), (19, 20)]  # neither the empty line nor the lone dash
    for pattern in (r"-", r"- ", r"[a-f]", r"\n", r"x"):
        compiled = re.compile(pattern)
        one_by_one = [n for n, span in enumerate(spans) if compiled.search(text, *span)]
        assert list(holding(compiled, text, spans)) == one_by_one


def test_a_mark_left_open_goes_on_in_the_next_paragraph_alone() -> None:
    assert marked("Il dit : « Oui.\nNon » enfin.") == [["Oui."], ["Non"]]
    assert marked("Il dit : « Oui.\nEnsuite.\nNon » enfin.") == [["Oui."], [], []]


@given(st.text("«”'’‘a. \n", max_size=12))
def test_the_search_of_a_whole_text_misses_no_mark(text: str) -> None:
    lines = paragraphs(text)
    by_line = [n for n, span in enumerate(lines) if marks._MARK.search(text, *span)]
    assert list(holding(marks._ANY_MARK, text, lines)) == by_line


@given(st.text("—-a.! \n\u00a0", max_size=12))
def test_the_search_of_a_whole_text_misses_no_turn(text: str) -> None:
    for turn in dialogue._TURN.finditer(text):
        assert dialogue._DASH.search(text, turn.start(), turn.end())
