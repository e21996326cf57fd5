"""Quotes: their kinds, their cues, and the failures that other extractors are known for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.parser import Document, PartialDate, Quote, parse


def quotes(text: str, language: str = "fr") -> tuple[Quote, ...]:
    return parse(Document.plain(text, language=language)).quotes


def shown(text: str, language: str = "fr") -> list[tuple[str, str, str | None, str | None]]:
    """Give each quote's kind, words, speaker and cue."""
    return [
        (q.kind, q.text, q.speaker.name if q.speaker else None, q.cue.text if q.cue else None)
        for q in quotes(text, language)
    ]


ROUX = "Anne Roux"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("« Le pont est clos », a dit Anne Roux.", "a dit"),
        ("« Le pont est clos », dit Anne Roux.", "dit"),
        ("« Le pont est clos », a insisté mardi, très applaudie, Anne Roux.", "a insisté"),
        ("« Le pont est clos », a, pour sa part, affirmé Anne Roux.", "a, pour sa part, affirmé"),
        ("« Le pont est clos », s'est indignée Anne Roux.", "s'est indignée"),
        ("« Le pont est clos », a fait savoir Anne Roux.", "a fait savoir"),
        ("« Le pont est clos », ronchonne Anne Roux.", "ronchonne"),
        ("Anne Roux a dit : « Le pont est clos. »", "a dit"),
        ("Selon Anne Roux, « Le pont est clos ».", "Selon"),
    ],
)
def test_a_clause_in_marks_is_direct_with_its_cue(text: str, cue: str) -> None:
    [(kind, words, speaker, found)] = shown(text)
    assert (kind, words.rstrip("."), speaker, found) == ("direct", "Le pont est clos", ROUX, cue)


def test_a_verb_that_nobody_listed_is_read_behind_the_last_of_several_marks() -> None:
    found = shown("« Oui » « non », ronchonne Anne Roux.")
    assert [(words, speaker, cue) for _, words, speaker, cue in found] == [
        ("Oui", ROUX, "ronchonne"), ("non", ROUX, "ronchonne"),
    ]  # fmt: skip
    assert not shown("Le « pont » du nord, clos depuis mardi soir, ronchonne Anne Roux.")


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        (
            "Anne Roux a dénoncé un « putsch électoral » de ses rivaux.",
            "putsch électoral",
            "a dénoncé",
        ),
        ("Anne Roux dit que « le pont est clos » pour l'hiver.", "le pont est clos", "dit"),
        ("D'après Anne Roux, le pont « tiendra cent ans ».", "tiendra cent ans", "D'après"),
        ("Le maire a été jugé « incapable » par Anne Roux.", "incapable", "été jugé"),
        ("Anne Roux a parlé, saluant « un très beau pont ».", "un très beau pont", "saluant"),
    ],
)
def test_a_fragment_in_the_reporters_sentence_is_mixed(text: str, words: str, cue: str) -> None:
    assert shown(text) == [("mixed", words, ROUX, cue)]


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("Anne Roux a affirmé hier que le pont serait clos.", "le pont serait clos", "a affirmé"),
        ("Selon Anne Roux, le pont sera clos.", "le pont sera clos", "Selon"),
        ("Le pont sera clos, a indiqué Anne Roux.", "Le pont sera clos", "a indiqué"),
        ("Le pont sera clos, selon Anne Roux.", "Le pont sera clos", "selon"),
        ("Aux yeux de Anne Roux, le pont est trop vieux.", "le pont est trop vieux", "Aux yeux de"),
        ("Anne Roux dit avoir vu le pont bouger.", "avoir vu le pont bouger", "dit"),
        ("Anne Roux affirme vouloir fermer le pont.", "vouloir fermer le pont", "affirme"),
        ("Anne Roux a promis de fermer le pont.", "fermer le pont", "a promis"),
        ("Anne Roux se réjouit que le pont tienne.", "le pont tienne", "se réjouit"),
        ("Mais, selon Anne Roux, le pont tiendra.", "le pont tiendra", "selon"),
    ],
)
def test_a_report_without_marks_is_indirect(text: str, words: str, cue: str) -> None:
    assert shown(text) == [("indirect", words, ROUX, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Anne Roux sait que le pont est clos.",
        "Anne Roux a appelé Paul Morin à partir.",
        "Anne Roux a annoncé un nouveau pont.",
        "Selon moi, le pont tiendra.",
        "Selon le calendrier, le pont ouvre en mai.",
        "Anne Roux veut que le pont ferme.",
        "L'annonce que le pont ferme est tombée.",
        "Anne Roux n'a pas dit que le pont fermait.",
    ],
)
def test_knowledge_wishes_calls_and_nouns_report_nothing(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("Ann Lee said the bridge would close.", "the bridge would close", "said"),
        ("Ann Lee told reporters she would go.", "she would go", "told"),
        ("The bridge will close, Ann Lee told The Herald.", "The bridge will close", "told"),
        ("The bridge will close, said Ann Lee.", "The bridge will close", "said"),
        ("The bridge is old, according to Ann Lee.", "The bridge is old", "according to"),
        ("Ann Lee said up to five roads would close.", "up to five roads would close", "said"),
        ("Ann Lee denied stealing the painting.", "stealing the painting", "denied"),
        ("A statement from Ann Lee said it was late.", "it was late", "said"),
        ("Trains, Ann Lee says, will stop.", "Trains, Ann Lee says, will stop", "says"),
    ],
)
def test_english_reports_do_without_that(text: str, words: str, cue: str) -> None:
    assert shown(text, "en") == [("indirect", words, "Ann Lee", cue)]


