"""Files that were sent, and the messages' media objects that point at them."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.sandbox.shared.errors import bad_request
from bot.sandbox.shared.images import image_size
from bot.sandbox.shared.types import Json

MEDIA_KINDS = ("photo", "document", "voice", "video", "audio", "animation", "video_note", "sticker")
_FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "audio": "music", "sticker": "stickers"}
_NAMED = frozenset({"document", "video", "audio", "animation"})
_TIMED = frozenset({"voice", "video", "audio", "animation", "video_note"})
_SIZED = {"video": ("width", "height"), "animation": ("width", "height"), "video_note": ("length",)}


@dataclass(frozen=True)
class StoredFile:
    """One file; `size` may be more than the content, to try limits without the bytes."""

    kind: str
    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes
    size: int
    details: Json = field(default_factory=dict)

    def as_media(self) -> Json | list[Json]:
        """The Bot API object: PhotoSizes for a photo, else Document, Voice and so on."""
        base: Json = {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}
        if self.kind == "photo":
            width, height = self.details["width"], self.details["height"]
            small = {"width": max(width // 4, 1), "height": max(height // 4, 1)}
            return [
                {**base, "file_id": self.file_id + "s", "file_unique_id": self.unique_id + "s", **small},
                {**base, "width": width, "height": height},
            ]
        if self.kind in _NAMED:
            base["file_name"] = self.name
        if self.kind not in ("sticker", "video_note"):
            base["mime_type"] = self.mime
        return base | self.details


class FileStore:
    """All files of a sandbox, by file_id; in memory only."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}
        self._paths: dict[str, StoredFile] = {}

    def add(
        self, kind: str, name: str, mime: str, content: bytes, size: int | None, details: Json
    ) -> StoredFile:
        """Keep a file; `size` in bytes when it is to seem larger than its content."""
        number = len(self._paths) + 1
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        path = f"{_FOLDERS.get(kind, 'documents')}/file_{number}.{suffix}"
        stored = StoredFile(
            kind=kind,
            file_id=f"SB{kind.title().replace('_', '')}{number:06d}",
            unique_id=f"U{number:06d}",
            path=path,
            name=name,
            mime=mime,
            content=content,
            size=len(content) if size is None else size,
            details=details,
        )
        self._files[stored.file_id] = stored
        self._paths[path] = stored
        if kind == "photo":
            self._files[stored.file_id + "s"] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile:
        """The file; refuses ids that were never given out."""
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def by_path(self, path: str) -> StoredFile | None:
        """The file under a file_path of getFile."""
        return self._paths.get(path)


def media_details(kind: str, content: bytes, given: Json) -> Json:
    """What the media object says besides the file: duration in seconds, size in pixels."""
    if kind == "photo":
        size = image_size(content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        return {"width": size[0], "height": size[1]}
    details: Json = {}
    if kind in _TIMED:
        details["duration"] = int(given.get("duration") or 0)
    for name in _SIZED.get(kind, ()):
        details[name] = int(given.get(name) or 320)
    if kind == "audio":
        details |= {name: given[name] for name in ("performer", "title") if given.get(name)}
    if kind == "sticker":
        sticker = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        details = {**sticker, "emoji": given.get("emoji") or "🙂"}
    return details
