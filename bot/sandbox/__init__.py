"""A local Telegram to try the bot on."""

from bot.sandbox.actors import Person
from bot.sandbox.callbacks import Press
from bot.sandbox.cast import Cast
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.inline import InlineAnswer, InlineQuery, InlineResult
from bot.sandbox.options import Limits, SandboxOptions
from bot.sandbox.people import PersonError
from bot.sandbox.seen import Button, Seen
from bot.sandbox.server import Sandbox

__all__ = [
    "Button",
    "Cast",
    "Fault",
    "Faults",
    "InlineAnswer",
    "InlineQuery",
    "InlineResult",
    "Limits",
    "Person",
    "PersonError",
    "Press",
    "Sandbox",
    "SandboxOptions",
    "Seen",
]
