"""The tables, as numbered SQL files, and the steps that bring an older library up to them."""