@pytest.mark.parametrize(
    "text",
    [
        "The Find Museum opened a hall in town.",
        "It was the surprise finding that bridges are long.",
        "The weather shows that summer is near.",
        "Ann Lee warned swimmers not to dive in the lake.",
        "A wreck being found would please the divers.",
        "The report of a call came late to the state.",
    ],
)
def test_english_nouns_names_and_passives_are_no_reporting_verbs(text: str) -> None:
    assert shown(text, "en") == []


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("“The bridge,” Ann Lee said, “will close.”", "The bridge,", "will close."),
        (
            "“The bridge will close,” said Ann Lee. “It is old.”",
            "The bridge will close,",
            "It is old.",
        ),
        ("“Who knows?” Ann Lee said. “Nobody does.”", "Who knows?", "Nobody does."),
    ],
)
def test_two_stretches_parted_by_the_reporter_are_two_quotes(
    text: str, first: str, second: str
) -> None:
    assert [(q[1], q[2]) for q in shown(text, "en")] == [(first, "Ann Lee"), (second, "Ann Lee")]


def test_a_short_incise_inside_the_marks_does_not_part_the_quote() -> None:
    text = "« Il faut agir, a dit Anne Roux, et vite. »"
    assert shown(text) == [("direct", "Il faut agir, a dit Anne Roux, et vite.", ROUX, "a dit")]


def test_a_clause_beside_a_quoted_one_is_reported_too() -> None:
    assert shown("Le pont est vieux, mais « il tient », a dit Anne Roux.") == [
        ("indirect", "Le pont est vieux", ROUX, "a dit"),
        ("mixed", "il tient", ROUX, "a dit"),
    ]


def test_of_nested_reports_only_the_outermost_counts() -> None:
    text = "Anne Roux a dit que Paul Morin avait affirmé que le pont tiendrait."
    assert [q[1] for q in shown(text)] == ["Paul Morin avait affirmé que le pont tiendrait"]


# dialogues, signatures, announcements


def test_a_dialogue_of_dashes_gives_each_turn_its_words() -> None:
    text = "Paul Morin entra.\n\n— Tu viens ? demanda-t-il.\n\n— Non, répond Anne Roux. Je reste.\n"
    assert [(q[0], q[1], q[3]) for q in shown(text)] == [
        ("direct", "Tu viens ?", "demanda-t-il"),
        ("direct", "Non", "répond"),
        ("direct", "Je reste.", "répond"),
    ]


def test_turns_may_follow_each_other_in_one_paragraph() -> None:
    assert [q[1] for q in shown("— Oui, dit-il. — Non, répond-elle.")] == ["Oui", "Non"]


def test_a_turn_without_an_incise_is_nobodys() -> None:
    assert shown("— Oui, dit-il.\n\n— Vraiment ?\n")[-1] == ("direct", "Vraiment ?", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "À retenir :\n— La baisse des impôts\n— La hausse des prix\n",
        "Le pont — un vieux pont — tient encore.",
        "Il part. — C'est la fin de l'histoire.",
    ],
)
def test_dashes_of_lists_and_asides_open_no_dialogue(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "« Tout va bien dans cette belle ville. » — Anne Roux, maire de Brest.",
        "La fête\n\nOn a dansé.\n\n« Tout va bien dans cette belle ville. »\n\n— Anne Roux\n",
        "Anne Roux a publié un message :\n\n« Tout va bien dans cette belle ville. »\n",
    ],
)
def test_a_signature_or_an_announcement_tells_the_speaker(text: str) -> None:
    [(kind, _, speaker, _)] = shown(text)
    assert (kind, speaker) == ("direct", ROUX)


