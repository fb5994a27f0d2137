"""A local Telegram to try the bot on."""

from bot.sandbox.people.people import PersonError
from bot.sandbox.people.person import Person
from bot.sandbox.server.server import Sandbox
from bot.sandbox.shared.cast import Cast
from bot.sandbox.shared.options import Limits, SandboxOptions
from bot.sandbox.world.callbacks import Press
from bot.sandbox.world.faults import Fault, Faults
from bot.sandbox.world.inline import InlineAnswer, InlineQuery, InlineResult
from bot.sandbox.world.seen import Button, Seen

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
