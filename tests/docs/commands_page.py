"""``docs/commands.md``, made from the commands themselves by Typer's own writer of such pages."""

from pathlib import Path

import typer
from typer.cli import get_docs_for_click
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from bot.__main__ import make_app

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
WRITE = "python -m tests.docs"
HEAD = f"""# 命令 / Commands

<!-- Made from the commands by `{WRITE}`, not by hand. -->
每个命令都可以加 `--help`。常用的写法见[使用手册](operating.md)。
Every command knows `--help`. How they are used day by day stands in the [manual](operating.en.md).
"""


def commands_page() -> str:
    """The whole page: every command of ``xinqiao`` with its arguments, options and defaults."""
    command = get_command(make_app())
    for one in _below(command):
        one.add_help_option = False
        one.short_help = one.help
    context = typer.Context(command, info_name="xinqiao")
    drawn = get_docs_for_click(obj=command, ctx=context, name="xinqiao")
    _title, body = drawn.split("\n", 1)
    return f"{HEAD}{body.rstrip()}\n"


def _below(command: TyperCommand | TyperGroup) -> list[TyperCommand | TyperGroup]:
    inner = command.commands.values() if isinstance(command, TyperGroup) else ()
    return [command, *(one for each in inner for one in _below(each))]