# known failures of others, each turned into a rule


def test_an_odd_number_of_marks_spoils_neither_the_document_nor_the_quote() -> None:
    text = 'Un " reste seul ici.\n\n"Le pont est clos pour l\'hiver", a dit Anne Roux.'
    assert shown(text) == [("direct", "Le pont est clos pour l'hiver", ROUX, "a dit")]


def test_marks_of_two_kinds_do_not_pair_with_each_other_nor_with_apostrophes() -> None:
    text = "L'ami d'Anne rit. “Je pars”, a dit Paul Morin. « Je reste », a dit Anne Roux."
    assert [(q[1], q[2]) for q in shown(text)] == [("Je pars", "Paul Morin"), ("Je reste", ROUX)]


def test_a_quote_over_paragraphs_keeps_its_speaker() -> None:
    text = "« Le pont est vieux », a dit Anne Roux.\n\n« Il tiendra encore.\n\n« Pas nous. »"
    assert [(q[1], q[2]) for q in shown(text)] == [
        ("Le pont est vieux", ROUX),
        ("Il tiendra encore.", ROUX),
        ("Pas nous.", ROUX),
    ]


def test_a_verb_on_no_list_reports_where_it_follows_marks() -> None:
    assert shown("« Le pont est clos », claironne Anne Roux.")[0][2:] == (ROUX, "claironne")


def test_the_speaker_is_the_whole_name_and_never_a_name_inside_the_quote() -> None:
    text = "« Paul Morin doit partir », a dit Anne-Marie de La Tour."
    assert shown(text) == [("direct", "Paul Morin doit partir", "Anne-Marie de La Tour", "a dit")]


def test_a_descriptive_clause_after_the_name_does_not_lose_it() -> None:
    text = "Anne Roux, qui dirige le club de tennis du quartier, a déclaré : « Je pars demain. »"
    assert shown(text) == [("direct", "Je pars demain.", ROUX, "a déclaré")]


def test_a_source_named_elsewhere_in_the_sentence_does_not_cancel_the_quote() -> None:
    text = "« Le pont est clos, selon la radio », a dit Anne Roux."
    assert shown(text) == [("direct", "Le pont est clos, selon la radio", ROUX, "a dit")]


def test_short_quotes_are_kept_where_a_cue_governs_them() -> None:
    assert shown("« Jamais », a lancé Anne Roux.") == [("direct", "Jamais", ROUX, "a lancé")]


def test_a_heading_is_no_part_of_the_sentence_below_it() -> None:
    text = "Le pont ferme\n\nLe pont est clos, a indiqué Anne Roux.\n"
    assert shown(text) == [("indirect", "Le pont est clos", ROUX, "a indiqué")]


def test_one_article_leaves_nothing_behind_for_the_next() -> None:
    text = "« Le pont est clos », a dit Anne Roux."
    alone = shown(text)
    parse("« Je pars », a dit Paul Morin. Il a ajouté que le pont était vieux.")
    assert shown(text) == alone


# when


def test_a_date_beside_the_cue_or_at_the_sentences_head_tells_when() -> None:
    beside = quotes("« Le pont est clos », a dit Anne Roux le 14 mai 2021.")[0]
    ahead = quotes("Le 14 mai 2021, Anne Roux a dit que le pont était clos.")[0]
    assert beside.date == ahead.date == PartialDate(2021, 5, 14)


def test_a_date_inside_the_reported_words_is_not_when_they_were_said() -> None:
    assert quotes("Anne Roux a dit que le pont fermerait le 14 mai 2021.")[0].date is None


# properties

_PIECES = st.lists(
    st.sampled_from(
        ["« ", " »", '"', "“", "”", "Anne Roux ", "a dit ", "dit-il", ", ", ". ", "selon ", "que ",
         "le pont ", "tient ", "\n\n", "— ", ": ", "5'11\" ", "M. ", "et ", "il "]
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(_PIECES, st.sampled_from(["fr", "en"]))
def test_whatever_the_text_every_offset_tells_the_truth(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    article = parse(Document.plain(text, language=language))
    spans = [(b.start, b.end) for b in article.document.prose()]
    for quote in article.quotes:
        assert text[quote.start : quote.end] == quote.text != ""
        assert any(start <= quote.start <= quote.end <= end for start, end in spans)
        if quote.cue is not None:
            assert text[quote.cue.start : quote.cue.end] == quote.cue.text
    for term in article.terms:
        assert text[term.start : term.end] == term.text
    for person in article.people:
        assert all(text[m.start : m.end] == m.text for m in person.mentions)
