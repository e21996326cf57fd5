"""`python -m tui` is the command `newsreader`."""

import sys

from tui.cli import main

sys.exit(main())
