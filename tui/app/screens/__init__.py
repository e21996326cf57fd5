"""Screens: each composes panes and joins them."""
