"""What a language must declare for the parser to tell who said what in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.parser.languages.phrase_tree import PhraseTree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.parser.morphology import Paradigm

Gender = Literal["m", "f", ""]
Number = Literal["s", "p", ""]
Agreement = tuple[Gender, Number]


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that reports, and the frames it may stand in."""

    lemma: str
    clause: bool
    """It takes a clause: "X affirme que …"."""
    words: bool
    """It takes quoted words as its object: "X dénonce « un putsch »"."""
    incise: bool
    """It may stand in an incise: "« … », affirme X"."""
    reflexive: bool
    """It reports only when reflexive: "s'exclame X"."""
    infinitive: bool
    """Its infinitive is an assertion: "X dit avoir gagné"."""
    colon: bool
    """It announces words after a colon only."""
    also_reflexive: bool
    """It reports when reflexive too: "se dit « prêt »", where "s'assurer" reports nothing."""

    after_de: bool
    """Its words follow "de" right behind it: "parle de « trahison »"."""

    @classmethod
    def read(cls, entry: str) -> ReportingVerb:
        """Read "lemma/flags", each flag being the first letter of a field."""
        lemma, _, flags = entry.partition("/")
        unknown = set(flags) - set("cwirnksd")
        if unknown:
            raise ValueError(f"unknown flags in {entry!r}")
        return cls(
            lemma.replace("_", " "), "c" in flags, "w" in flags, "i" in flags,
            "r" in flags, "n" in flags, "k" in flags, "s" in flags, "d" in flags,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class SpeechGrammar:
    """Closed word classes, the reporting verbs, and a few declared rules of word order.

    All words are in lower case, with ' for every apostrophe; a phrase is a tuple of tokens.
    """

    # tokens
    elisions: frozenset[str]
    unaccented: dict[str, str]
    """Words whose capital goes without its accent at the head of a sentence: "A Brest"."""
    clitics: dict[str, Agreement]
    """Subject clitics after a verb: "-t-il"."""
    abbreviations: frozenset[str]

    # verbs
    paradigms: tuple[Paradigm, ...]
    verbs: tuple[ReportingVerb, ...]
    auxiliaries: frozenset[str]
    """Forms that a past participle completes: "a", "avait"."""
    copulas: frozenset[str]
    """Forms of to be, by which reflexive and passive verbs are conjugated."""
    reflexives: frozenset[str]
    verbal_idioms: dict[tuple[str, ...], str]
    """A verb and the words that make it report: ("rendre", "hommage") and its frame flags."""
    other_verbs: frozenset[str]
    """Common verb forms that report nothing; they end a noun phrase."""
    verb_endings: tuple[str, ...]
    """Endings that only a finite verb has; they end a noun phrase."""

    # word order
    subject_follows: bool
    """May the subject follow the verb of an incise: "a dit X"?"""
    subject_precedes: bool
    """May it precede it: "X said"?"""
    modifiers_precede: bool
    """Do adjectives and roles stand before the noun: "former mayor Ann Lee"?"""
    plain_saying: frozenset[str]
    """Lemmas that do nothing but say: their object is a clause, and where the subject precedes they
    alone may stand before it without marks: ", said X"."""
    natural_gender: bool
    """Has a pronoun the gender of a person, so that bodies and things are "it"?"""
    bare_clause: bool
    """May a reported clause do without its conjunction: "X said it was late"?"""

    # noun phrases
    determiners: dict[str, Agreement]
    definite: frozenset[str]
    demonstrative: frozenset[str]
    genitives: frozenset[str]
    """Endings, tokens of their own, that make what is before them a modifier: "'s"."""
    complements: frozenset[str]
    """Prepositions inside a noun phrase: "de"."""
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    coordinators: frozenset[str]
    adversatives: frozenset[str]
    """Coordinators that join clauses rather than words: "mais"."""
    relatives: frozenset[str]
    subject_pronouns: dict[str, Agreement]
    impersonal: frozenset[str]
    """Subjects that are nobody: "on"."""
    impersonal_verbs: frozenset[str]
    """Verbs whose subject is nobody: "il faut"."""
    speech_persons: frozenset[str]
    """Pronouns of the first and second person: who speaks is outside the article's words."""
    subordinators: frozenset[str]
    """Conjunctions that open a clause before the main one: "quand", "if"."""
    modals: frozenset[str]
    """Words between a subject and a bare verb: "would"."""
    object_pronouns: dict[str, Agreement]
    """Pronouns that a preposition takes: "selon lui"."""
    possessives: frozenset[str]
    noun_pronouns: dict[tuple[str, ...], Agreement]
    """Phrases that stand for a noun: "ce dernier"."""
    nearest_pronouns: frozenset[str]
    """Pronouns that stand for the phrase right before: "celles-ci"."""
    source_pronouns: frozenset[str]
    """Pronouns that name a source by themselves: "certains", "un autre"."""
    clitic_objects: frozenset[str]
    """Words between a subject and its verb: "lui", "ne"."""
    titles: dict[str, Gender]
    """Titles before a name that are no role: "m.", "mme"."""
    particles: frozenset[str]
    """Lower-case words inside a name: "de", "von"."""
    roles: dict[str, str]
    """Nouns for people by what they are, each with the class of those that may name the same
    person: "patron" and "président" are both "head"."""
    role_prefixes: tuple[str, ...]
    """What may be joined to a role by a hyphen: "co-auteur"."""
    agent_endings: tuple[str, ...]
    """Endings of nouns for people by what they do, behind a name: "Anne Roux, fleuriste"."""
    media: frozenset[str]
    """Names of agencies that hand on what others say."""
    nobody_determiners: frozenset[str]
    """Determiners of nobody in particular: "aucun"."""
    manner: frozenset[str]
    """Conjunctions before an incise with its object: "comme l'a dit X"."""
    relational: frozenset[str]
    """Roles that somebody has towards another, who is named in the complement: "mère"."""
    offices: dict[str, tuple[str, str]]
    """Phrases for an office by another name: "chef de l'état" is the "président"; each with the
    noun and the words of its role."""
    native_endings: tuple[str, ...]
    """Endings of nouns for people by where they come from: "le Marseillais"."""
    after_verb_prefixes: tuple[str, ...]
    """How marked words begin that hold the preposition of their verb: "parle « d'un piège »"."""
    former: frozenset[str]
    """Adjectives of a role that somebody held before: "ancien"."""
    generic_bodies: frozenset[str]
    """Nouns that stand for the body named before: "l'entreprise"."""
    named_bodies: frozenset[str]
    """Nouns of bodies that are told in full once, and by the noun alone from then on; where the
    noun opens its phrase."""
    topic_heads: frozenset[str]
    """First words of a sentence that name its topic: "quant" in "quant à X"."""
    degrees: frozenset[str]
    """Adverbs before an adjective inside a phrase: "plus"."""
    quantities: frozenset[str]
    """Nouns that count those of their complement: "la plupart des élus"."""
    office_prepositions: frozenset[str]
    """Prepositions inside an office: "secrétaire d'État à la Santé"."""
    vague_sources: frozenset[str]
    """Nouns for sources whose place alone is told: "une source au ministère"."""
    dwelling: frozenset[str]
    """Prepositions of that place."""
    sources: frozenset[str]
    """Nouns for bodies and documents that speak: "ministère", "source", "rapport"."""
    plural_verb_endings: tuple[str, ...]
    """How a word ends that is a verb behind a plural, for no adjective does: "défilent"."""
    place_heads: frozenset[str]
    """Nouns that begin the name of a place: "Place de la République"."""
    noun_genders: dict[str, Gender]
    """Nouns whose determiner hides their gender: "l'homme"."""
    feminine_endings: tuple[str, ...]
    prenominal: frozenset[str]
    """Adjectives and numerals before the noun: "ancien", "premier"."""
    plural_adjectives: frozenset[str]
    """Words after "de" that make it an article: "de nombreux témoins"."""
    given_names: dict[str, Gender]
    bodies: frozenset[str]
    """Proper names that are cities, countries or media, in lower case: after a preposition they
    end the phrase, and they are no person."""

    # what stands between a verb and its subject, and around a clause
    that: frozenset[str]
    incise_endings: tuple[str, ...]
    """How a finite verb may end that nobody listed, right after marks: "« … », ronchonne X"."""
    participle_endings: tuple[str, ...]
    telling_endings: tuple[str, ...]
    """How a participle ends that tells of a noun: "un rapport paru jeudi"."""
    asked: frozenset[str]
    """Participles that open a sentence by when its speaker was asked: "Interrogée jeudi, …"."""
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    adverbials: frozenset[tuple[str, ...]]
    time_words: frozenset[str]
    source_prepositions: dict[tuple[str, ...], str]
    """Prepositions of attribution, each "any" (it takes any source) or "person"."""
    eyes: frozenset[tuple[str, ...]]
    """Attribution by a possessive: "à ses yeux"."""
    person_relatives: frozenset[str]
    """Relative pronouns that stand for persons alone: "pour qui"."""
    utterances: frozenset[str]
    """Nouns for what is said, whose complement is the source: "selon les mots du préfet"."""
    not_sources: frozenset[str]
    """Nouns and pronouns after a preposition of attribution that attribute nothing: "selon moi"."""
    agents: frozenset[str]
    """Prepositions of the agent of a passive: "par"."""
    agent_words: frozenset[str]
    """Words of a passive or judging verb before the quoted words: "comme", "de"."""
    request_words: frozenset[str]
    """Words between a passive and what it asks for: "invités à « … »"."""
    source_phrases: frozenset[str]
    """Prepositions before the source of what "one" learned: "de", "auprès de"."""
    evidencing: frozenset[str]
    """Lemmas whose subject may be a mere thing that shows; they report only of a source."""
    documents: frozenset[str]
    """Nouns for words on paper, which somebody behind them says: "a statement from X"."""
    addressing: frozenset[str]
    """Lemmas whose object is whom the words are said to: "told reporters it was late"."""
    barriers: frozenset[str]
    """Words that do not stand between a subject and its verb: "to"."""
    third_person_endings: tuple[str, ...]
    """Endings of a verb in the third person that a plural noun has too, where only place tells."""
    past_endings: tuple[str, ...]
    """Endings of a regular past tense, where they tell a verb from an adjective by its place."""
    hedges: frozenset[str]
    """Prepositions that before a number are hedges: "about"."""
    postmodifiers: frozenset[str]
    """Adjectives that follow their noun with a phrase of their own: "familiar with"."""
    source_places: frozenset[str]
    """Prepositions before where "one" says so: "dit-on à la mairie"."""
    whereabouts: tuple[tuple[str, ...], ...]
    """How a sentence opens with where "one" says so: "du côté de la mairie, on explique"."""
    additive: frozenset[str]
    """Lemmas that continue what the same person said before: "ajouter"."""
    negations: frozenset[str]
    negation_endings: tuple[str, ...]
    """Endings that negate the word they are joined to: "n't"."""
    negative_words: frozenset[str]
    """Second words of a negation: "pas"."""
    connectives: frozenset[str]
    """Words that link a sentence to the one before, outside what it reports: "mais"."""
    infinitive_markers: frozenset[str]
    """Words before an infinitive that belong to it: "to"."""
    contrasts: frozenset[tuple[str, str]]
    """What sets a clause of the reporter's own against a report: "alors que"."""
    before_infinitive: frozenset[str]
    """What joins an asserted infinitive to some verbs, as `complements` do to others: "à"."""
    infinitive_endings: tuple[str, ...]
    """Endings of what an asserting verb takes for a clause: "dit avoir gagné", "denied lying"."""
    gerund_markers: frozenset[str]
    """Prepositions before a gerund: "en"."""
    gerund_heads: frozenset[str]
    """First words of idioms that are gerunds: "faisant"."""

    # terms
    charges: frozenset[str]
    """Words of the law before "pour « … »", which then names an offence: "mis en examen"."""
    charge_prepositions: frozenset[str]
    charged_with: frozenset[str]
    """Words before "de « … »" that do the same: "inculpé de"."""
    calling: frozenset[str]
    """Verbs that give a name: "qualifier"."""
    naming: frozenset[str]
    """Words before marks that mention a word or a name: "dit", "baptisé", "terme"."""

    # indexes, made of the above
    cue_phrases: PhraseTree = field(init=False)
    """Prepositions and possessives of attribution."""
    idioms_by_head: dict[str, tuple[tuple[str, ...], ...]] = field(init=False)
    noun_pronouns_by_head: dict[str, tuple[tuple[str, ...], ...]] = field(init=False)
    adverbial_phrases: PhraseTree = field(init=False)
    closed_classes: frozenset[str] = field(init=False)
    """Words that are no name, whatever their capital."""
    phrase_enders: frozenset[str] = field(init=False)
    """Words that no noun phrase holds."""
    nobody: frozenset[str] = field(init=False)
    """Subjects that are no source in the article: "je", "on"."""
    telling_heads: frozenset[str] = field(init=False)
    """Words at which a sentence may name a body in full or tell of an account."""
    role_forms: frozenset[str] = field(init=False)
    """The role nouns and their plurals."""
    openers: frozenset[str] = field(init=False)
    """Words in lower case at which a mention may begin."""

    def __post_init__(self) -> None:
        cue_phrases = PhraseTree((*self.source_prepositions, *self.eyes))
        object.__setattr__(self, "cue_phrases", cue_phrases)
        object.__setattr__(self, "idioms_by_head", _by_head(self.verbal_idioms))
        object.__setattr__(self, "adverbial_phrases", PhraseTree(self.adverbials))
        object.__setattr__(self, "noun_pronouns_by_head", _by_head(self.noun_pronouns))
        closed = frozenset().union(
            self.determiners, self.prepositions, self.conjunctions, self.subject_pronouns,
            self.relatives, self.adverbs, self.coordinators, self.other_verbs, self.time_words,
            self.clitic_objects, self.complements, self.possessives,
        )  # fmt: skip
        object.__setattr__(self, "closed_classes", closed)
        enders = frozenset().union(
            self.conjunctions, self.relatives, self.subject_pronouns, self.determiners,
            self.clitics, self.clitic_objects, self.copulas, self.auxiliaries,
        )  # fmt: skip
        object.__setattr__(self, "phrase_enders", enders)
        object.__setattr__(self, "telling_heads", self.named_bodies | self.utterances)
        object.__setattr__(self, "nobody", self.speech_persons | self.impersonal)
        plurals = frozenset(noun + "s" for noun in self.roles if len(noun) > 2 and noun[-1] != "s")
        object.__setattr__(self, "role_forms", plurals.union(self.roles))
        openers = self.role_forms.union(
            self.sources, self.source_pronouns, self.subject_pronouns, self.determiners,
            self.complements, self.titles, self.noun_pronouns_by_head,
        )  # fmt: skip
        object.__setattr__(self, "openers", openers)


def _by_head(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        index.setdefault(phrase[0], []).append(phrase)
    return {head: tuple(group) for head, group in index.items()}
