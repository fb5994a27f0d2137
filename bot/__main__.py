"""``xinqiao``: the command line."""

import sys

import typer

from bot.commands import cases, law, service, simulation, staff
from bot.commands.shared.group import command_line

GROUPS = (service.GROUP, law.GROUP, staff.GROUP, cases.GROUP, simulation.GROUP)
"""Every group of commands, in the order of the help."""


def make_app(first_word: str = "") -> typer.Typer:
    """The command line with the command of this name, or with all of them."""
    return command_line(GROUPS, first_word)


def main() -> None:
    """The console script."""
    make_app(sys.argv[1] if len(sys.argv) > 1 else "")()


if __name__ == "__main__":
    main()
