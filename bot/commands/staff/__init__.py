"""Commands about staff, duty and organisation."""

from bot.commands.shared.group import CommandGroup

GROUP = CommandGroup(
    {
        "staff": "bot.commands.staff.staff",
        "duty": "bot.commands.staff.duty",
        "org": "bot.commands.staff.org",
        "sealed": "bot.commands.staff.sealed",
    }
)
