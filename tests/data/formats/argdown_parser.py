"""What Argdown's own parser reads in a document."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests.bring_argdown import READER, find_node

Read = dict[str, Any]


def parsed(home: str, text: str) -> Read:
    """Return what the parser that is installed in `home` reads; see the reader for its form."""
    done = subprocess.run([find_node(), str(READER), home], input=text, capture_output=True, text=True, check=True)
    found: Read = json.loads(done.stdout)
    return found
