"""``make bench``: prints tables in Markdown, ready for docs/benchmarks.md."""

import os
import platform

from tests.bench import relay, size


def main() -> None:
    """Run everything."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
    print("## Relay over webhooks\n")
    print(relay.report(), flush=True)
    print("\n## Cost against size\n")
    print(size.report(), flush=True)


if __name__ == "__main__":
    main()
