"""A simulated year of cases."""

from bot.commands.shared.group import CommandGroup

GROUP = CommandGroup(
    {
        "simulate": "bot.commands.simulation.simulate",
    }
)
