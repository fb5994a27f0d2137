"""``make bench``: prints tables in Markdown, ready for docs/benchmarks.md.

``python -m tests.bench law`` measures one part alone; the parts are those of PARTS.
"""

import os
import platform
import sys

from tests.bench import ablation, crisis, law, relay, scheduler, size, triage

PARTS = {
    "relay": ("Relay over webhooks", relay.report),
    "size": ("Cost against size", size.report),
    "scheduler": ("One look of the scheduler", scheduler.report),
    "law": ("Finding law", law.report),
    "triage": ("Proposing what a concern is about", triage.report),
    "crisis": ("Looking for a life in danger", crisis.report),
    "ablation": ("What each part of the search brings", ablation.report),
}


def main() -> None:
    """Run what is named, or everything."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    for part in sys.argv[1:] or PARTS:
        title, report = PARTS[part]
        print(f"\n## {title}\n")
        print(report(), flush=True)


if __name__ == "__main__":
    main()
