"""Strings and offsets only: what any floor may use."""
