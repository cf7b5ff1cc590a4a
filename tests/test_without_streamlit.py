"""What draws files and what is true work where Streamlit is not installed."""

import subprocess
import sys

from tests.app_pages import ROOT

NEEDS_IT = {"components.exports.menu", "components.picture.graph", "components.picture.theme_mode"}
IMPORT_ALL = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "streamlit":
            raise ImportError("no Streamlit here")

sys.meta_path.insert(0, Refuse())
import data, components.exports, components.picture, components.text

for package in (data, components.exports, components.picture, components.text):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except ImportError as error:
                if "no Streamlit here" not in str(error):
                    raise
                print(module.name)
"""


def test_only_what_draws_on_the_page_needs_streamlit() -> None:
    ran = subprocess.run([sys.executable, "-c", IMPORT_ALL], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) == NEEDS_IT
