"""Things that people send when it does not matter which."""

from __future__ import annotations

from collections.abc import Sequence

from bot.sandbox.shared.images import plain_png
from bot.sandbox.shared.types import Json, Upload

SAMPLE_SECONDS = 3
"""The length that a sample voice or video claims to have."""
_DEFAULT_FILES = {
    "photo": ("照片.png", "image/png"),
    "document": ("材料.pdf", "application/pdf"),
    "voice": ("voice.ogg", "audio/ogg"),
    "video": ("video.mp4", "video/mp4"),
    "audio": ("audio.mp3", "audio/mpeg"),
    "animation": ("animation.mp4", "video/mp4"),
    "video_note": ("note.mp4", "video/mp4"),
    "sticker": ("sticker.webp", "image/webp"),
}


def sample_file(kind: str, name: str = "", content: bytes | None = None) -> Upload:
    """A file of a kind to send when it does not matter which."""
    default, mime = _DEFAULT_FILES[kind]
    made = plain_png(320, 200, (110, 150, 175)) if kind == "photo" else f"{kind} {name}".encode()
    return Upload(name or default, mime, made if content is None else content)


def poll(question: str, options: Sequence[str]) -> Json:
    """A Bot API Poll as a person makes it."""
    made = [{"text": text, "voter_count": 0, "persistent_id": str(i)} for i, text in enumerate(options)]
    return {
        "id": "5000000001",
        "question": question,
        "options": made,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
