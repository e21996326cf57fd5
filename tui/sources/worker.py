"""What reads hostile bytes runs in a process of its own, which may be killed without loss.

`read` sends the bytes there and waits for the articles, but no longer than the deadline. The
process serves one request after the other and ends by itself when nobody has asked for a while.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass, field
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, Literal

from tui import locale
from tui.parser import Block, Document, PartialDate
from tui.sources.loaded import Loaded, SourceError

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["page", "mhtml", "mail", "feed", "pdf", "docx"]

_READERS: Mapping[str, str] = {
    "page": "tui.sources.pages.reading",
    "mhtml": "tui.sources.mail.saved",
    "mail": "tui.sources.mail.reading",
    "feed": "tui.sources.feeds.reading",
    "pdf": "tui.sources.office.pdf",
    "docx": "tui.sources.office.docx",
}
"""The modules whose `read(data, given)` gives an `Answer`."""

MEMORY = 2_000_000_000
"""Bytes of address space that the process may have, where the system can hold it to that."""
IDLE = 60.0
"""Seconds after which a process that nobody asks anything ends."""

_HEADER = 12
"""Digits of the length that goes before every message."""


class WorkerError(Exception):
    """The process died or ran out of time: the bytes are more than they should be."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of bytes from outside."""

    name: str
    """As it is shown in messages."""
    origin: str
    """Where the article is from: a path as it is shown, a URL, "-"."""
    url: str | None = None
    charset: str | None = None
    """The encoding that came with them, by HTTP or mail."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader found."""

    articles: tuple[Loaded, ...] = ()
    about: dict[str, str] = field(default_factory=dict)
    """What was said of all of them: a feed's "title" and "site", a page's "feed"."""


class _Process:
    """One worker process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from tui.sources.worker import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C is for the program, not for it
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def kill(self) -> None:
        self._process.kill()

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def ask(self, header: dict[str, Any], data: bytes, seconds: float) -> dict[str, Any]:
        """Send a request and give the answer; `WorkerError` when there is none in time."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None  # noqa: S101 - both are pipes
        assert stdout is not None  # noqa: S101
        alarm = threading.Timer(seconds, self._process.kill)
        alarm.daemon = True
        alarm.start()
        try:
            _send(stdin, json.dumps(header).encode())
            _send(stdin, data)
            answer: dict[str, Any] = json.loads(_receive(stdout))
        except (OSError, EOFError, ValueError) as error:
            raise WorkerError from error
        finally:
            alarm.cancel()
        return answer

    def end(self) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be sent
                    continue
        self._process.wait()


class Worker:
    """A process that is begun when it is needed, and begun again when it has died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: _Process | None = None
        self._asked: _Process | None = None
        """The process while it has a request to answer."""

    def ask(self, header: dict[str, Any], data: bytes, seconds: float) -> dict[str, Any]:
        """Put one request after the other to the process."""
        with self._lock:
            if self._process is not None and self._process.has_ended:  # nobody asked for long
                self.end()
            self._process = self._process or _Process()
            self._asked = self._process
            try:
                return self._process.ask(header, data, seconds)
            except BaseException:  # also Ctrl+C: what it still has to say answers nobody now
                self.end()
                raise
            finally:
                self._asked = None

    def end(self) -> None:
        """End the process; the next request begins another."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def interrupt(self) -> None:
        """Have the request that is under way fail now; called from another thread."""
        if (process := self._asked) is not None:
            process.kill()

    def forget(self) -> None:
        """Leave the process to whom it belongs: a forked child must not talk to it."""
        self._lock = threading.Lock()
        self._process = self._asked = None


_FEEDS = Worker()
"""A long feed must not keep the page waiting that somebody wants to read."""
_OTHERS = Worker()


def read(kind: Kind, data: bytes, given: Given, seconds: float) -> Answer:
    """Read bytes in a worker process.

    Raises `SourceError` for what cannot be read and says why, `WorkerError` for what killed the
    process or took longer than `seconds`.
    """
    worker = _FEEDS if kind == "feed" else _OTHERS
    header = {"kind": kind, "ui": locale.current(), **asdict(given)}
    answer = worker.ask(header, data, seconds)
    if "error" in answer:
        raise SourceError(answer["error"])
    return Answer(tuple(map(_unpack, answer["articles"])), answer["about"])


def stop_feeds() -> None:
    """Stop reading the feed that is being read: nobody waits for it any longer."""
    _FEEDS.interrupt()


def end() -> None:
    """End the processes; the next `read` begins others."""
    for worker in (_FEEDS, _OTHERS):
        worker.end()


def _forget() -> None:
    for worker in (_FEEDS, _OTHERS):
        worker.forget()


atexit.register(end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


def serve() -> None:
    """Be the worker process: answer requests from standard input until it ends."""
    _limit_memory()
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not spoil the answers
    while True:
        idle = threading.Timer(IDLE, os._exit, [0])
        idle.daemon = True
        idle.start()
        try:
            header = json.loads(_receive(stdin))
        except EOFError:
            return
        idle.cancel()
        data = _receive(stdin)
        locale.use(header.pop("ui"))
        module = import_module(_READERS[header.pop("kind")])
        try:
            answer = module.read(data, Given(**header))
            told = {"articles": list(map(_pack, answer.articles)), "about": answer.about}
        except SourceError as error:
            told = {"error": str(error)}
        _send(stdout, json.dumps(told, ensure_ascii=False).encode("utf-8", "replace"))


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (OSError, ValueError):  # a system that knows no such limit, or has a lower one
        return


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(b"%0*d" % (_HEADER, len(message)))
    stream.write(message)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    length = stream.read(_HEADER)
    if len(length) < _HEADER:
        raise EOFError
    message = stream.read(int(length))
    if len(message) < int(length):
        raise EOFError
    return message


def _pack(loaded: Loaded) -> list[Any]:
    document = loaded.document
    return [
        document.text,
        [[b.start, b.end, b.kind, b.level, b.href] for b in document.blocks],
        document.title,
        document.byline,
        document.published.isoformat() if document.published else None,
        document.language,
        document.url,
        loaded.origin,
        loaded.notice,
        loaded.file,
    ]


def _unpack(packed: list[Any]) -> Loaded:
    text, blocks, title, byline, published, language, url, origin, notice, file = packed
    document = Document(
        text=text,
        blocks=tuple(Block(*block) for block in blocks),
        title=title,
        byline=byline,
        published=PartialDate.fromisoformat(published) if published else None,
        language=language,
        url=url,
    )
    return Loaded(document, origin, notice, file)
