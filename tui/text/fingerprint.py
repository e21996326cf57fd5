"""A short name for a text that changes with every letter of it."""

from __future__ import annotations


def fingerprint(text: str) -> bytes:
    """Give the BLAKE2b hash of a text in UTF-8, 128 bits: what `b2sum -l 128` gives of its file."""
    from hashlib import blake2b  # noqa: PLC0415 - a start that adds nothing needs no hashes

    return blake2b(text.encode(), digest_size=16).digest()
