"""A store as the screens use it: questions on any thread, changes one after the other on one."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library.store import Store

T = TypeVar("T")


class Shelf:
    """Keeps what the user does in the order in which they did it, and the screen from waiting."""

    def __init__(self, store: Store | Callable[[], Store]) -> None:
        """Take a store, or what opens one when it is needed first."""
        self._store = store
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")

    @cached_property
    def store(self) -> Store:
        """The store itself, to be asked what takes no time."""
        return self._store() if callable(self._store) else self._store

    async def ask(self, question: Callable[[Store], T]) -> T:
        """Ask the store something that may take longer than a frame."""
        return await asyncio.to_thread(question, self.store)

    async def change(self, change: Callable[[Store], T]) -> T:
        """Have the store changed, after all changes that were asked for before."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, change, self.store)

    def change_quietly(self, change: Callable[[Store], object]) -> None:
        """Have something noted that nobody asked for and nobody misses, such as a place."""
        if not self.store.read_only:
            self._writer.submit(change, self.store)

    def close(self) -> None:
        """Finish the changes, and close the store."""
        self._writer.shutdown()
        self.store.close()
