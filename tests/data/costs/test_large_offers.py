"""A large offer file is read in little memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.records import Catalog
from data.records.price import Price
from tests.conftest import ROOT
from tests.data.costs.offer_files import PUBLISHED, on_demand, price_of, product

MEGABYTES = int(os.environ.get("OFFER_MEGABYTES", "60"))
WITHIN = 300  # MB, whatever the size of the file


def _write_large(path: Path, megabytes: int, price: Price) -> None:
    """An offer file of that size: thousands of products with their terms, and at its end the one that is wanted."""
    sku, filler = str(price.sku), "An attribute that says something about this product. " * 4
    with path.open("w", encoding="utf-8") as file:
        file.write(f'{{"formatVersion": "v1.0", "publicationDate": "{PUBLISHED}", "products": {{')
        number = 0
        while file.tell() < megabytes * 600_000:
            file.write(
                f'"X{number}": '
                + json.dumps(
                    {
                        "sku": f"X{number}",
                        "attributes": {"usagetype": f"u{number}", "regionCode": "us-east-1", "text": filler},
                    }
                )
                + ",\n"
            )
            number += 1
        file.write(f'"{sku}": ' + json.dumps(product(price)) + '}, "terms": {"OnDemand": {')
        for other in range(number):
            file.write(f'"X{other}": ' + json.dumps(on_demand(f"X{other}", ("Hrs", "0", "1.0"))) + ",\n")
            if file.tell() > megabytes * 1_000_000:
                break
        file.write(f'"{sku}": ' + json.dumps(on_demand(sku, ("Hrs", "0", "0.6"))) + '}, "Reserved": {}}}')


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to read the memory from")
def test_a_large_offer_file_is_read_in_little_memory(catalog: Catalog, tmp_path: Path) -> None:
    """OFFER_MEGABYTES=500 makes the file as large as those of AWS; the memory allowed is the same."""
    price = price_of(catalog, "rs-node-ra3-large-use1")
    _write_large(tmp_path / "large.json", MEGABYTES, price)
    used = "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"  # kB
    script = f"from data.tools.prices import main; main(); {used}"
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "0.543 -> 0.6" in done.stdout
    assert int(done.stdout.split()[-1]) / 1024 < WITHIN
