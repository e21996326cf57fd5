"""The query language: text to tree to SQL, the pages that a query gives, and its completion."""

from __future__ import annotations

from tui.library.query.errors import QueryError
from tui.library.query.grammar import parse
from tui.library.query.tree import Query

__all__ = ["Query", "QueryError", "parse"]
