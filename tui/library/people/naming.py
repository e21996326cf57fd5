"""What a name says of whom it names: titles left out, given name, surname, and how it is spelt.

Nothing here knows who exists. A name that may be anybody's, such as "un témoin", names nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from tui.library.people.variants import SPELLINGS, TRANSCRIBED
from tui.library.words import fold_words
from tui.text.find import fold
from tui.text.typography import level

Shape = Literal["person", "lone", "body"]
"""person: given name and surname. lone: a single word, which many may bear. body: a firm, a
ministry, a paper; or a word in capitals."""

_BODIES = frozenset(
    "air agence agency armee army association banque bank bourse centre center chambre club college"
    " comite committee commission compagnie company confederation conseil council corporation cour"
    " court credit departement department ecole editions eglise church entreprise federation"
    " fondation foundation fonds fund front gouvernement government groupe group hopital hospital"
    " hotel house industries institut institute laboratoire ligue league lycee mairie maison media"
    " ministere ministry mouvement movement musee museum office ordre organisation organization"
    " palais parc parlement parliament parti party police port prefecture quai radio rassemblement"
    " reseau royal saint sainte san santa st st. ste senat senate service services societe society"
    " syndicat team television theatre trade tribunal union united universite university usine"
    " ville city state county town village north south east west nord sud est ouest new nouvelle"
    " nouveau great grand grande haute haut basse bas cote mont lake river street rue place"
    .split()
)  # fmt: skip
"""First words of names of bodies and places, folded: "Air" is no given name that A. stands for."""

_GENERATIONS = {"jr": "jr", "junior": "jr", "fils": "jr", "sr": "sr", "senior": "sr", "pere": "sr",
                "ii": "2", "iii": "3", "iv": "4"}  # fmt: skip
"""What tells a son from his father, at the end of a name."""

_REIGNS = frozenset("ivx")
"""Letters that may number a sovereign."""

_SONS = {"bin": "ben", "ibn": "ben"}
_ARTICLES = frozenset(("al", "el", "ad", "as", "ar", "ash", "an"))
"""Arabic articles: « el-Assad », "al-Assad" and "Assad" are spellings of one name."""

_AMBIGUOUS = frozenset(("ben", "al", "abu"))
"""Particles that are given names as well."""

_GLUED = re.compile(r"\b(Al|El)(?=[A-Z][a-z])")
_TOKEN = re.compile(r"[^\s,;()]+")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]?\.?|[^\W\d_]")

_TRANSCRIBED_ENDING = re.compile(
    r"(?:sk[iy]\w{0,2}|ska\w?|enko|[oe]v|[oe]va|[oe]ff|t?ch|vy?i?ts?ch|ts?ch?uk|ny[iy]|yi|iy"
    r"|yan|ian|shvili|chvili|dze|ahou|ahu|akis|opoulos)$"
)
"""Ends of surnames that reach us from another alphabet, and so in more than one spelling."""

_ROMAN = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"shch|chtch|tch|tsch|sch|sh|ch|cz", "s"),
        (r"zh|dj|dzh|gj", "j"),
        (r"kh", "h"), (r"gh|gu(?=[ei])", "g"), (r"dh", "d"), (r"th", "t"), (r"ph", "f"),
        (r"iou|you|yu", "iu"), (r"ou|oo", "u"), (r"w", "v"), (r"q", "k"), (r"ck", "k"),
        (r"ff?$", "v"), (r"x", "ks"), (r"y", "i"), (r"ee", "i"),
        (r"(?<=n)e$", ""), (r"^ie(?=[lv])", "e"),
        (r"(.)\1", r"\1"), (r"i+[ij]*$", "i"), (r"(?<=[oe])i(?=v)", ""), (r"ei$|ai$", "i"),
    )
)  # fmt: skip
"""Ways of writing one sound, made one, in this order. « Loukachenko » and "Lukashenko" meet."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it was read. Words are folded: no case, no accent, no hyphen."""

    key: str
    """The same for the same name. A lone surname is one name only with its role, or else only in
    its article: nobody is joined to another on that alone."""
    written: str
    shape: Shape
    given: tuple[str, ...] = ()
    """Given names, with their hyphens; where the first is abbreviated, its initials: "jl"."""
    abbreviated: bool = False
    surname: str = ""
    generation: str = ""
    sound: str = ""
    """The surname as it sounds, where it may be spelt in several ways; else the surname."""
    transcribed: bool = False

    @property
    def block(self) -> str:
        """Names that may be the same person's share it."""
        return self.sound if self.shape == "person" else self.key


