from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.app.screens.libraries import small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.library.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    opened = small()
    yield opened
    opened.close()
