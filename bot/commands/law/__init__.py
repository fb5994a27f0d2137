"""Commands about law: ask, laws, cards, plain words, index, evaluation."""

from bot.commands.shared.group import CommandGroup

GROUP = CommandGroup(
    {
        "ask": "bot.commands.law.ask",
        "laws": "bot.commands.law.laws",
        "cards": "bot.commands.law.cards",
        "evaluate": "bot.commands.law.evaluate",
        "plain": "bot.commands.law.plain",
    }
)
