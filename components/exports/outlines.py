"""Names as outlines of their letters, for an SVG that looks the same where the typeface is not installed. Made in
the worker process."""

from xml.etree import ElementTree as ET

from components.exports.faces import Face, face
from components.exports.options import Options
from components.exports.record import ExportRecord
from components.exports.svg import svg_tree


def outlined_svg(record: ExportRecord, options: Options) -> bytes:
    """The picture without a word that needs a font; a line with letters that the typeface lacks stays text. What is
    written stands as the label of its outline. Called in the worker process."""
    root = svg_tree(record)
    for parent in list(root.iter()):
        for place, node in enumerate(list(parent)):
            drawing = face(node.get("font-weight") == "600")
            if node.tag == "text" and node.text and drawing.has(node.text):
                parent[place] = _outlined(node, node.text, drawing)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _outlined(node: ET.Element, text: str, drawing: Face) -> ET.Element:
    size = float(node.get("font-size", "13"))
    wide = drawing.width(text, size)
    shift = {"middle": wide / 2, "end": wide}.get(node.get("text-anchor", "start"), 0.0)
    path = drawing.outline(text, float(node.get("x", "0")) - shift, float(node.get("y", "0")), size)
    look = {"d": path, "fill": node.get("fill", ""), "role": "img", "aria-label": text}
    return ET.Element("path", look | {name: node.get(name, "") for name in ("data-on",) if node.get(name)})
