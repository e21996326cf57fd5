"""Articles kept in one SQLite file, with their evidence, their state and their history."""