def read(written: str, role: str | None = None, article: str = "") -> Name | None:
    """Read a name; None where the words name nobody, such as "le ministre".

    `role` and `article`, which names the article's text, matter to a lone name only.
    """
    name = _read(written)
    if name is None or name.shape != "lone":
        return name
    return replace(name, key=f"{name.key}|{_folded(role)}" if role else f"{name.key}#{article}")


_fold = lru_cache(maxsize=50_000)(fold)
"""The words of names come back: given names, particles, titles."""


@lru_cache(maxsize=50_000)
def _read(written: str) -> Name | None:
    head, _, rest = level(written).partition(",")
    if _fold(rest).strip(" .") in _GENERATIONS:
        head = f"{head} {rest}"  # else an apposition: "Nora Vial, mayor of Valbrune"
    tokens = _TOKEN.findall(_GLUED.sub(r"\1 ", head))
    tokens, definite = _without_article(tokens)
    if tokens and definite is None:
        return None
    all_of_it = len(tokens)
    while len(tokens) > 1 and _fold(tokens[0]) in _words().titles:
        tokens = tokens[1:]
    if not tokens or not _is_named(tokens):
        return None
    titled = len(tokens) < all_of_it
    if len(tokens) == 1 and not titled:
        word = _fold(tokens[0])
        letters = tokens[0].replace(".", "")
        acronym = letters.isalpha() and letters.isupper() and 1 < len(letters) < 7
        if acronym or definite or word in _words().bodies:
            return _body(tokens[0])
        if word in _words().common:
            return None
    written = " ".join(tokens)
    if all(_fold(token) in _words().joining for token in tokens[:-1]):
        surname = _surname([_folded(token) for token in tokens])
        return Name(f"s:{surname}", written, "lone", surname=surname)
    if definite or _is_body(tokens):
        return _body(written)
    return _person(written, tokens)


def _is_named(tokens: list[str]) -> bool:
    """Say whether a name begins here; a particle may open it: « de Villepin »."""
    if tokens[0][0].isupper():
        return True
    return len(tokens) > 1 and _fold(tokens[0]) in _words().particles and tokens[-1][0].isupper()


def _body(written: str) -> Name:
    return Name(f"b:{_folded(written.replace('.', ''))}", written, "body")


def _person(written: str, tokens: list[str]) -> Name:
    words = [_folded(token) for token in tokens]
    generation = ""
    if len(words) > 2 and (generation := _GENERATIONS.get(words[-1].strip("."), "")):
        words.pop()
    first = len(words) - 1
    while first > 1 and (words[first - 1] in _words().particles or words[first - 1] in _ARTICLES):
        first -= 1
    given, abbreviated = _given(tokens[:first], words[:first])
    surname = _surname(words[first:])
    if len(surname.strip(".")) == 1 and surname.strip(".") not in _REIGNS:
        # The court's « Nicolas R. » is a surname left out.
        return Name(f"s:{' '.join(words)}", written, "lone", surname=surname)
    parts = [part for word in words[first:] for part in word.split("-")][:-1]
    transcribed = (
        any(part in TRANSCRIBED for part in given)
        or _TRANSCRIBED_ENDING.search(surname) is not None
        or any(part in _ARTICLES or _SONS.get(part, part) == "ben" for part in parts)
    )
    key = " ".join(filter(None, ("".join(given).replace("-", ""), surname, generation)))
    return Name(
        f"p{'.' * abbreviated}:{key}", written, "person", given, abbreviated, surname, generation,
        sound_of(surname), transcribed,
    )  # fmt: skip


def _given(tokens: list[str], words: list[str]) -> tuple[tuple[str, ...], bool]:
    """Read given names: « J.-L. » as ("jl",), abbreviated; « Donald J. » as ("donald", "j")."""
    abbreviated = bool(tokens) and _is_initial(tokens[0])
    if abbreviated:
        run = 0
        while run < len(tokens) and _is_initial(tokens[run]):
            run += 1
        initials = "".join(re.sub(r"\W", "", word) for word in words[:run])
        return (initials, *(_bare(word) for word in words[run:])), True
    return tuple(_bare(word) for word in words), False


