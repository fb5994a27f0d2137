"""A command that the program does not know of."""

import typer


def greet(name: str) -> None:
    """打招呼 / say hello."""
    typer.echo(f"hello, {name}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(greet)
