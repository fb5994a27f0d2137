"""What a folder of commands publishes: which commands it has, and where each of them stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module

import typer


@dataclass(frozen=True)
class CommandGroup:
    """Commands to the modules that add them, in the order of the help.

    Each module has a function ``register(app)``. A module is not imported before one of its commands is
    called: looking up an article must not wait for Telegram's library.
    """

    commands: Mapping[str, str]

    def register(self, app: typer.Typer, only: str | None = None) -> None:
        """Add the one command, or all of them."""
        names = self.commands if only is None else (only,)
        for module in dict.fromkeys(self.commands[name] for name in names):
            import_module(module).register(app)


def command_line(groups: Iterable[CommandGroup], first_word: str = "") -> typer.Typer:
    """The command line with the command that is called, or with all where there is none of this name."""
    app = typer.Typer(
        name="xinqiao", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
        help="信桥：说出难处，查到真法规，找到真人 / tell concerns, get real answers, reach people",
    )  # fmt: skip

    @app.callback()
    def several() -> None:
        """With one command only, its name would otherwise not be asked for."""

    every = list(groups)
    called = next((one for one in every if first_word in one.commands), None)
    if called is not None:
        called.register(app, first_word)
    else:
        for one in every:
            one.register(app)
    return app
