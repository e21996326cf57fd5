"""What is wrong with a query, where, and how to write it."""

from __future__ import annotations


class QueryError(ValueError):
    """A query that cannot be read: `text[start:end]` is what is wrong, the message how to say it.

    The message is one translated line, to be shown beside the query.
    """

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = end
