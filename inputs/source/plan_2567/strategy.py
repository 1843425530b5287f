"""The strategy of the city as far as this plan serves it."""

from typing import Final

from records import prose

from generator.model.plan.strategy import KPI, KR, OBJECTIVE, SIDE, STRATEGY, SUBSTRATEGY, TACTIC, StrategyNode
from generator.model.quantities import Value
from plan_2567.figures import percent

_CARED_FOR: Final = "ประชาชนกลุ่มเปราะบางได้รับการดูแลอย่างครบวงจร"

STRATEGY_NODES: Final = [
    StrategyNode(level=SIDE, code="1", name="การบริการสาธารณะ"),
    StrategyNode(level=STRATEGY, code="1", name="การสร้างเมืองปลอดภัยและหยุ่นตัวต่อวิกฤตการณ์"),
    StrategyNode(level=SUBSTRATEGY, code="1.5", name="เมืองสุขภาพดี"),
    StrategyNode(level=OBJECTIVE, name="ประชาชนได้รับการส่งเสริมสุขภาพและป้องกันโรคสำคัญในเขตเมือง"),
    StrategyNode(
        level=KR,
        code="1",
        name="เสริมสร้างภูมิคุ้มกันด้านสุขภาพให้กับประชาชนและชุมชน",
        kr_target=prose(
            """
            ประชาชนทุกช่วงวัยมีความรอบรู้ด้านสุขภาพ
            - เยาวชน ร้อยละ 30
            - วัยทำงาน ร้อยละ 40
            - ผู้สูงอายุ ร้อยละ 60
            """
        ),
        hosts=("สนอ.",),
        supporters=("สนพ.", "สพส.", "สนศ.", "สนข."),
    ),
    StrategyNode(level=TACTIC, code="1.5.4", name="ควบคุมและป้องกันโรคติดต่อที่สำคัญในเขตเมือง"),
    StrategyNode(
        level=KPI,
        code="1.5.4.1",
        name="อัตราป่วยโรคไข้เลือดออกไม่เกินข้อมูลย้อนหลัง 5 ปี",
        target=Value("ไม่เกิน 80 เปอร์เซ็นต์ไทล์ของข้อมูล 5 ปีย้อนหลัง"),
        result="ผลลัพธ์",
    ),
    StrategyNode(level=STRATEGY, code="3", name="การลดความเหลื่อมล้ำด้วยการบริหารเมืองรูปแบบอารยะสำหรับทุกคน"),
    StrategyNode(level=SUBSTRATEGY, code="3.1", name="ลดความเหลื่อมล้ำ และสร้างโอกาสให้ประชาชนกลุ่มเปราะบาง"),
    StrategyNode(level=OBJECTIVE, name=_CARED_FOR),
    StrategyNode(
        level=KR,
        code="1",
        name="ประชาชนกลุ่มเปราะบางเข้าถึงและได้รับสวัสดิการตามความจำเป็นและความเหมาะสม",
        kr_target=prose("ร้อยละ 100"),
        hosts=("สพส.",),
        supporters=("สนข.",),
    ),
    StrategyNode(
        level=TACTIC,
        code="3.1.1",
        name="ร่วมมือและจัดสรรให้ประชาชนกลุ่มเปราะบางเข้าถึงและได้รับสวัสดิการตามความจำเป็นและความเหมาะสม",
    ),
    StrategyNode(
        level=KPI,
        code="3.1.1.4",
        name=(
            "กลุ่มเปราะบางที่ได้รับสวัสดิการจากหน่วยงานของกรุงเทพมหานคร (เช่น การจ้างงานคนพิการ คนไร้บ้าน และผู้สูงอายุ "
            "การจัดสวัสดิการให้คนไร้บ้าน การช่วยเหลือเด็กเร่ร่อน ฯลฯ)"
        ),
        target=percent(100),
        result="ผลผลิต",
    ),
    StrategyNode(
        level=KR,
        code="2",
        name="ประชาชนกลุ่มเปราะบางได้รับการสนับสนุนให้มีอาชีพและสามารถเลี้ยงดูตัวเองได้",
        kr_target=prose("ร้อยละ 100"),
        hosts=("สพส.",),
        supporters=("สนข.",),
    ),
    StrategyNode(level=TACTIC, code="3.1.2", name="สนับสนุนให้คนกลุ่มเปราะบางมีอาชีพและสามารถเลี้ยงดูตัวเองได้"),
    StrategyNode(
        level=KPI,
        code="3.1.2.1",
        name=("กลุ่มเปราะบางที่ได้รับการจ้างงานจากหน่วยงานในสังกัดกรุงเทพมหานคร (เช่น คนพิการ ผู้สูงอายุ คนไร้บ้าน แม่ที่ท้องไม่พร้อม ฯลฯ)"),
        target=percent(100),
        result="ผลผลิต",
    ),
    StrategyNode(level=SIDE, code="2", name="การบริหารจัดการ"),
]
