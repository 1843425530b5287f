"""What a run has to say, as lines for the screen: findings, the closing table, the page of a rule."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from generator.model.cell import Scalar
from generator.model.finding import Finding, Rule, Severity
from generator.model.mending import Change, Reason
from generator.outcome import Made, Outcome
from generator.thai.dates import thai_date
from generator.thai.text import display_width, pad
from generator.words import Halt, Language, Words

_MARKS: Final = {Severity.ERROR: Words("ผิด", "error"), Severity.WARNING: Words("เตือน", "warning")}
_CURE: Final = Words("วิธีแก้", "cure")
_DOCUMENT: Final = Words("เอกสาร", "Document")
_PAGES: Final = Words("หน้า", "Pages")
_STATE: Final = Words("สถานะ", "State")
_WHERE: Final = Words("อยู่ที่", "Where")
_MADE: Final = Words("พร้อมใช้", "ready")
_DRAFT: Final = Words("ร่าง", "draft")
_NUMBERING: Final = {
    "unknown": Words("ยังไม่มีเลขหน้า", "without pages"),
    "earlier": Words("เลขหน้าเดิม", "with earlier pages"),
}
_SAME: Final = Words("{state} · เหมือนเดิม", "{state} · unchanged")
_FAULTY: Final = Words("ใช้ไม่ได้ · ผิด {count} ข้อ", "of no use · {count} errors")
CRASHED: Final = Words("โปรแกรมขัดข้อง โปรดแจ้งผู้ดูแล", "the program failed, please tell its keepers")
_SKIPPED: Final = Words(
    "ข้าม {count} ฉบับที่ไม่มีอะไรเปลี่ยน (ใส่ --force หากต้องการทำใหม่ทั้งหมด)",
    "passed over {count} documents in which nothing changed (--force makes all again)",
)
_SET_ASIDE: Final = Words(
    "พบเอกสารที่มีผู้แก้เองหลังโปรแกรมทำ จึงเก็บไว้ในชื่ออื่น: {names} (แก้ในสมุดงาน เอกสารจึงตรงกันทุกครั้ง)",
    "documents that somebody had edited by hand were kept under other names: {names} (edit the workbook instead)",
)
_INTERRUPTED: Final = Words(
    "หยุดตามที่สั่ง เหลือ{what}ที่ยังไม่ได้ทำ สั่งเดิมอีกครั้งเพื่อทำต่อ",
    "stopped as you asked; {what} are left: give the same command to go on",
)
_BOOKS: Final = Words("สมุดงาน {count} เล่ม", "{count} workbooks")
_PRINTS: Final = Words("งานพิมพ์ PDF หรือนับหน้า {count} ฉบับ", "{count} documents to print or to count")
_WARNED: Final = Words("{state} · เตือน {count} ข้อ", "{state} · {count} warnings")
_STOPPED: Final = Words("ไม่ได้พิมพ์ · ผิด {count} ข้อ", "not printed · {count} errors")
_BLOCKED: Final = Words("ไม่ได้พิมพ์ · สมุดงานมีข้อผิด", "not printed · its workbook has errors")
_TOTAL: Final = Words("ผิด {errors} ข้อ เตือน {warnings} ข้อ", "{errors} errors, {warnings} warnings")
_FOLDED: Final = Words(
    "คำเตือนมีมาก จึงแสดงเพียงจำนวนของแต่ละรหัส ดูครบทุกข้อด้วย generate check หรือ generate check … --html หน้า.html",
    "there are many warnings, of which only the numbers are shown: generate check shows all, on a page with --html",
)
_READABLE: Final = 60
"""So many findings are shown one by one at most where they may be folded."""
_CLEAN: Final = Words("ไม่พบข้อผิดพลาด", "nothing is wrong")
_PAGELESS: Final = Words("{key}: สารบัญยังไม่มีเลขหน้า พิมพ์ … ไว้", "{key}: its contents show … instead of pages")
_OLD_PAGES: Final = Words(
    "{key}: เลขหน้าในสารบัญนับไว้จากครั้งก่อน อาจไม่ตรงกับเอกสารนี้",
    "{key}: the pages in its contents were counted before, and may have changed since",
)
_PAGES_CURE: Final = Words(
    "สั่งใหม่โดยไม่ใส่ --no-pages บนเครื่องที่มี LibreOffice", "try again without --no-pages, where LibreOffice is installed"
)
_MANY: Final = Words("{count} ฉบับ", "{count} documents")
_NAMED: Final = 3
"""So many documents are named one by one in a note at most."""
_WHY: Final = Words("ทำไม", "Why")
_WRONG: Final = Words("ตัวอย่างผิด", "Wrong")
_RIGHT: Final = Words("ตัวอย่างถูก", "Right")
_EMPTIED: Final = Words("(ว่าง)", "(empty)")
REASONS: Final = {
    Reason.TEXT: Words(
        "วรรค อักขระที่มองไม่เห็น หรือลำดับสระและวรรณยุกต์", "blanks, invisible characters or the order of marks"
    ),
    Reason.CODE: Words("รหัสตามรูปแบบ", "the code as it is spelt"),
    Reason.CHOICE: Words("คำในรายการ", "the word of the list"),
    Reason.DATE: Words("รหัสที่ Excel เปลี่ยนเป็นวันที่", "a code that Excel turned into a date"),
    Reason.ZERO: Words("เลข 0 ข้างหน้าที่หายไป", "the leading zero that was lost"),
    Reason.DIGITS: Words("เลขไทยในที่อยู่เว็บ", "Thai digits in a web address"),
    Reason.HEADER: Words("หัวคอลัมน์ของแบบรุ่นก่อน", "the header of an older form"),
}


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by workbook, sheet and cell; sheets in the order of the form, others as they are first named."""
    listed = list(findings)
    sheets: dict[tuple[str, str], int] = {}
    for finding in listed:
        sheets.setdefault((finding.workbook, finding.sheet), len(sheets))
    return sorted(
        listed,
        key=lambda finding: (
            finding.workbook,
            finding.rank,
            sheets[finding.workbook, finding.sheet],
            _cell_rank(finding.cell),
            finding.severity,
            finding.rule.code,
        ),
    )


