"""What all commands share: the words of their arguments and options, where things lie, and saying lines.

Knows no command.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from generator.words import Halt, Language, Words

DEFAULT_INPUTS: Final = Path("inputs")
DEFAULT_KR: Final = DEFAULT_INPUTS / "kr"
DEFAULT_OUTPUTS: Final = Path("outputs")
DEFAULT_TEMPLATES: Final = Path("templates")

OPTIONS: Final = Words("[ตัวเลือก]", "[OPTIONS]")
PATHS: Final = Words("ไฟล์หรือโฟลเดอร์…", "PATHS…")
KR: Final = Words(
    "สมุดงาน KR หรือโฟลเดอร์ ที่ใช้เทียบค่าเป้าหมายของเขต ระบุซ้ำได้ (ไม่ระบุ = inputs/kr)",
    "KR workbooks or folders that allot targets to districts; may be repeated (default: inputs/kr)",
)
JOBS: Final = Words("จำนวนงานที่ทำพร้อมกัน", "how much is done at once")
JSON: Final = Words("แสดงผลเป็น JSON", "print JSON")
TEMPLATES: Final = Words("โฟลเดอร์แม่แบบ Word ของหน่วยงาน", "folder of the office's own Word templates")
NEW_TARGET: Final = Words("ไฟล์ที่จะสร้าง", "the file to write")
WRITTEN: Final = Words("สร้าง {name} แล้ว", "wrote {name}")


def say(lines: Sequence[str]) -> None:
    """Print lines on the screen."""
    click.echo("\n".join(lines))


def complain(halts: Sequence[Halt], language: Language) -> None:
    """Print what the operator has to see to, where errors are printed."""
    from generator import report

    for line in report.halt_lines(halts, language):
        click.echo(line, err=True)
