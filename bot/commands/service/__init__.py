"""Commands that run and keep the service."""

from bot.commands.shared.group import CommandGroup

GROUP = CommandGroup(
    {
        "run": "bot.commands.service.run",
        "demo": "bot.commands.service.demo",
        "campaign": "bot.commands.service.campaign",
        "backup": "bot.commands.service.backup",
        "restore": "bot.commands.service.backup",
        "vault": "bot.commands.service.vault",
    }
)
