"""What goes to the terminal: foreign words on one line, values for machines as JSON."""

import typer
from pydantic_core import to_json


def printable(words: str) -> str:
    """On one line and without control characters, whatever a file name or a person's words hold."""
    return "".join(char if char.isprintable() else " " for char in words)


def print_json(value: object) -> None:
    """One value for machines; days in ISO form, Chinese as it is."""
    typer.echo(to_json(value, indent=2).decode())
