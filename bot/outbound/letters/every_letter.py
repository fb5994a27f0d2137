"""The letters of all features; only this list knows them all. The order does not matter."""

from bot.outbound.letters.access import ACCESS
from bot.outbound.letters.campaigns import CAMPAIGNS
from bot.outbound.letters.care import CARE
from bot.outbound.letters.cases import CASES
from bot.outbound.letters.crisis import CRISIS
from bot.outbound.letters.messages import MESSAGES
from bot.outbound.letters.privacy import PRIVACY
from bot.outbound.letters.procedure import PROCEDURE
from bot.outbound.letters.questions import QUESTIONS
from bot.outbound.letters.related import RELATED
from bot.outbound.letters.unmasking import UNMASKING

EVERY_LETTER = (
    CASES,
    MESSAGES,
    RELATED,
    CRISIS,
    CARE,
    PROCEDURE,
    UNMASKING,
    PRIVACY,
    ACCESS,
    QUESTIONS,
    CAMPAIGNS,
)
