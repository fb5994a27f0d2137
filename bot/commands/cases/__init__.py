"""Commands about cases: lists, clocks, audit, statistics, retention."""

from bot.commands.shared.group import CommandGroup

GROUP = CommandGroup(
    {
        "cases": "bot.commands.cases.cases",
        "clocks": "bot.commands.cases.clocks",
        "retention": "bot.commands.cases.retention",
        "stats": "bot.commands.cases.stats",
        "audit": "bot.commands.cases.audit",
    }
)
