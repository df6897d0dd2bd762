"""Write examples/logs: what the bundled scenarios leave in each sensor, the same bytes each time."""

from __future__ import annotations

import sys
from pathlib import Path

from antivenom.proving.scenarios import write_all

LOGS = Path(__file__).parent / "logs"

if __name__ == "__main__":
    for file in write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else LOGS):
        print(f"{file}  {file.stat().st_size:,} bytes")
