"""The scripts of all components as one file of the app, which a browser reads once and keeps.

Streamlit would send the script of a component as a text with each of its runs.
"""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from components.scripts.modules import HERE, ROOT, listed, name_of

# Scripts of the first file, of a page that works without the app, and texts around modules.
ELSEWHERE = ("server/", "exports/offline/", "scripts/in_page.js", "scripts/loader.js")


@cache
def bundle() -> str:
    """A module whose `load(name)` gives a script of a component as a module."""
    modules = [path for path in sorted(ROOT.rglob("*.js")) if not name_of(path).startswith(ELSEWHERE)]
    return f"{listed(modules)}export const load = (name) => import(addresses[name]);\n"


@cache
def bundle_address() -> str:
    """Where the file is below the root of the app: another text has another address."""
    return f"assets/scripts-{sha256(bundle().encode()).hexdigest()[:16]}.js"


def loading(script: Path) -> str:
    """What Streamlit is given as the script of a component: it loads the real one."""
    names = f"const FILE = {json.dumps(bundle_address())};\nconst NAME = {json.dumps(name_of(script))};\n"
    return names + (HERE / "in_page.js").read_text("utf-8")
