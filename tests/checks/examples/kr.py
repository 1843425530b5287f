"""Rules between the rows and sheets of the KR workbook, and about its sums."""

from generator.model.districts import DISTRICTS
from tests.checks.examples.case import Case, Example, kr
from tests.minibook import attachment, complete, whole

SOUND = complete()
WITH_TABLE = whole()
TICK = {"แนบรายละเอียดเป้าหมาย": "✓"}
KEY_ROW = next(line for line in SOUND.splitlines() if line.startswith("'8214 | จำนวนคน"))
STANDARDS = "== มาตรฐาน\nKR | หัวเรื่อง | ข้อความ\n"


def mended(drawing: str, *replacements: tuple[str, str]) -> Case:
    """Return a KR workbook with parts of it replaced; each must stand there."""
    for old, new in replacements:
        assert old in drawing, old
        drawing = drawing.replace(old, new)
    return kr(drawing)


def ticked(*headers: str, table: bool = False, **cells: str) -> Case:
    """Return a KR workbook with these boxes ticked, with or without an attachment."""
    ticks = dict.fromkeys(headers, "✓") | cells
    return kr(complete(attachment(), **(TICK | ticks)) if table else complete(**ticks))


def shared(base: str, target: str, share: str, total: str = "90", columns: str = "ฐาน | เป้าหมาย") -> Case:
    """Return a percentage KR with the same figures for every district."""
    more = " | 2" * (columns.count("|") - 1)
    rows = {district.name: f"{base} | {target}{more}" for district in DISTRICTS}
    drawing = complete(attachment(rows, headers=columns), **TICK, ร้อยละต่อเขต=share, หน่วยนับ="ร้อยละ", ค่าเป้าหมายรวม=total)
    return kr(drawing.replace("| H | | 100 |", f"| H | | {total} |"))


def total(target: str, *, one: str = "2", typed: str = "") -> Case:
    """Return a KR with this target, an attachment in which ดุสิต has `one` and all others 2, and a typed total row."""
    figures = attachment({"ดุสิต": f"2 | {one}"}) + (f"รวม | | 100 | {typed}\n" if typed else "")
    drawing = complete(figures, **TICK, ค่าเป้าหมายรวม=target)
    return kr(drawing.replace("| H | | 100 |", f"| H | | {target} |"))


def second(code: str, *, name: str = "จำนวนแห่ง", objective: str = "สนับสนุน") -> Case:
    """Return a KR workbook with a second key result, complete like the first."""
    row = KEY_ROW.replace("'8214 | จำนวนคน | สนับสนุน", f"'{code} | {name} | {objective}")
    drawing = SOUND.replace(KEY_ROW, f"{KEY_ROW}\n{row}")
    for line in [line for line in SOUND.splitlines() if line.startswith(("'8214 | นิยาม", "'8214 | วิธี", "'8214 | H"))]:
        drawing = drawing.replace(line, f"{line}\n{line.replace('8214', code)}")
    return kr(drawing)


def host(target: str) -> Case:
    """Return a KR of 60,000 people, of which the host has this target."""
    return kr(complete(ค่าเป้าหมายรวม="60,000").replace("| H | | 100 |", f"| H | | {target} |"))


