from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.library.told import put, told
from tui.cli import main
from tui.library import clippings
from tui.library.store import Store
from tui.parser import Document
from tui.text.fingerprint import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Le budget des écoles attendra encore un an."
ARTICLE = told("Écoles", ("Volodymyr Zelenskyy", WORDS), role="président",
               figures=((20, "écoles"),))  # fmt: skip
OTHER = told("Autre", ("V. Zelensky", "Nous tiendrons."))


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "library.db"
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(file))
    store = Store.open(file)
    one, _ = put(store, ARTICLE, OTHER)
    quote = ARTICLE.quotes[0]
    clippings.keep(store, one, "quote", quote.start, quote.end, note="à revoir", tags=["budget"])
    clippings.keep(store, one, "sentence", 0, 6)
    store.close()
    return file


Said = pytest.CaptureFixture[str]


def test_people_are_listed_under_all_their_names(library: Path, capsys: Said) -> None:
    assert main(["people", "zelensky", "--format", "jsonl"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    one = json.loads(line)
    assert (one["name"], one["others"]) == ("Volodymyr Zelenskyy", "V. Zelensky")
    assert (one["quotes"], one["articles"], one["roles"]) == (2, 2, "président")
    for form in ("table", "json", "csv", "markdown"):
        assert main(["people", "--format", form]) == 0
        assert "Volodymyr Zelenskyy" in capsys.readouterr().out


def test_people_are_joined_and_parted_and_that_is_taken_back(library: Path, capsys: Said) -> None:
    with closing(Store.open(library)) as store:
        put(store, told("Tiers", ("Nora Vial", "Je vote."), ("Lise Vial", "Moi aussi.")))

    def names(query: str = "") -> set[str]:
        capsys.readouterr()
        assert main(["people", *query.split(), "--format", "jsonl"]) == 0
        lines = map(json.loads, capsys.readouterr().out.splitlines())
        return {"+".join(filter(None, (one["name"], one["others"]))) for one in lines}

    president = "Volodymyr Zelenskyy+V. Zelensky"
    assert names() == {president, "Nora Vial", "Lise Vial"}
    assert main(["people", "part", "v. zelensky"]) == 0
    assert "somebody else now; “newsreader people undo”" in capsys.readouterr().out
    assert "V. Zelensky" in names()
    assert main(["people", "undo"]) == 0
    assert president in names()
    assert main(["people", "join", "vial", "Volodymyr Zelenskyy"]) == 1
    assert "vial: several people; give a number" in capsys.readouterr().err
    assert main(["people", "join", "nora vial", "lise"]) == 0
    assert len(names()) == 2
    assert main(["people", "join", "nora", "lise"]) == 1
    assert main(["people", "undo"]) == 0
    assert main(["people", "undo"]) == 1
    assert len(names()) == 3
    assert main(["people", "join", "nora", "zorro"]) == 1
    assert main(["people", "part", "Nora Vial"]) == 1
    assert main(["people", "join", "nora"]) == 2
    assert names("dit:vote") == {"Nora Vial"}
    assert names("join") == set()


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown", "bibtex", "csl"])
@pytest.mark.parametrize("command", ["quotes", "figures", "kept"])
def test_every_export_verifies_and_a_changed_one_does_not(
    library: Path, tmp_path: Path, capsys: Said, command: str, form: str
) -> None:
    assert main([command, "--format", form]) == 0
    file = tmp_path / "export"
    written = capsys.readouterr().out
    file.write_text(written, "utf-8")
    assert main(["verify", str(file)]) == 0
    told_ = capsys.readouterr().out
    number = 1 if command == "figures" else 2
    assert told_.startswith(f"{number} of {number} piece")
    text_hash = fingerprint(ARTICLE.text).hex()
    for before, after in (("attendra", "arrive"), (text_hash, "0" * 32)):
        if before in written and not (command == "figures" and before == "attendra"):
            file.write_text(written.replace(before, after), "utf-8")
            assert main(["verify", str(file)]) == 1
    capsys.readouterr()


def test_an_export_of_an_article_that_has_changed_since_is_verified_as_such(
    library: Path, tmp_path: Path, capsys: Said
) -> None:
    main(["quotes", "--format", "jsonl"])
    file = tmp_path / "export.jsonl"
    file.write_text(capsys.readouterr().out, "utf-8")
    store = Store.open(library)
    newer = Document(ARTICLE.text.replace("20", "30"), title="Écoles", url=ARTICLE.document.url)
    store.add([(newer, "/Écoles.txt")])
    store.close()
    assert main(["verify", str(file)]) == 0
    assert "1 of them stands in an earlier version" in capsys.readouterr().out


def test_a_file_that_is_no_export_is_one_line(library: Path, tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Rien.", "utf-8")
    for path in (file, tmp_path / "none", tmp_path):
        assert main(["verify", str(path)]) == 1
        told_ = capsys.readouterr()
        assert told_.out == ""
        assert len(told_.err.splitlines()) == 1


def test_what_is_kept_is_listed_with_its_note(library: Path, capsys: Said) -> None:
    assert main(["kept", "tag:budget", "--format", "json"]) == 0
    [one] = json.loads(capsys.readouterr().out)
    assert (one["text"], one["note"], one["tags"]) == (WORDS, "à revoir", "budget")
    assert (one["speaker"], one["role"], one["paragraph"]) == (
        "Volodymyr Zelenskyy", "président", 2
    )  # fmt: skip


def test_words_heard_elsewhere_are_checked_with_differences_marked(
    library: Path, capsys: Said
) -> None:
    assert main(["check", "le budget des écoles attendra encore deux ans"]) == 0
    told_ = capsys.readouterr().out
    assert "[-deux ans-]" in told_
    assert "Volodymyr Zelenskyy · Écoles · 6 May 2024" in told_
    assert main(["check", "18 écoles", "--format", "json"]) == 0
    [figure] = json.loads(capsys.readouterr().out)
    assert (figure["type"], figure["value"], figure["nearness"]) == ("figure", 20, 0.1111)
    assert main(["check", "zèbre"]) == 1
    assert "nothing near" in capsys.readouterr().err


def test_csv_is_french_under_a_french_interface(library: Path, capsys: Said) -> None:
    assert main(["--ui", "fr", "quotes", "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("\ufeffarticle;title;")
    assert main(["--ui", "fr", "quotes", "--csv", "en"]) == 0
    assert capsys.readouterr().out.startswith("article,title,")
    assert main(["quotes", "--csv", "fr"]) == 0
    assert capsys.readouterr().out.startswith("\ufeffarticle;title;")


def test_a_page_of_an_article_verifies(library: Path, tmp_path: Path, capsys: Said) -> None:
    source = tmp_path / "a.md"
    source.write_text("# Prix\n\n« Le prix double », a dit Nora Vial. Il vaut 20 euros.\n", "utf-8")
    assert main(["add", str(source)]) == 0
    capsys.readouterr()
    assert main(["extract", "--format", "html", str(source)]) == 0
    file = tmp_path / "a.html"
    file.write_text(capsys.readouterr().out, "utf-8")
    assert main(["verify", str(file)]) == 0
    assert "2 of 2 pieces" in capsys.readouterr().out