def _cell_rank(cell: str) -> tuple[int, int, str]:
    found = re.fullmatch(r"([A-Z]+)(\d+)", cell)
    return (int(found[2]), len(found[1]), found[1]) if found else (0, 0, cell)


def finding_lines(findings: Iterable[Finding], language: Language, *, folded: bool = False) -> list[str]:
    """Return findings as lines, a heading for each workbook, and a line that counts them.

    Where there are too many to be read, `folded` ones are errors only, and how many warnings there are of each rule.
    """
    ordered = in_order(findings)
    folded = folded and len(ordered) > _READABLE
    warned: dict[str, Counter[str]] = {}
    for finding in ordered if folded else ():
        if not finding.is_error:
            warned.setdefault(finding.workbook, Counter())[finding.rule.code] += 1
    lines: list[str] = []
    workbook = None
    for finding in ordered:
        if finding.workbook != workbook:
            workbook = finding.workbook
            lines += ["", workbook]
            if workbook in warned:
                counts = "  ".join(f"{code} ×{count}" for code, count in sorted(warned[workbook].items()))
                lines.append(f"  {_MARKS[Severity.WARNING].say(language)} {counts}")
        if folded and not finding.is_error:
            continue
        place = f"{finding.sheet}!{finding.cell}" if finding.cell else finding.sheet
        mark = _MARKS[finding.severity].say(language)
        lines.append("  " + " ".join(filter(None, (mark, finding.rule.code, place, finding.message(language)))))
        lines.append(f"      {_CURE.say(language)}: {finding.cure(language)}")
    errors = sum(finding.is_error for finding in ordered)
    if folded:
        lines += ["", _FOLDED.say(language)]
    if ordered:
        lines += ["", _TOTAL.say(language, errors=errors, warnings=len(ordered) - errors)]
    else:
        lines.append(_CLEAN.say(language))
    return lines


def change_lines(changes: Iterable[Change], language: Language) -> list[str]:
    """Return what was mended: each cell, what stood there and what stands there now, and why."""
    lines: list[str] = []
    workbook = None
    for change in changes:
        if change.place.workbook != workbook:
            workbook = change.place.workbook
            lines += ["", workbook]
        after = _EMPTIED.say(language) if change.after is None else f"“{visible(change.after)}”"
        place = f"{change.place.sheet}!{change.place.cell}"
        lines.append(
            f"  {place} “{visible(shown_value(change.before))}” → {after}  {REASONS[change.reason].say(language)}"
        )
    return lines


def shown_value(value: Scalar) -> str:
    """Return what stands in a cell as a person reads it."""
    return thai_date(value.date()) if isinstance(value, datetime) else "" if value is None else str(value)


def visible(text: str) -> str:
    """Return a text in which one sees line ends, needless blanks, and characters that have no shape."""
    text = re.sub(r"^ +| +$|(?<= ) | (?= )", lambda blanks: "␣" * len(blanks[0]), text)
    return "".join(_shape(character) for character in text)