def _is_initial(token: str) -> bool:
    if _INITIALS.fullmatch(token):
        return True
    return len(token) == 2 and token.isupper() and token.isalpha()  # "JL Martin"


def _surname(words: list[str]) -> str:
    parts = [part for word in words for part in re.split(r"[-']", word) if part]
    kept = [_SONS.get(part, part) for part in parts]
    while len(kept) > 1 and kept[0] in _ARTICLES:
        kept = kept[1:]
    return "".join(kept)


def sound_of(surname: str) -> str:
    """Write a name as it sounds, whatever alphabet it came from."""
    for pattern, put in _ROMAN:
        surname = pattern.sub(put, surname)
    return surname


def spelling_of(given: str) -> str:
    """Give the one that stands for all spellings of a given name."""
    return SPELLINGS.get(given, given)


def _without_article(tokens: list[str]) -> tuple[list[str], bool | None]:
    """Take a definite article off, and say whether one stood there; None for any other determiner.

    « L’OTAN » is cut behind its apostrophe.
    """
    if not tokens:
        return tokens, False
    words = _words()
    head, apostrophe, rest = tokens[0].partition("'")
    if apostrophe and rest and _fold(head + apostrophe) in words.definite:
        return [rest, *tokens[1:]], True
    first = _fold(tokens[0])
    if first in words.definite and len(tokens) > 1:
        if len(tokens) == 2 and tokens[0][0].isupper() and first in words.particles:
            return tokens, False  # « Le Pen »: a surname may look like that
        return tokens[1:], True
    if first in words.determiners:
        return tokens, None
    return tokens, False


def _is_body(tokens: list[str]) -> bool:
    words = _words()
    first = _fold(tokens[0])
    if first in _BODIES or first in words.common or first in words.bodies:
        return True
    if any(not token[0].isalpha() or "&" in token for token in tokens):
        return True
    return any(
        token[0].islower()
        and _fold(token) not in words.particles
        and not re.match(r"(?:d'|l'|al-|el-|bin|ben)", token)
        and _fold(token) not in _GENERATIONS
        for token in tokens[1:]
    )


@lru_cache(maxsize=50_000)
def _folded(text: str | None) -> str:
    return " ".join(fold(fold_words(level(text or ""))).split())


def _bare(word: str) -> str:
    return re.sub(r"['.]", "", word)


@dataclass(frozen=True, slots=True)
class _Words:
    titles: frozenset[str]
    """What stands before a name: titles and offices."""
    particles: frozenset[str]
    joining: frozenset[str]
    """Particles that are no given names."""
    definite: frozenset[str]
    determiners: frozenset[str]
    common: frozenset[str]
    """Nouns for bodies and for people by what they are."""
    bodies: frozenset[str]


@cache
def _words() -> _Words:
    """Take the words that tell names apart from what every language declares, folded."""
    from tui.parser.languages import language  # noqa: PLC0415 - the grammars load when first used
    from tui.parser.languages.language import KNOWN  # noqa: PLC0415

    grammars = [language(code).speech for code in KNOWN]

    def all_of(words: str) -> frozenset[str]:
        return frozenset(fold(word) for grammar in grammars for word in getattr(grammar, words))

    definite = frozenset(("le", "la", "les", "l'", "the"))
    particles = all_of("particles") | {"d'", "ter", "ten", "af", "dal", "della", "mac", "abu"}
    return _Words(
        (all_of("titles") | all_of("roles")) - {"pere"} - given_names(),
        particles,
        particles - _AMBIGUOUS,
        definite,
        all_of("determiners") - definite,
        all_of("roles") | all_of("sources"),
        all_of("bodies"),
    )


@cache
def given_names() -> frozenset[str]:
    """Give the given names that the parser knows, folded."""
    from tui.parser.languages.names import GIVEN_NAMES  # noqa: PLC0415 - loads when first used

    return frozenset(map(fold, GIVEN_NAMES))
