"""What a reading says when it cannot go on."""


class Refused(ValueError):
    """One sentence, with file and line where they are known, and what to do next."""

    def __init__(self, sentence: str, file: str = "", line: int | None = None) -> None:
        self.sentence, self.file, self.line = sentence, file, line
        super().__init__(sentence)

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}: " if self.line else f"{self.file}: " if self.file else ""
        return place + self.sentence
