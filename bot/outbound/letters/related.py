"""Letters about matters that several people sign."""

from bot.outbound.letters.cases import SEE
from bot.outbound.letters.form import FeatureLetters, Form

RELATED = FeatureLetters({"joint_signed": Form((SEE,))})
