"""A folder of Terraform files."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.estate.terraform.blocks import Block


@dataclass
class Folder:
    """The files of one folder: their blocks with file name and text, and the skip comments in each."""

    path: str
    blocks: list[tuple[str, Block]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    comments: dict[str, list[tuple[int, str, str]]] = field(default_factory=dict)

    def named(self, kind: str) -> dict[str, tuple[str, Block]]:
        """The blocks of a kind with one label, by that label, each with its file."""
        return {block.labels[0]: (file, block) for file, block in self.blocks if block.kind == kind and block.labels}

    def resources(self) -> dict[tuple[str, str], tuple[str, Block]]:
        """The resource blocks by type and name, each with its file."""
        blocks = ((file, block) for file, block in self.blocks if block.kind == "resource" and len(block.labels) > 1)
        return {(block.labels[0], block.labels[1]): (file, block) for file, block in blocks}
