from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tui.cli import main
from tui.library.store import Store
from tui.parser import Article, Block, Document, Figure, Quote, Speaker

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "=Nora Vial a dit : « Le budget attendra. » Il manque 20 écoles."


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "library.db"
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(file))
    document = Document(TEXT, (Block(0, len(TEXT), "paragraph"),), title="=Budget | école")
    at = TEXT.index("Le budget")
    words = "Le budget attendra."
    speaker = Speaker("Nora Vial", None, 1, 10, "named")
    quote = Quote(at, at + len(words), words, "direct", speaker, None, None)
    at = TEXT.index("20")
    figure = Figure(at, at + 2, "20", 20.0, None, None, None, None, None, None, None)
    store = Store.open(file)
    [id] = store.add([(document, "a.txt")])  # noqa: A001
    store.put_evidence(id, Article(document, "fr", (quote,), (), (figure,)))
    store.close()
    return file


def test_one_json_object_stands_on_each_line(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["quotes", "qui:vial", "--format", "jsonl"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    quote = json.loads(line)
    assert (quote["speaker"], TEXT[quote["start"] : quote["end"]]) == ("Nora Vial", quote["text"])
    assert main(["figures", "valeur:20", "--format", "json"]) == 0
    [figure] = json.loads(capsys.readouterr().out)
    assert figure["value"] == 20
    assert main(["search", "ecole", "--format", "json"]) == 0
    [article] = json.loads(capsys.readouterr().out)
    assert TEXT[article["start"] : article["end"]] == "écoles"


def test_nothing_is_said_to_be_found_only_where_somebody_looks(
    library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["search", "zebre"]) == 0
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert main(["search", "zebre"]) == 0
    assert capsys.readouterr() == ("", "nothing in the library is like that\n")
    assert main(["search", "ecole"]) == 0
    assert not capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    ["search pont", "quotes pont", "figures", "people", "watch pont", "check pont", "kept",
     "sources", "update", "remove 1", "backup b.db", "export out", "opml export", "doctor"],
)  # fmt: skip
def test_a_library_that_is_not_there_is_told_and_not_made(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main([*command.split(), "--library", "typo.db"]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line == "newsreader: typo.db: no such library; `newsreader add` makes one"
    assert not list(tmp_path.iterdir())


def test_no_cell_is_a_formula_and_no_title_a_mark(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "ecole", "--format", "csv"]) == 0
    [row] = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["title"] == "'=Budget | école"
    assert main(["search", "ecole", "--format", "markdown"]) == 0
    assert r"=Budget \| école" in capsys.readouterr().out


def test_nothing_found_is_an_empty_answer(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form, nothing in (("table", ""), ("jsonl", ""), ("json", "[]\n")):
        assert main(["search", "zèbre", "--format", form]) == 0
        assert capsys.readouterr().out == nothing


def test_a_watch_tells_of_an_article_once(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["watch", "budget"]) == 0
    assert "école" in capsys.readouterr().out
    assert main(["watch", "budget"]) == 0
    assert capsys.readouterr().out == ""


def test_a_query_that_cannot_be_read_is_said_in_words(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "école", "value:much"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "“value:much” says nothing; write for instance: value:>1e6" in told.err
    line, place = told.err.splitlines()[-2:]
    assert line[place.index("^") : place.rindex("^") + 1] == "value:much"


def test_words_in_quotes_for_the_shell_are_a_phrase(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "le budget", "écoles"]) == 0
    assert capsys.readouterr().out
    assert main(["search", "budget le", "écoles"]) == 0
    assert capsys.readouterr().out == ""
