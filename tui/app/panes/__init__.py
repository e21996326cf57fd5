"""Panes: each draws frozen values and reports facts as messages; none knows another."""
