from __future__ import annotations

import gzip
import socket
import ssl
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpcore2
import pytest

from tests.sources.server import Answer, Server, serving
from tui import __version__
from tui.sources.network import guard, policy
from tui.sources.network.client import Client, FetchError, Limits, Validators, _explain

if TYPE_CHECKING:
    from collections.abc import Callable

BODY = "Le bac est réparé.".encode() * 200


@pytest.fixture
def client() -> Client:
    return Client(Limits(seconds=5.0, received=100_000, decoded=200_000), allow_private=True)


def fails(client: Client, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        client.get(url)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(url)
    return message.removeprefix(url)


def test_what_is_there_comes_and_who_asks_is_said(server: Server, client: Client) -> None:
    server["/a?q=%C3%A9"] = Answer(
        headers={"ETag": '"x"', "Content-Type": "text/html; Charset=UTF-8"}, body=BODY
    )
    reply = client.get(server.at("/a?q=é#part"))
    assert (reply.body, reply.moved, reply.charset) == (BODY, None, "UTF-8")
    assert server.asked[-1].headers["user-agent"] == f"newsreader-tui/{__version__}"


def test_validators_go_back_exactly_as_they_came(server: Server, client: Client) -> None:
    odd = Validators('W/"a,b', "Tue, 12 Mar 2024 08:05:00 +0000")
    server["/a"] = Answer(304)
    assert client.get(server.at("/a"), odd).status == 304
    headers = server.asked[-1].headers
    assert headers["if-none-match"] == odd.etag
    assert headers["if-modified-since"] == odd.modified


@pytest.mark.parametrize(
    ("statuses", "for_good"),
    [([301, 308], True), ([301, 302], False), ([307], False), ([303], False)],
)
def test_what_has_moved_is_followed(
    server: Server, client: Client, statuses: list[int], for_good: bool
) -> None:
    for n, status in enumerate(statuses):
        server[f"/{n}"] = Answer(status, {"Location": f"/{n + 1}"})
    server[f"/{len(statuses)}"] = Answer(body=BODY)
    reply = client.get(server.at("/0"))
    assert reply.body == BODY
    assert reply.url == server.at(f"/{len(statuses)}")
    assert (reply.moved == reply.url) == for_good


def test_a_circle_ends(server: Server, client: Client) -> None:
    server["/a"] = Answer(302, {"Location": "/a"})
    assert fails(client, server.at("/a")) == ": redirected more than 5 times"
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.fr/b", "http://u:p@a.fr"]
)
def test_a_redirect_leads_only_to_the_web(server: Server, client: Client, target: str) -> None:
    server["/a"] = Answer(302, {"Location": target})
    assert "leads to what is not a web address" in fails(client, server.at("/a"))


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (404, "nothing there (404)"), (410, "gone for good"), (403, "refuses access (403)"),
        (500, "the server failed (500)"), (502, "the server failed (502)"),
    ],
)  # fmt: skip
def test_a_refusal_is_one_line(server: Server, client: Client, status: int, told: str) -> None:
    server["/a"] = Answer(status)
    assert told in fails(client, server.at("/a"))


def test_a_server_that_is_asked_too_often_says_when_to_come_back(
    server: Server, client: Client
) -> None:
    server["/a"] = Answer(429, {"Retry-After": "120"})
    with pytest.raises(FetchError) as caught:
        client.get(server.at("/a"))
    assert (caught.value.status, caught.value.wait) == (429, 120.0)


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("gzip", gzip.compress),
        ("gzip", lambda data: gzip.compress(data[:100]) + gzip.compress(data[100:])),
        ("gzip", lambda data: gzip.compress(data) + b"\0" * 20),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
        ("identity", bytes),
    ],
)
def test_what_is_packed_is_unpacked(
    server: Server, client: Client, name: str, pack: Callable[[bytes], bytes]
) -> None:
    server["/a"] = Answer(headers={"Content-Encoding": name}, body=pack(BODY))
    assert client.get(server.at("/a")).body == BODY


BOMB = gzip.compress(b"\0" * 5_000_000, mtime=0)


@pytest.mark.parametrize(
    ("encoding", "body", "told"),
    [
        ("gzip", BOMB, "larger than 0 MB, or unpacks to more"),
        ("deflate", zlib.compress(b"\0" * 5_000_000), "larger than 0 MB, or unpacks to more"),
        ("gzip, gzip", gzip.compress(BOMB, mtime=0), "cannot be undone"),
        ("br", b"abc", "cannot be undone"),
        ("gzip", b"abc", "cannot be undone"),
        ("gzip", gzip.compress(BODY, mtime=0)[:-9], "cannot be undone"),
        ("", b"a" * 100_001, "larger than 0 MB, or unpacks to more"),
    ],
)
def test_a_bomb_does_not_go_off(
    server: Server, client: Client, encoding: str, body: bytes, told: str
) -> None:
    server["/a"] = Answer(headers={"Content-Encoding": encoding}, body=body)
    assert told in fails(client, server.at("/a"))


def test_a_size_that_is_not_announced_is_counted(server: Server, client: Client) -> None:
    server["/a"] = Answer(headers={"Content-Length": ""}, body=b"")

    def endless(_asked: object) -> Answer:
        return Answer(
            headers={"Transfer-Encoding": "chunked"},
            body=b"ffff\r\n"
            + b"a" * 65_535
            + b"\r\n"
            + b"ffff\r\n"
            + b"a" * 65_535
            + b"\r\n0\r\n\r\n",
        )

    server["/b"] = endless
    assert "larger than" in fails(client, server.at("/b"))


