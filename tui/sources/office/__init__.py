"""Files of offices, read where the extra `office` is installed. Runs in the worker process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.locale import _
from tui.sources.loaded import SourceError

if TYPE_CHECKING:
    from tui.sources.worker import Given


def missing(given: Given) -> SourceError:
    """Say what to install."""
    return SourceError(
        _('{name}: reading this kind needs an extra; pip install "newsreader-tui[office]"').format(
            name=given.name
        )
    )


def unreadable(given: Given) -> SourceError:
    """Say that a file is damaged, or not what its name says."""
    return SourceError(
        _("{name}: damaged, locked by a password, or not what its name says").format(
            name=given.name
        )
    )
