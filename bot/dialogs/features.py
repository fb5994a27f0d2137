"""The list of features, in the order in which they are asked for an update."""

from bot.dialogs.access.feature import ACCESS
from bot.dialogs.calculators.feature import CALCULATORS
from bot.dialogs.campaigns.feature import CAMPAIGNS
from bot.dialogs.care.feature import CARE
from bot.dialogs.crisis.feature import CRISIS
from bot.dialogs.desk.feature import DESK
from bot.dialogs.fallback.feature import FALLBACK
from bot.dialogs.intake.feature import INTAKE
from bot.dialogs.law.feature import LAW
from bot.dialogs.menu.feature import MENU
from bot.dialogs.messages.feature import MESSAGES
from bot.dialogs.my_cases.feature import MY_CASES
from bot.dialogs.privacy.feature import PRIVACY
from bot.dialogs.procedure.feature import PROCEDURE
from bot.dialogs.questions.feature import QUESTIONS
from bot.dialogs.related.feature import RELATED
from bot.dialogs.sealed.feature import SEALED
from bot.dialogs.shared.feature import Feature
from bot.dialogs.unmasking.feature import UNMASKING

BEFORE_WINDOWS = (
    SEALED,  # first: what is said in confidence must not be taken for a word to a mediator
    MESSAGES,  # the hot path: nothing is asked of the dialog library before it
)

FEATURES = (
    RELATED,  # before the menu: a link to a joint matter is a /start with something behind it
    CRISIS,
    MENU,  # before whatever waits for words: /menu and /cancel lead out of it
    PRIVACY,
    CARE,
    ACCESS,
    DESK,  # after the menu: it keeps still in a group whatever else is said or pressed there
    MY_CASES,
    PROCEDURE,
    UNMASKING,
    CALCULATORS,
    LAW,
    CAMPAIGNS,
    QUESTIONS,
    INTAKE,  # its windows answer every press that looks like one of theirs
    FALLBACK,  # last: it takes whatever is left
)


def menu_commands(features: tuple[Feature, ...]) -> list[str]:
    """The commands of Telegram's menu, from the top."""
    commands = (command for feature in features for command in feature.commands)
    return [command.name for command in sorted(commands, key=lambda command: command.place)]
