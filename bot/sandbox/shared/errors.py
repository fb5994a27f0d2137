"""Refusals, with Telegram's codes and descriptions."""

from __future__ import annotations

from bot.sandbox.shared.types import Json


class Refusal(Exception):
    """What Telegram answers instead of a result."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def as_answer(self) -> Json:
        """The JSON body of the answer."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


def bad_request(reason: str) -> Refusal:
    """400: the call is understood and wrong."""
    return Refusal(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refusal:
    """403: the chat is closed to the bot."""
    return Refusal(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refusal:
    """409: two ways of getting updates at once."""
    return Refusal(409, f"Conflict: {reason}")


def too_many_requests(retry_after: int) -> Refusal:
    """429: come back after so many seconds."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after)


def not_found() -> Refusal:
    """404: there is no such method."""
    return Refusal(404, "Not Found")


def unauthorized() -> Refusal:
    """401: the token is not one of this bot."""
    return Refusal(401, "Unauthorized")


def too_large() -> Refusal:
    """413: the upload is over the limit."""
    return Refusal(413, "Request Entity Too Large")
