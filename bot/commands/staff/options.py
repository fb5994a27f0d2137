"""Options that several commands about staff have."""

from typing import Annotated

import typer

LARGEST_ID = 2**52
"""Telegram's ids have at most 52 significant bits."""

User = Annotated[int, typer.Option("--user", min=1, max=LARGEST_ID, help="Telegram 编号，见 /whoami")]
