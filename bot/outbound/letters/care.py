"""Letters of care: offers, reminders, and what is written to and fro."""

from bot.outbound.letters.form import FeatureLetters, Form

WRITE = ("button-care-word", "care_word")
NOTE = ("button-care-note", "care_note")

CARE = FeatureLetters(
    {
        "care_offered": Form((("button-care-accept", "care_accept"), ("button-leave-it", "leave_it"))),
        "care_wanted": Form((("button-care-take", "care_take"),)),
        "care_taken": Form((("button-care", "care"),)),
        "care_due": Form((WRITE, NOTE)),
        "care_word": Form((("button-care-reply", "care_reply"), ("button-care-stop", "care_stop"))),
        "care_reply": Form((WRITE, NOTE)),
    }
)