def _shape(character: str) -> str:
    if character == "\n":
        return "⏎"
    odd = unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp") or character in "\u00a0\u202f\u3000"
    return f"‹U+{ord(character):04X}›" if odd else character


def table_lines(outcome: Outcome, target: Path, language: Language) -> list[str]:
    """Return the closing table: what was made, its pages, its state, where it is; workbooks that gave nothing too."""
    blocked = {source.workbook for source in outcome.sources if any(one.is_error for one in source.findings)}
    rows = [[words.say(language) for words in (_DOCUMENT, _PAGES, _STATE, _WHERE)]]
    for made in outcome.documents:
        files = ", ".join(path.name for path in (made.docx, made.pdf) if path is not None)
        where = str(target / files) if files else made.workbook.name
        name = made.key if made.name in ("", made.key.partition("-")[0]) else f"{made.key} {made.name}"
        rows.append([name, str(made.pages or "-"), _state(made, blocked, language), where])
    heard = {made.workbook for made in outcome.documents}
    for source in (source for source in outcome.sources if source.workbook not in heard):
        count = sum(finding.is_error for finding in source.findings)
        state = CRASHED.say(language) if source.crash else _FAULTY.say(language, count=count)
        rows.append([source.workbook.stem, "-", state, source.workbook.name])
    widths = [max(display_width(row[column]) for row in rows) for column in range(3)]
    aligned = [
        "  ".join([pad(row[0], widths[0]), pad(row[1], widths[1], "right"), pad(row[2], widths[2]), row[3]])
        for row in rows
    ]
    return [aligned[0], "─" * min(78, max(map(display_width, aligned))), *aligned[1:]] if len(rows) > 1 else []


def _state(made: Made, blocked: set[Path], language: Language) -> str:
    if made.failed:
        return _STOPPED.say(language, count=sum(finding.is_error for finding in made.findings))
    if not made.filled or made.workbook in blocked:
        return _BLOCKED.say(language)
    state = (_DRAFT if made.draft else _NUMBERING.get(made.pages_shown or "", _MADE)).say(language)
    if made.skipped and not made.rewritten:
        state = _SAME.say(language, state=state)
    return _WARNED.say(language, state=state, count=len(made.findings)) if made.findings else state


def run_lines(outcome: Outcome, language: Language) -> list[str]:
    """Return what there is to say of the run itself: what it passed over, and that it was stopped."""
    lines = []
    if skipped := sum(made.skipped and not made.rewritten for made in outcome.documents):
        lines.append(_SKIPPED.say(language, count=skipped))
    if outcome.set_aside:
        names = ", ".join(path.name for path in outcome.set_aside)
        lines.append(_SET_ASIDE.say(language, names=names))
    if outcome.interrupted:
        what = _BOOKS.filled(count=outcome.left) if outcome.left else _PRINTS.filled(count=outcome.unprinted)
        lines.append(_INTERRUPTED.say(language, what=what))
    return lines


def contents_lines(outcome: Outcome, language: Language) -> list[str]:
    """Return the documents whose contents do not show the pages of this very document."""
    lines = []
    for words, shown in ((_PAGELESS, "unknown"), (_OLD_PAGES, "earlier")):
        keys = [made.key for made in outcome.documents if made.docx is not None and made.pages_shown == shown]
        if keys:
            named = ", ".join(keys) if len(keys) <= _NAMED else _MANY.say(language, count=len(keys))
            lines.append(f"{words.say(language, key=named)} ({_PAGES_CURE.say(language)})")
    return lines


def halt_lines(halts: Sequence[Halt], language: Language) -> list[str]:
    """Return what the operator has to see to."""
    return [f"{halt.problem.say(language)}: {halt.cure.say(language)}" for halt in halts]


def rule_lines(rule: Rule, language: Language) -> list[str]:
    """Return the page of a rule: what, why, the cure, a wrong and a right example."""
    lines = [f"{rule.code}  ({_MARKS[rule.severity].say(language)})  {_bare(rule.message, language)}"]
    lines += [f"{_WHY.say(language)}: {rule.why.say(language)}", f"{_CURE.say(language)}: {_bare(rule.cure, language)}"]
    if rule.wrong:
        lines.append(f"{_WRONG.say(language)}: {rule.wrong}")
    if rule.right:
        lines.append(f"{_RIGHT.say(language)}: {rule.right}")
    return lines


def _bare(words: Words, language: Language) -> str:
    text = words.th if language == "th" else words.en
    return re.sub(r"(?<!\{)\{(\w+)\}(?!\})", "…", text).replace("{{", "{").replace("}}", "}")
