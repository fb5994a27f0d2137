"""The feature: answers that staff write."""

from bot.dialogs.questions.review import question_review_router
from bot.dialogs.questions.states import AT_WORK, Expecting
from bot.dialogs.shared.feature import Feature

QUESTIONS = Feature(
    name="questions",
    routers=lambda: (question_review_router(),),
    needs=frozenset({"database", "law_library", "taxonomy"}),
    states=(Expecting,),
    at_work=AT_WORK,
)
