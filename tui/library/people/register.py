"""Who is who, kept as evidence comes and goes: each name belongs to one person of the library.

A new name costs a look at the names that sound alike; a known one costs nothing but its row. So
people are joined as articles come in, and `grouping` makes the same of them in any order.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Self

from tui.library.people import grouping, naming
from tui.library.people.variants import SHORT, SPELLINGS
from tui.library.words import fold_words
from tui.text.find import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from tui.library.people.naming import Name


_TOGETHER = 500
"""Articles whose people are made anew at once."""


def enter(database: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Say of the quotes of articles who says them, and who is named in each."""
    names = _Names(database)
    said: list[tuple[int, int, int]] = []
    heard: list[tuple[int, int, str, int]] = []
    for article in articles:
        sort_key, quoted, here = _heard(database, article, names)
        said += ((name, article, n) for n, name in quoted)
        heard += ((name, article, sort_key, quotes) for name, quotes in here.items())
    whose = names.settle()
    database.executemany("UPDATE quote SET name_id = ? WHERE article_id = ? AND n = ?", said)
    _put_voices(
        database,
        [_Voice(name, whose[name], article, key, quotes) for name, article, key, quotes in heard],
    )
    names.index()


def _heard(
    database: sqlite3.Connection, article: int, names: _Names
) -> tuple[str, list[tuple[int, int]], Counter[int]]:
    """Give an article's sort key, the name behind each quote, and how often each is quoted."""
    words, sort_key = database.execute(
        "SELECT text_hash, sort_key FROM article WHERE id = ?", (article,)
    ).fetchone()
    text = words.hex()
    others = _others_here(database, text)
    quoted: list[tuple[int, int]] = []
    voices: Counter[int] = Counter()
    for n, speaker, role in database.execute(
        "SELECT n, speaker, role FROM quote WHERE article_id = ? AND speaker IS NOT NULL",
        (article,),
    ).fetchall():
        name = _here(naming.read(speaker, role, text), others, text)
        if name is not None:
            id = names.id_of(name, role)
            voices[id] += 1
            quoted.append((n, id))
    for (written,) in database.execute(
        "SELECT name FROM person WHERE article_id = ?", (article,)
    ).fetchall():
        name = _here(naming.read(written), others, text)
        if name is not None and _is_surely_a_person(name):
            voices[names.id_of(name)] += 0
    return sort_key, quoted, voices


class _Voice(NamedTuple):
    """That somebody is named in an article, by which name, and how often quoted by it."""

    name: int
    somebody: int
    article: int
    sort_key: str
    quotes: int


def _put_voices(database: sqlite3.Connection, voices: Iterable[_Voice]) -> None:
    """Write voices and count them; a trigger counts those that go."""
    quotes: Counter[int] = Counter()
    articles: Counter[int] = Counter()
    keys: dict[int, list[str]] = {}
    for voice in voices:
        heard = database.execute(
            "SELECT 1 FROM voice WHERE article_id = ? AND somebody_id = ?",
            (voice.article, voice.somebody),
        ).fetchone()
        database.execute(
            "INSERT INTO voice (name_id, somebody_id, article_id, sort_key, quotes)"
            " VALUES (?, ?, ?, ?, ?)",
            voice,
        )
        quotes[voice.somebody] += voice.quotes
        articles[voice.somebody] += heard is None
        keys.setdefault(voice.somebody, []).append(voice.sort_key)
    database.executemany(
        "UPDATE somebody SET quotes = quotes + ?1, articles = articles + ?2,"
        " first = min(ifnull(first, ?3), ?3), last = max(ifnull(last, ?4), ?4) WHERE id = ?5",
        [(quotes[id], articles[id], min(some), max(some), id) for id, some in keys.items()],
    )


def _others_here(database: sqlite3.Connection, text: str) -> set[str]:
    """Give the names that in this article are somebody else's than elsewhere."""
    found = database.execute("SELECT a FROM decided WHERE same = 0 AND b = a || ?", (f"#{text}",))
    return {key for (key,) in found}


def _here(name: Name | None, others: set[str], text: str) -> Name | None:
    if name is None or name.key not in others:
        return name
    return replace(name, key=f"{name.key}#{text}", shape="lone")