EXAMPLES = {
    "R201": Example(mended(SOUND, (KEY_ROW, f"{KEY_ROW}\n{KEY_ROW}")), kr(SOUND)),
    "X301": Example(mended(SOUND, ("'8214 | H | ", "'8241 | R | | | ช่วย\n'8214 | H | ")), kr(SOUND)),
    "X302": Example(
        mended(WITH_TABLE, ("ราษฎร์บูรณะ | |", "ราชบุรีบูรณะ | |")),
        mended(WITH_TABLE, ("ราษฎร์บูรณะ | |", "สำนักงานเขตราษฎร์บูรณะ | |")),
    ),
    "X303": Example(
        mended(WITH_TABLE, ("บางแค | | 2 | 2", "บางแค | | 2 | 1\nบางแค | | 2 | 1")),
        kr(WITH_TABLE),
    ),
    "X304": Example(
        mended(WITH_TABLE, ("บางแค | | 2 | 2\n", ""), ("ดุสิต | | 2 | 2", "ดุสิต | | 2 | 4")),
        kr(WITH_TABLE),
    ),
    "X305": Example(
        mended(WITH_TABLE, ("ภาษีเจริญ | |", "ภาษีเจริญ | กท.ใต้ |")),
        mended(WITH_TABLE, ("ภาษีเจริญ | |", "ภาษีเจริญ | กธ.ใต้ |")),
    ),
    "X306": Example(kr(complete(attachment(target="เป้า"), **TICK)), kr(complete(attachment(target="เป้าหมาย"), **TICK))),
    "X307": Example(
        kr(complete(attachment({district.name: "" for district in DISTRICTS}, headers=""), **TICK)), kr(WITH_TABLE)
    ),
    "X308": Example(ticked("แนบรายละเอียดเป้าหมาย"), ticked("แนบรายละเอียดเป้าหมาย", table=True)),
    "X309": Example(
        mended(SOUND, (STANDARDS, f"{STANDARDS}'8214 | | ตรวจอาหาร\n")),
        mended(complete(แนบมาตรฐาน="✓"), (STANDARDS, f"{STANDARDS}'8214 | | ตรวจอาหาร\n")),
    ),
    "X310": Example(mended(SOUND, ("'8214 | H | | 100 | ติดตาม\n", "")), kr(SOUND)),
    "X311": Example(mended(SOUND, ("'8214 | วิธีคำนวณ | | นับจำนวน\n", "")), kr(SOUND)),
    "X312": Example(
        ticked("มีหน่วยงาน (R)", "(R) ระดับเขต"),
        ticked("มีหน่วยงาน (R)", "(R) ระดับเขต", table=True),
    ),
    "X313": Example(ticked("หน่วยงานเดียว", "มีหน่วยงาน (R)", "(R) ระดับสำนัก"), ticked("หน่วยงานเดียว")),
    "X314": Example(
        mended(SOUND, ("| ติดตาม\n", "| ติดตาม\n'8214 | R | สำนักอนามัย | | ช่วย\n")),
        mended(
            complete(**{"มีหน่วยงาน (R)": "✓", "(R) ระดับสำนัก": "✓"}),
            ("| ติดตาม\n", "| ติดตาม\n'8214 | R | สำนักอนามัย | | ช่วย\n"),
        ),
    ),
    "X315": Example(ticked("มีหน่วยงาน (R)"), ticked("มีหน่วยงาน (R)", "(R) ระดับสำนัก")),
    "X316": Example(ticked("รายงานผ่านระบบอื่น"), ticked("รายงานผ่านระบบอื่น", **{"ระบบอื่น โปรดระบุ": "รายไตรมาส"})),
    "X317": Example(
        ticked(**{"ระบบอื่น โปรดระบุ": "รายไตรมาส"}),
        ticked("รายงานผ่านระบบอื่น", **{"ระบบอื่น โปรดระบุ": "รายไตรมาส"}),
    ),
    "X318": Example(second("8215", objective="ส่งเสริม"), second("8215", objective="สนับสนุน")),
    "X319": Example(second("8215", name="จำนวนคน"), second("8215", name="จำนวนแห่ง")),
    "X341": Example(
        mended(SOUND, ("หน่วยงาน | สำนักพัฒนาสังคม", "หน่วยงาน | สำนักพัฒนาสังม")),
        mended(SOUND, ("หน่วยงาน | สำนักพัฒนาสังคม", "หน่วยงาน | สำนักพัฒนาสังคม")),
    ),
    "B401": Example(total("20000", one="59902"), total("60000", one="59902")),
    "B402": Example(host("20,000"), host("60,000")),
    "B403": Example(shared("45", "40", "90"), shared("45", "41", "90")),
    "B404": Example(
        mended(WITH_TABLE, ("ดุสิต | | 2 | 2", "ดุสิต | | | 2")),
        mended(WITH_TABLE, ("ดุสิต | | 2 | 2", "ดุสิต | | 1 | 2")),
    ),
    "B405": Example(shared("45", "41", "90", columns="ฐาน | เป้าหมาย | หมู่"), shared("45", "41", "90")),
    "B406": Example(shared("45", "36", "80"), shared("45", "41", "90")),
    "B407": Example(total("59000", one="58902", typed="60000"), total("60000", one="59902", typed="60000")),
    "B408": Example(
        kr(complete(หน่วยนับ="ร้อยละ", ค่าเป้าหมายรวม="900").replace("| H | | 100 |", "| H | | 900 |")),
        kr(complete(หน่วยนับ="ร้อยละ", ค่าเป้าหมายรวม="90").replace("| H | | 100 |", "| H | | 90 |")),
    ),
}