def test_a_slow_drip_ends_with_the_time(server: Server) -> None:
    server["/a"] = Answer(body=b"a" * 1000, drip=0.05)
    client = Client(Limits(seconds=0.3), allow_private=True)
    assert fails(client, server.at("/a")) == ": no whole answer within 0.3 seconds"


def test_a_broken_connection_is_one_line(server: Server, client: Client) -> None:
    server["/a"] = Answer(body=BODY, cut=True)
    assert fails(client, server.at("/a")) == ": the connection broke off"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "cannot be reached" in fails(client, f"http://127.0.0.1:{port}/")


def test_a_name_that_nobody_has_is_one_line(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "cannot be reached" in fails(client, "http://exemple.invalid/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("1.1.1.1", True), ("2606:4700::1111", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("169.254.169.254", False), ("0.1.2.3", False), ("224.0.0.1", False), ("::1", False),
        ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False), ("64:ff9b::101:101", True),
        ("2002:a00:1::", False), ("x", False),
    ],
)  # fmt: skip
def test_an_address_is_public_or_not(address: str, public: bool) -> None:
    assert guard.is_public(address) == public


def test_no_private_address_is_asked_at_any_hop(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    guarded = Client(Limits(seconds=5.0))
    assert "leads to a private address" in fails(guarded, server.at("/a"))
    assert server.asked == []
    # A public server that leads to a private one: let the first address pass as public.
    with serving() as public:
        public["/a"] = Answer(
            302, {"Location": f"http://localhost:{public.url.rpartition(':')[2]}/b"}
        )
        public["/b"] = Answer(body=b"secret")
        true = guard.is_public
        real = socket.getaddrinfo

        def resolve(host: str, *rest: Any, **more: Any) -> Any:
            return real("127.0.0.1" if host == "exemple.fr" else host, *rest, **more)

        passed: list[str] = []

        def first_passes(address: str) -> bool:
            passed.append(address)
            return len(passed) <= 2 or true(address)  # looked up, then connected to

        monkeypatch.setattr(socket, "getaddrinfo", resolve)
        monkeypatch.setattr(guard, "is_public", first_passes)
        port = public.url.rpartition(":")[2]
        assert "private address" in fails(guarded, f"http://exemple.fr:{port}/a")
        assert [asked.path for asked in public.asked] == ["/a"]


def test_the_address_is_checked_where_the_connection_leads(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard.Backend, "_look_up", lambda *_: ["localhost"])
    answers = iter([True, False])  # as looked up; as connected to
    monkeypatch.setattr(guard, "is_public", lambda _address: next(answers))
    assert "private address" in fails(Client(Limits(seconds=5.0)), server.at("/a"))
    assert server.asked == []


def test_a_host_is_asked_one_thing_at_a_time(server: Server, client: Client) -> None:
    for n in range(6):
        server[f"/{n}"] = Answer(body=b"abc", drip=0.01)
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda n: client.get(server.at(f"/{n}")), range(6)))
    assert [reply.body for reply in replies] == [b"abc"] * 6
    assert server.busiest == 1


def test_what_is_under_way_stops_when_nobody_waits(server: Server) -> None:
    server["/a"] = Answer(body=b"a" * 10_000, drip=0.05)
    client = Client(allow_private=True)
    threading.Timer(0.2, client.stop).start()
    assert fails(client, server.at("/a")) == ": stopped"
    assert fails(client, server.at("/a")) == ": stopped"


@pytest.mark.parametrize(
    ("code", "told"),
    [(9, "check this machine.s date"), (10, "this machine.s date"), (18, "is not valid")],
)  # not yet valid, expired, signed by itself: as OpenSSL numbers them
def test_a_certificate_out_of_its_time_may_be_the_clocks_fault(code: int, told: str) -> None:
    reason = ssl.SSLCertVerificationError()
    reason.verify_code = code
    error = httpcore2.ConnectError()
    error.__cause__ = reason
    with pytest.raises(FetchError, match=told) as caught:
        _explain("https://a.fr/", error, Limits())
    assert not caught.value.is_unreachable


def test_how_long_to_wait() -> None:
    now = 1_710_000_000.0
    date = {"retry-after": "Sat, 09 Mar 2024 16:10:00 GMT"}  # ten minutes on
    assert policy.retry_after(date, now) == 600.0
    assert policy.retry_after({"retry-after": "9" * 9}, now) == policy.LONGEST
    assert policy.retry_after({"retry-after": "soon"}, now) is None
    assert policy.fresh_for({}, now) == policy.LEAST
    assert policy.fresh_for({"cache-control": "public, max-age=7200"}, now) == 7200.0
    assert policy.fresh_for({"cache-control": "max-age=99999999"}, now) == policy.FRESH
    assert policy.fresh_for({"cache-control": "no-cache, max-age=7200"}, now) == policy.LEAST
    assert policy.fresh_for({"expires": "0"}, now) == policy.LEAST
    assert [policy.pause_after(n) / policy.LEAST for n in (1, 2, 3)] == [1, 2, 4]
    assert policy.pause_after(1000) == policy.LONGEST_PAUSE