def again(database: sqlite3.Connection, article: int) -> None:
    """Say anew who is who in an article."""
    if database.execute(
        "SELECT 1 FROM article WHERE id = ? AND parser_version IS NOT NULL", (article,)
    ).fetchone():
        leave(database, article)
        database.execute("UPDATE quote SET name_id = NULL WHERE article_id = ?", (article,))
        enter(database, [article])


def leave(database: sqlite3.Connection, article: int) -> None:
    """Take back what `enter` wrote: the quotes of the article go."""
    database.execute("DELETE FROM voice WHERE article_id = ?", (article,))


def retext(database: sqlite3.Connection, before: bytes, after: bytes) -> None:
    """Follow an article that says something else now: its lone names are called by its text."""
    old, new = f"#{before.hex()}", f"#{after.hex()}"
    for side in ("a", "b"):
        database.execute(
            f"UPDATE OR IGNORE decided SET {side} = replace({side}, ?, ?)"  # noqa: S608
            f" WHERE instr({side}, ?)",
            (old, new, old),
        )
    database.execute(
        "UPDATE action SET after = replace(after, ?, ?) WHERE field = 'people'", (old, new)
    )


def rebuild(database: sqlite3.Connection) -> None:
    """Make all people anew from the evidence and from what the reader has decided."""
    for table in ("voice", "name", "somebody"):
        database.execute(f"DELETE FROM {table}")  # noqa: S608
    database.execute("INSERT INTO called (called) VALUES ('delete-all')")
    database.execute("UPDATE quote SET name_id = NULL")
    parsed = database.execute("SELECT id FROM article WHERE parser_version IS NOT NULL").fetchall()
    for first in range(0, len(parsed), _TOGETHER):
        enter(database, [article for (article,) in parsed[first : first + _TOGETHER]])


def _is_surely_a_person(name: Name) -> bool:
    """Say whether somebody who is named but not quoted is a person rather than a place."""
    if name.shape != "person":
        return False
    given = name.given[0]
    return given in SPELLINGS or given in SHORT or given in naming.given_names()


class _Names:
    """The names of some articles; those that are new are joined to others, and indexed, at once."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._ids: dict[str, int] = {}
        self._new: list[tuple[int, str]] = []
        self._related: dict[str, str] = {}
        """For each block that has a new name beside others, the key of one of its names."""

    def id_of(self, name: Name, role: str | None = None) -> int:
        """Give the id of a name, made where it is new."""
        id = self._ids.get(name.key)
        if id is None:
            row = self._database.execute(
                "SELECT id FROM name WHERE key = ?", (name.key,)
            ).fetchone()
            id = self._ids[name.key] = int(row[0]) if row else self._insert(name, role)
        return id

    def _insert(self, name: Name, role: str | None) -> int:
        related = self._database.execute(
            "SELECT 1 FROM name WHERE block = :block"
            " UNION ALL SELECT 1 FROM decided WHERE a = :key OR b = :key LIMIT 1",
            {"block": name.block, "key": name.key},
        ).fetchone()
        if related:
            self._related[name.block] = name.key
        id = self._database.execute(
            "INSERT INTO name (key, written, role, block, somebody_id) VALUES (?, ?, ?, ?, ?)",
            (name.key, name.written, role if name.shape == "lone" else None, name.block,
             _new_somebody(self._database, name)),
        ).lastrowid  # fmt: skip
        assert id is not None  # noqa: S101 - a row was inserted
        self._new.append((id, fold_words(name.written)))
        return id

    def settle(self) -> dict[int, int]:
        """Say whose the new names are, which nobody has a voice by yet; give whose each name is."""
        for key in self._related.values():
            regroup(self._database, [key])
        whose = "SELECT somebody_id FROM name WHERE id = ?"
        return {id: self._database.execute(whose, (id,)).fetchone()[0] for id in self._ids.values()}

    def index(self) -> None:
        """Write the words of the new names into their index, after all else."""
        self._database.executemany("INSERT INTO called (rowid, name) VALUES (?, ?)", self._new)


def _new_somebody(database: sqlite3.Connection, name: Name) -> int:
    somebody = database.execute(
        "INSERT INTO somebody (name, name_key) VALUES (?, ?)", (name.written, fold(name.written))
    ).lastrowid
    assert somebody is not None  # noqa: S101 - a row was inserted
    return somebody


class _Row(NamedTuple):
    id: int
    somebody: int
    goes_by: str
    """The name of that somebody."""
    name: Name


def regroup(database: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Put anew together the names that may be those of the same people as these."""
    rows, same, apart = _related(database, keys)
    found = grouping.groups([row.name for row in rows.values()], same, apart)
    groups = [[rows[name.key] for name in group] for group in found]
    claims = Counter(somebody for group in groups for somebody in {row.somebody for row in group})
    if any(number > 1 for number in claims.values()):  # who is parted stays who is named most
        groups.sort(key=lambda group: -sum(_uses(database, row.id) for row in group))
    taken: set[int] = set()
    for members in groups:
        somebody = _whose(database, members, taken)
        taken.add(somebody)
        for member in members:
            if member.somebody != somebody:
                _move(database, member.id, somebody)
        best = _best(database, members).written
        if any(member.somebody != somebody or member.goes_by != best for member in members):
            database.execute(
                "UPDATE somebody SET name = ?, name_key = ? WHERE id = ?",
                (best, fold(best), somebody),
            )
    database.executemany(
        "DELETE FROM somebody WHERE id = ?", [(somebody,) for somebody in claims.keys() - taken]
    )


