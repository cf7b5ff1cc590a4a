"""Prints the files of all modules of packages that the app imports, to be compiled; runs where the app is installed."""

import pkgutil
import sys
from importlib import import_module

sys.dont_write_bytecode = True
sys.path.insert(0, "")

import streamlit.web.bootstrap  # noqa: E402, F401
import uvicorn  # noqa: E402, F401

import components  # noqa: E402
import data  # noqa: E402

for room in (components, data):
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        if not module.name.startswith(("components.server.script", "data.tools.")) and "__main__" not in module.name:
            import_module(module.name)

files = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
compiled = sorted(file for file in files if file and file.endswith(".py") and file.startswith(sys.prefix))
sys.stdout.write("\n".join([*compiled, ""]))
