"""Connections that lead to the public Internet only, and end when their time is up.

The address is checked where the connection is made, after the name has been looked up: a name may
mean another address each time it is asked for.
"""

from __future__ import annotations

import socket
import threading
import time
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any

import httpcore2

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

_SLICE = 0.25
"""Seconds after which a wait looks whether it has been stopped."""

_TRANSLATED = ip_network("64:ff9b::/96")
"""Addresses that hold an IPv4 address in their last bits, for networks without IPv4."""


class PrivateAddressError(Exception):
    """The address is this machine's, its network's, or nobody's."""


class TooLongError(Exception):
    """The time is up."""


class StoppedError(Exception):
    """Nobody waits any longer."""


class Deadline:
    """How long a request may still take, and whether anybody wants it still."""

    def __init__(self, seconds: float, stop: threading.Event) -> None:
        self._until = time.monotonic() + seconds
        self._stop = stop

    def slice(self) -> float:
        """Give how long to wait before asking again; raises when there is no reason to."""
        if self._stop.is_set():
            raise StoppedError
        left = self._until - time.monotonic()
        if left <= 0:
            raise TooLongError
        return min(left, _SLICE)

    def left(self) -> float:
        """Give all the time that is left, for what cannot be asked twice."""
        self.slice()
        return self._until - time.monotonic()


class Backend(httpcore2.NetworkBackend):
    """Makes the connections of one request."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline is the timeout
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first of a host's addresses that answers; all of them must be public."""
        addresses = self._look_up(host, port)
        if not self._allow_private and not all(map(is_public, addresses)):
            raise PrivateAddressError(host)
        failure: Exception = httpcore2.ConnectError(host)
        for address in addresses:
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self._deadline.left(), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
                continue
            peer = stream.get_extra_info("server_addr")[0]
            if not self._allow_private and not is_public(peer):
                stream.close()
                raise PrivateAddressError(host)
            return _Stream(stream, self._deadline)
        raise failure

    def _look_up(self, host: str, port: int) -> list[str]:
        """Look a name up in a thread of its own: the system's resolver knows no deadline."""
        found: list[Any] = []

        def ask() -> None:
            try:
                found.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
            except OSError as error:
                found.append(error)
            except UnicodeError:  # a label too long to be a name
                found.append(socket.gaierror(socket.EAI_NONAME, "not a name"))

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        while thread.is_alive():
            thread.join(self._deadline.slice())
        [answer] = found
        if isinstance(answer, OSError):
            raise httpcore2.ConnectError(host) from answer
        return list(dict.fromkeys(str(place[4][0]) for place in answer))


class _Stream(httpcore2.NetworkStream):
    """A connection whose every wait ends with the deadline, however little comes each time."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        while True:
            try:
                return self._stream.read(max_bytes, self._deadline.slice())
            except httpcore2.ReadTimeout:
                continue

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def is_public(address: str) -> bool:
    """Say whether an address is one of the public Internet, and leads to no other."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast for one in (found, *_inside(found)))


def _inside(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """Give the IPv4 addresses that an IPv6 address leads to."""
    if isinstance(address, IPv4Address):
        return []
    inside = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _TRANSLATED:
        inside.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in inside if one is not None]
