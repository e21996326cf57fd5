"""One GET, with all that the server may not do to us."""

from __future__ import annotations

import re
import ssl
import threading
import time
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpcore2

from tui import __version__
from tui.locale import _
from tui.sources.loaded import SourceError
from tui.sources.metadata import web_address
from tui.sources.network.guard import (
    Backend,
    Deadline,
    PrivateAddressError,
    StoppedError,
    TooLongError,
)
from tui.sources.network.policy import retry_after
from tui.sources.network.proxies import ProxyBackend, ProxyError, may_be_public, proxy_for
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

AGENT = f"newsreader-tui/{__version__}"

_ACCEPT = (
    "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml,"
    " application/feed+json, application/xml;q=0.9, */*;q=0.5"
)

_MOVED = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})

_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)

_CHUNK = 65_536
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may cost."""

    seconds: float = 20.0
    """From looking up the name to the last byte, redirects included."""
    received: int = 16_000_000
    """Bytes that come over the network."""
    decoded: int = 32_000_000
    """Bytes that they unpack to."""
    redirects: int = 5
    at_once: int = 4
    """Requests at the same time; of those, one a host."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask it by whether anything is new, exactly as it came."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What came: a body, or with status 304 the word that nothing is new."""

    url: str
    """Where it was in the end."""
    moved: str | None
    """Where it is from now on, when the server says so for good."""
    status: int
    headers: Mapping[str, str]
    """By their names in lower case."""
    body: bytes = field(repr=False, default=b"")

    @property
    def validators(self) -> Validators:
        """What to ask by the next time."""
        return Validators(self.headers.get("etag"), self.headers.get("last-modified"))

    @property
    def charset(self) -> str | None:
        """The encoding that the server names."""
        found = re.search(
            r"charset=[\"']?([\w.:-]+)", self.headers.get("content-type", ""), re.IGNORECASE
        )
        return found[1] if found else None


class FetchError(SourceError):
    """Nothing came, and why: one translated line that names the address."""

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        wait: float | None = None,
        is_unreachable: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.is_unreachable = is_unreachable
        """Whether nobody answered: the fault may be ours."""
        self.wait = wait
        """Seconds that the server asks us to stay away for."""


class Client:
    """Fetches for any number of threads."""

    def __init__(self, limits: Limits = Limits(), *, allow_private: bool = False) -> None:
        self._limits = limits
        self.allows_private = allow_private
        """Whether every address is let through, that of one's own network too."""
        self._stop = threading.Event()
        self._turn = threading.Condition()
        self._busy: set[str] = set()

    def stop(self) -> None:
        """End every request that is under way, and let none begin."""
        self._stop.set()

    def get(
        self,
        url: str,
        validators: Validators = Validators(),
        *,
        allow_private: bool = False,
    ) -> Reply:
        """Fetch an address; `FetchError` for all that may go wrong."""
        try:
            return self._follow(url, validators, allow_private or self.allows_private)
        except (*_FAILURES, ssl.SSLError) as error:
            _explain(url, error, self._limits)

    @contextmanager
    def _alone_with(self, host: str) -> Iterator[None]:
        """Wait until nobody else asks this host, and few others."""
        with self._turn:
            while host in self._busy or len(self._busy) >= self._limits.at_once:
                if self._stop.is_set():
                    raise StoppedError
                self._turn.wait(0.1)
            self._busy.add(host)
        try:
            yield
        finally:
            with self._turn:
                self._busy.discard(host)
                self._turn.notify_all()

    def _follow(self, url: str, validators: Validators, allow_private: bool) -> Reply:
        left = self._limits.seconds
        moved: str | None = None
        for_good = True
        here = _checked(url, url)
        for _hop in range(self._limits.redirects + 1):
            with self._alone_with(urlsplit(here).hostname or ""):
                begun = time.monotonic()  # waiting for one's turn costs nothing
                deadline = Deadline(left, self._stop)
                status, headers, body = self._ask(here, validators, deadline, allow_private)
                left -= time.monotonic() - begun
            target = headers.get("location")
            if status not in _MOVED or not target:
                if status not in (200, 203, 226, 304):
                    _refuse(url, status, headers)
                return Reply(here, moved, status, headers, body)
            here = _checked(urljoin(here, target), url)
            for_good = for_good and status in _FOR_GOOD
            moved = here if for_good else moved
        raise FetchError(
            _("{url}: redirected more than {n} times").format(
                url=clean_line(url), n=self._limits.redirects
            )
        )

    def _ask(
        self, url: str, validators: Validators, deadline: Deadline, allow_private: bool
    ) -> tuple[int, dict[str, str], bytes]:
        """Send one request, follow nothing, and read no more than the limits allow."""
        headers = {
            "Host": urlsplit(url).netloc,
            "User-Agent": AGENT,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        if validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators.modified:
            headers["If-Modified-Since"] = validators.modified
        with (
            _pool(url, deadline, allow_private=allow_private) as pool,
            pool.stream(
                "GET", url, headers=[(k.encode(), v.encode("latin-1")) for k, v in headers.items()]
            ) as response,
        ):
            got = {
                name.decode("latin-1").lower(): value.decode("latin-1")
                for name, value in response.headers
            }
            if response.status != 200:
                return response.status, got, b""
            if int(_digits(got.get("content-length"))) > self._limits.received:
                raise _TooLargeError
            chunks = _counted(response.iter_stream(), self._limits.received)
            unpacked = _unpacked(chunks, got.get("content-encoding", ""), self._limits.decoded)
            return response.status, got, b"".join(unpacked)


def _pool(url: str, deadline: Deadline, *, allow_private: bool) -> httpcore2.ConnectionPool:
    """Give what makes the connection: to the host itself, or to the proxy that stands before it."""
    proxy = proxy_for(url)
    if proxy is None:
        return httpcore2.ConnectionPool(
            ssl_context=_trust(), network_backend=Backend(deadline, allow_private=allow_private)
        )
    host = urlsplit(url).hostname or ""
    if not allow_private and not may_be_public(host):
        raise PrivateAddressError(host)
    return httpcore2.HTTPProxy(
        proxy.url,
        proxy.auth,
        ssl_context=_trust(),
        proxy_ssl_context=_trust() if proxy.url.startswith("https:") else None,
        network_backend=ProxyBackend(deadline, allow_private=True),
    )


class _TooLargeError(Exception):
    """More than the limits allow."""


class _EncodingError(Exception):
    """A packing that was not asked for, or that is broken."""


_FAILURES = (
    httpcore2.NetworkError,
    httpcore2.TimeoutException,
    httpcore2.ProtocolError,
    httpcore2.UnsupportedProtocol,
    httpcore2.ProxyError,
    PrivateAddressError,
    ProxyError,
    TooLongError,
    StoppedError,
    _TooLargeError,
    _EncodingError,
)


_TIMELY = (9, 10)
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""


@cache
def _trust() -> ssl.SSLContext:
    """Trust whom the system trusts; reading its list takes time, so once is enough."""
    return httpcore2.default_ssl_context()


def _digits(text: str | None) -> str:
    return text if text and re.fullmatch(r"\d{1,18}", text, re.ASCII) else "0"


def _checked(url: str, asked: str) -> str:
    """Write an address as HTTP wants it; refuse what is not the web, or holds a password."""
    address = web_address(url)
    try:
        parts = urlsplit(address or "")
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        host = ""
        address = None
    if address is None or not host or parts.username is not None:
        raise FetchError(
            _("{url}: leads to what is not a web address: {target}").format(
                url=clean_line(asked), target=clean_line(url)[:200]
            )
        )
    netloc = f"[{host}]{port}" if ":" in host else f"{host}{port}"
    path = quote(parts.path or "/", safe="%/:=&~+!$,;'@()*")
    query = quote(parts.query, safe="%/:=&?~+!$,;'@()*[]|")
    return urlunsplit((parts.scheme.lower(), netloc, path, query, ""))


def _counted(chunks: Iterator[bytes], most: int) -> Iterator[bytes]:
    count = 0
    for chunk in chunks:
        count += len(chunk)
        if count > most:
            raise _TooLargeError
        yield chunk


def _unpacked(chunks: Iterator[bytes], encoding: str, most: int) -> Iterator[bytes]:
    """Unpack a body a little at a time, so that no bomb goes off."""
    names = [name.strip().lower() for name in encoding.split(",")]
    names = [name for name in names if name not in ("", "identity")]
    if not names:
        yield from _counted(chunks, most)
    elif names in (["gzip"], ["x-gzip"]):
        yield from _counted(_inflated(chunks, 31), most)
    elif names == ["deflate"]:
        first = next(chunks, b"")
        # Some servers send the bare stream, without the two bytes that a deflate body begins with.
        zlibbed = len(first) > 1 and first[0] & 0x0F == 8 and (first[0] << 8 | first[1]) % 31 == 0
        yield from _counted(_inflated(_after(first, chunks), 15 if zlibbed else -15), most)
    else:
        raise _EncodingError


def _after(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _inflated(chunks: Iterator[bytes], bits: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(bits)
    begun = False
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                if unpacker.eof:  # a body may be several gzip files, one after the other
                    if not rest.startswith(_GZIP):
                        break
                    unpacker = zlib.decompressobj(bits)
                yield unpacker.decompress(rest, _CHUNK)
                begun = True
                rest = unpacker.unconsumed_tail or unpacker.unused_data
        while not unpacker.eof and (more := unpacker.decompress(b"", _CHUNK)):
            yield more
    except zlib.error as error:
        raise _EncodingError from error
    if begun and not unpacker.eof:
        raise _EncodingError


def _refuse(url: str, status: int, headers: Mapping[str, str]) -> NoReturn:
    """Say what the server's answer means."""
    address = clean_line(url)
    if status == 410:
        message = _("{url}: gone for good, says the server (410)")
    elif status == 404:
        message = _("{url}: nothing there (404); check the address")
    elif status in (401, 402, 403):
        message = _("{url}: the server refuses access ({status})")
    elif status == 407:
        message = _("{url}: the proxy wants a name and password (407): HTTP_PROXY may hold them")
    elif status in (429, 503):
        message = _("{url}: the server asks for fewer requests ({status}); try later")
    elif status >= 500:
        message = _("{url}: the server failed ({status}); try later")
    else:
        message = _("{url}: an answer without an article ({status})")
    raise FetchError(
        message.format(url=address, status=status), status=status, wait=retry_after(headers)
    )


def _explain(url: str, error: Exception, limits: Limits) -> NoReturn:
    """Say in a line why nothing came."""
    reason = error.__cause__ or error.__context__ or error
    is_insecure = isinstance(reason, ssl.SSLError)
    millions = limits.received // 1_000_000
    match error:
        case PrivateAddressError():
            message = _("{url}: leads to a private address; --allow-private lets it through")
        case TooLongError() | httpcore2.TimeoutException():
            message = _("{url}: no whole answer within {seconds} seconds")
        case StoppedError():
            message = _("{url}: stopped")
        case _TooLargeError():
            message = _("{url}: larger than {millions} MB, or unpacks to more")
        case _EncodingError():
            message = _("{url}: packed in a way that cannot be undone")
        case ProxyError():
            message = "{url}: {told}"
        case httpcore2.ProxyError():
            message = _("{url}: the proxy refuses it ({told})")
        case _ if getattr(reason, "verify_code", None) in _TIMELY:
            message = _("{url}: its certificate is not valid today; check this machine's date")
        case _ if is_insecure:
            message = _("{url}: no secure connection; its certificate is not valid")
        case httpcore2.ConnectError():
            message = _("{url}: cannot be reached; check the address and your connection")
        case _:
            message = _("{url}: the connection broke off")
    raise FetchError(
        message.format(
            url=clean_line(url),
            seconds=f"{limits.seconds:g}",
            millions=millions,
            told=clean_line(str(error))[:200],
        ),
        is_unreachable=isinstance(error, ProxyError | httpcore2.ConnectError) and not is_insecure,
    ) from error
