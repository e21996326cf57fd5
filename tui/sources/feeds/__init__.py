"""Feeds to articles: RSS and Atom by feedparser, JSON Feed by ourselves.

Runs in the worker process.
"""
