"""``make bench``: prints tables in Markdown, ready for docs/benchmarks.md."""

from tests.bench import relay


def main() -> None:
    """Run everything."""
    print("## Relay over webhooks\n")
    print(relay.report(), flush=True)


if __name__ == "__main__":
    main()
