"""``xinqiao``: the command line."""

import sys
from collections.abc import Iterable
from importlib import import_module

import typer

COMMANDS = {
    "run": "service", "demo": "service", "ask": "law", "staff": "staff", "duty": "staff", "org": "staff",
    "cases": "cases", "clocks": "cases", "campaign": "service", "laws": "law", "cards": "law",
    "backup": "service", "vault": "service", "sealed": "staff", "retention": "cases", "stats": "cases",
    "audit": "cases", "evaluate": "law", "plain": "law", "index": "law", "simulate": "simulation",
}  # fmt: skip
"""Modules and their rooms in bot.commands, in the order of the help."""
SHARED = {"laws": ("laws", "index"), "restore": ("backup",)}
"""Commands that more than their own module makes, or another one."""


def make_app(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command line with the commands of these modules."""
    app = typer.Typer(
        name="xinqiao", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
        help="信桥：说出难处，查到真法规，找到真人 / tell concerns, get real answers, reach people",
    )  # fmt: skip

    @app.callback()
    def several() -> None:
        """With one command only, its name would otherwise not be asked for."""

    for name in names:
        import_module(f"bot.commands.{COMMANDS[name]}.{name}").register(app)
    return app


def wanted(words: list[str]) -> Iterable[str]:
    """The modules that a command line needs: looking up an article must not wait for Telegram's library."""
    first = words[0] if words else ""
    return SHARED.get(first, (first,) if first in COMMANDS else COMMANDS)


def main() -> None:
    """The console script."""
    make_app(wanted(sys.argv[1:]))()


if __name__ == "__main__":
    main()
