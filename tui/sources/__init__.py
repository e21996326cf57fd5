"""Bytes and URLs in, `Document` out."""
