"""Letters about questions that somebody was asked to answer."""

from bot.outbound.letters.form import FeatureLetters, Form

QUESTIONS = FeatureLetters({"question_answered": Form((("door-law", "law"), ("door-human", "human")))})