_Pairs = set[frozenset[str]]


def _related(
    database: sqlite3.Connection, keys: Iterable[str]
) -> tuple[dict[str, _Row], _Pairs, _Pairs]:
    """Give the names in the blocks of these, and in those that the reader has tied to them."""
    rows: dict[str, _Row] = {}
    decided: dict[bool, _Pairs] = {True: set(), False: set()}
    waiting, seen = list(keys), set[str]()
    while waiting:
        key = waiting.pop()
        found = database.execute("SELECT block FROM name WHERE key = ?", (key,)).fetchone()
        if found is None or found[0] in seen:
            continue
        seen.add(found[0])
        for id, other, written, role, somebody, goes_by in database.execute(
            "SELECT name.id, key, written, role, somebody_id, somebody.name"
            " FROM name JOIN somebody ON somebody.id = somebody_id WHERE block = ?",
            found,
        ).fetchall():
            article = other.partition("#")[2]
            name = naming.read(written, role, article)
            assert name is not None  # noqa: S101 - it was read when it came in
            if name.key != other:
                name = replace(name, key=other, shape="lone")
            rows[other] = _Row(id, somebody, goes_by, name)
        for a, b, same in database.execute(
            "SELECT a, b, same FROM name CROSS JOIN decided ON a = key WHERE block = ?1"
            " UNION SELECT a, b, same FROM name CROSS JOIN decided ON b = key WHERE block = ?1",
            found,
        ):
            decided[bool(same)].add(frozenset((a, b)))
            if same:
                waiting += [a, b]
    return rows, decided[True], decided[False]


def _whose(database: sqlite3.Connection, members: list[_Row], taken: set[int]) -> int:
    """Choose who a group of names is: whoever of those they were is in the most articles."""
    free = {member.somebody for member in members} - taken
    if not free:
        return _new_somebody(database, members[0].name)
    if len(free) == 1:
        return free.pop()
    return max(
        free,
        key=lambda somebody: (
            database.execute("SELECT articles FROM somebody WHERE id = ?", (somebody,)).fetchone(),
            -somebody,
        ),
    )


def _move(database: sqlite3.Connection, name: int, somebody: int) -> None:
    """Give a name to somebody; its voices go and come, so that they are counted."""
    voices = database.execute(
        "SELECT name_id, ?, article_id, sort_key, quotes FROM voice WHERE name_id = ?",
        (somebody, name),
    ).fetchall()
    database.execute("DELETE FROM voice WHERE name_id = ?", (name,))
    database.execute("UPDATE name SET somebody_id = ? WHERE id = ?", (somebody, name))
    _put_voices(database, map(_Voice._make, voices))


def _best(database: sqlite3.Connection, members: list[_Row]) -> Name:
    """Choose the name to go by: the commonest of those that are as full as the fullest."""
    first = members[0].name
    if len(members) == 1:
        return first
    return max(
        (m for m in members if m.name.abbreviated == first.abbreviated
         and len(m.name.given) == len(first.given) and m.name.shape == first.shape),
        key=lambda member: _uses(database, member.id),
    ).name  # fmt: skip


def _uses(database: sqlite3.Connection, name: int) -> int:
    """Count the articles that use a name."""
    (number,) = database.execute("SELECT count(*) FROM voice WHERE name_id = ?", (name,)).fetchone()
    return int(number)


