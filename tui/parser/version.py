"""Which parser found a piece of evidence."""

PARSER_VERSION = 1
"""Grows whenever the same text may give other evidence, so that a library knows what to re-read."""
