"""A store as the screens use it: questions on any thread, changes one after the other on one."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library.store import Store

T = TypeVar("T")


class Shelf:
    """Keeps what the user does in the order in which they did it, and the screen from waiting."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")

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
