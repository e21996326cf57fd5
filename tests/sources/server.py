"""A real HTTP server on this machine, that answers as a test tells it to."""

from __future__ import annotations

import ssl
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Asked(NamedTuple):
    """A request as it came."""

    path: str
    headers: dict[str, str]


@dataclass
class Answer:
    """What to say to it."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    drip: float = 0.0
    """Seconds between two bytes of the body."""
    cut: bool = False
    """Whether the connection ends before all that was promised has come."""


@dataclass
class Server:
    """What answers, and what it was asked."""

    url: str
    answers: dict[str, Answer | Callable[[Asked], Answer]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    certificate: Path | None = None
    """With it, the server is a proxy for TLS too, and answers for those it is asked to reach."""
    busiest: int = 0
    """The most requests that waited for their last byte at once."""

    def __setitem__(self, path: str, answer: Answer | Callable[[Asked], Answer]) -> None:
        self.answers[path] = answer

    def at(self, path: str) -> str:
        """Give the whole address of a path."""
        return self.url + path


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server for as long as it is needed."""
    over = threading.Event()
    counting = threading.Lock()
    under_way: set[BaseHTTPRequestHandler] = set()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(BrokenPipeError, ConnectionResetError):
                self._answer()

        def do_CONNECT(self) -> None:
            asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()})
            server.asked.append(asked)
            answer = server.answers.get(self.path, Answer(403))
            assert isinstance(answer, Answer)
            self.send_response(answer.status)
            self.end_headers()
            if answer.status == 200 and server.certificate is not None:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(server.certificate)
                with context.wrap_socket(self.connection, server_side=True) as inside:
                    self.rfile, self.wfile = inside.makefile("rb"), inside.makefile("wb")
                    self.handle_one_request()

        def _answer(self) -> None:
            asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()})
            server.asked.append(asked)
            with counting:
                under_way.add(self)
                server.busiest = max(server.busiest, len(under_way))
            answer = server.answers.get(self.path, Answer(404))
            answer = answer(asked) if callable(answer) else answer
            self.send_response(answer.status)
            headers = {"Content-Length": str(len(answer.body) + answer.cut)} | answer.headers
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            last = len(answer.body) - 1 if answer.drip else 0
            for byte in answer.body[:last]:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                if over.wait(answer.drip):
                    break
            with counting:
                under_way.discard(self)
            self.wfile.write(answer.body[last:])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            """Say nothing."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    server = Server(f"http://127.0.0.1:{httpd.server_port}")
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        over.set()
        httpd.shutdown()
        thread.join()
        httpd.server_close()
