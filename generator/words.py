"""Words for people, in Thai and English, and the one exception that asks the operator to act. Knows no other room."""

from typing import Literal, NamedTuple

Language = Literal["th", "en"]


class Words(NamedTuple):
    """One sentence in both languages; `{name}` marks where a value goes, which may be Words again."""

    th: str
    en: str

    def say(self, language: Language, /, **values: object) -> str:
        """Return the sentence in `language` with its values filled in."""
        spoken = {name: value.say(language) if isinstance(value, Words) else value for name, value in values.items()}
        return (self.th if language == "th" else self.en).format_map(spoken)

    def filled(self, /, **values: object) -> "Words":
        """Return the same sentence with its values filled in, in both languages; braces in them mark no place."""
        return Words(_literal(self.say("th", **values)), _literal(self.say("en", **values)))


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


class Halt(Exception):
    """Only the operator can go on from here: a file is missing, a program is not installed, a document is open.

    `problem` says what is wrong in one sentence, `cure` what to do about it.
    """

    def __init__(self, problem: Words, cure: Words) -> None:
        super().__init__(problem.en)
        self.problem = problem
        self.cure = cure