class Decision(NamedTuple):
    """That two names, by their keys, are one person's, or are not."""

    a: str
    b: str
    same: bool

    @classmethod
    def of(cls, one: str, other: str, *, same: bool) -> Self:
        """Decide of two names in any order."""
        return cls(min(one, other), max(one, other), same)


def join(database: sqlite3.Connection, somebodies: list[int]) -> str | None:
    """Make these one person; give what undoes it, None where they are one already."""
    keys = [_keys(database, somebody) for somebody in dict.fromkeys(somebodies)]
    keys = [some for some in keys if some]
    if len(keys) < 2:
        return None
    first, *others = keys
    wanted = [Decision.of(first[0], other[0], same=True) for other in others]
    every = [key for some in keys for key in some]
    return _decide(database, wanted, (frozenset(every), frozenset(every), False))


def part(database: sqlite3.Connection, name: int) -> str | None:
    """Take a name away from whom it was given to; give what undoes it."""
    row = database.execute("SELECT key, somebody_id FROM name WHERE id = ?", (name,)).fetchone()
    if row is None:
        return None
    key, somebody = row
    others = [other for other in _keys(database, somebody) if other != key]
    if not others:
        return None
    wanted = [Decision.of(key, other, same=False) for other in others]
    return _decide(database, wanted, (frozenset((key,)), frozenset(others), True))


def part_here(database: sqlite3.Connection, article: int, n: int) -> str | None:
    """Make the speaker of a quote, in its article, somebody else than elsewhere."""
    row = database.execute(
        "SELECT key, text_hash FROM quote JOIN name ON name.id = name_id"
        " JOIN article ON article.id = article_id WHERE article_id = ? AND n = ?",
        (article, n),
    ).fetchone()
    if row is None or "#" in row[0]:
        return None
    key, words = row
    wanted = [Decision(key, f"{key}#{words.hex()}", same=False)]
    change = _decide(database, wanted, (frozenset(), frozenset(), True))
    again(database, article)
    return change


def decide(database: sqlite3.Connection, decisions: Iterable[Decision]) -> None:
    """Take over decisions of another library; those of this one win."""
    for a, b, same in decisions:
        database.execute(
            "INSERT INTO decided (a, b, same) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (a, b, same)
        )
        regroup(database, [a, b])


def undo(database: sqlite3.Connection, change: str) -> None:
    """Take back a `join` or `part` by what it gave."""
    before, after = json.loads(change)
    database.executemany("DELETE FROM decided WHERE a = ? AND b = ?", [(a, b) for a, b, _ in after])
    database.executemany("INSERT OR REPLACE INTO decided (a, b, same) VALUES (?, ?, ?)", before)
    regroup(database, [key for a, b, _ in (*before, *after) for key in (a, b)])


def decisions(database: sqlite3.Connection) -> list[Decision]:
    """Give all that the reader has decided."""
    found = database.execute("SELECT a, b, same FROM decided ORDER BY a, b")
    return [Decision(a, b, bool(same)) for a, b, same in found]


def _keys(database: sqlite3.Connection, somebody: int) -> list[str]:
    """Give the keys of somebody's names, that of the name they go by first."""
    return [
        key
        for (key,) in database.execute(
            "SELECT key FROM name JOIN somebody ON somebody.id = somebody_id"
            " WHERE somebody_id = ? ORDER BY written <> somebody.name, key",
            (somebody,),
        )
    ]


def _decide(
    database: sqlite3.Connection,
    wanted: list[Decision],
    against: tuple[frozenset[str], frozenset[str], bool],
) -> str:
    """Write decisions, and strike those between two sets of names that say the opposite."""
    some, others, opposite = against
    before = [
        decision
        for decision in decisions(database)
        if (decision.same == opposite and _between(decision, some, others))
        or any(decision[:2] == new[:2] for new in wanted)
    ]
    database.executemany(
        "DELETE FROM decided WHERE a = ? AND b = ?", [decision[:2] for decision in before]
    )
    database.executemany("INSERT INTO decided (a, b, same) VALUES (?, ?, ?)", wanted)
    regroup(database, [key for decision in wanted for key in decision[:2]])
    return json.dumps([before, wanted])


def _between(decision: Decision, some: frozenset[str], others: frozenset[str]) -> bool:
    a, b = decision.a, decision.b
    return (a in some and b in others) or (b in some and a in others)
