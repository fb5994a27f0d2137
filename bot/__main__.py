"""``xinqiao``: the command line."""

import typer

from bot.commands import ask, backup, campaign, demo, run, staff

app = typer.Typer(
    name="xinqiao", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="信桥：说出难处，查到真法规，找到真人 / tell concerns, get real answers, reach people",
)  # fmt: skip
for command in (run, demo, ask, staff, campaign, backup):
    command.register(app)


def main() -> None:
    """The console script."""
    app()


if __name__ == "__main__":
    main()
