"""What strangers may send, and what the program makes of it."""
