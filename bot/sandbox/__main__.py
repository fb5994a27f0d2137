"""``python -m bot.sandbox [PORT]``: the sandbox alone, for a bot that is started elsewhere."""

from __future__ import annotations

import asyncio
import sys

from bot.sandbox.server.server import Sandbox

DEFAULT_PORT = 8090


async def _serve(port: int) -> None:
    sandbox = Sandbox()
    base_url = await sandbox.start(port)
    print(f"沙盒已打开：{base_url}/  (token: {sandbox.token}，按 Ctrl+C 结束)")
    try:
        await asyncio.Event().wait()
    finally:
        await sandbox.stop()


def main() -> None:
    """Listen until Ctrl+C."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_PORT
    try:
        asyncio.run(_serve(port))
    except KeyboardInterrupt:
        print("再见。")


if __name__ == "__main__":
    main()
