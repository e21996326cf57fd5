"""What the code may not do, asked of the code: markup, a shell, formatted SQL, foreign links."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TUI = Path(__file__).parents[1] / "tui"
CALLS = [
    (file.relative_to(TUI), ast.unparse(node.func), node)
    for file in sorted(TUI.rglob("*.py"))
    for node in ast.walk(ast.parse(file.read_text("utf-8")))
    if isinstance(node, ast.Call)
]
"""Every call of the program: its file, the name that is called, dotted, and the call."""


def where(test: Callable[[str, ast.Call], bool]) -> list[str]:
    """List the calls that a test is true of."""
    assert len(CALLS) > 3_000
    return [
        f"{file}:{call.lineno}: {ast.unparse(call)[:80]}"
        for file, name, call in CALLS
        if test(name, call)
    ]


def is_on(call: ast.Call, keyword: str) -> bool:
    return any(
        k.arg == keyword and not (isinstance(k.value, ast.Constant) and k.value.value is False)
        for k in call.keywords
    )


def test_nothing_runs_in_a_shell() -> None:
    shells = {"os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput"}
    assert where(lambda name, call: name in shells or is_on(call, "shell")) == []


def test_nothing_is_evaluated() -> None:
    assert where(lambda name, _: name in {"eval", "exec", "pickle.loads", "marshal.loads"}) == []


def test_nothing_is_read_as_markup() -> None:
    readers = (
        "from_markup",
        "Text.from_markup",
        "Content.from_markup",
        "Markdown",
        "render_markup",
    )
    assert where(lambda name, call: is_on(call, "markup") or name.endswith(readers)) == []


def test_a_widget_gets_content_never_a_bare_string() -> None:
    def bare(name: str, call: ast.Call) -> bool:
        if name not in {"Static", "Label", "Button"} or not call.args:
            return False
        return not (isinstance(call.args[0], ast.Call) and "Content" in ast.unparse(call.args[0]))

    assert where(bare) == []


def test_sql_is_never_formatted_from_values() -> None:
    """A value is always a parameter. An f-string may join constants; the linter (S608) asks for the
    reason each time, and tests/hostile sends statements as text and as queries.
    """

    def formatted(name: str, call: ast.Call) -> bool:
        if name.rpartition(".")[2] not in {"execute", "executemany", "executescript"}:
            return False
        statement = call.args[0] if call.args else None
        return isinstance(statement, ast.BinOp) or (
            isinstance(statement, ast.Call) and ast.unparse(statement.func).endswith(".format")
        )

    assert where(formatted) == []
