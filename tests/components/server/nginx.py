"""How nginx is set up before replicas, by the tests and by the example of the project."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT
from tests.replicas import Replica

TO = """
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_header;
      proxy_connect_timeout 2s;
"""


@dataclass(frozen=True)
class Fleet:
    """Two replicas at the root and one under `/atlas`, and the addresses of the proxy before them."""

    first: Replica
    second: Replica
    below: Replica
    kept: str
    stripped: str
    tls: str
    in_turn: str
    sticky: str


def configuration_of(folder: Path, replicas: tuple[Replica, Replica, Replica], ports: list[int]) -> str:
    first, second, below = (replica.port for replica in replicas)
    servers = f"127.0.0.1:{first} max_fails=1 fail_timeout=5s; server 127.0.0.1:{second} max_fails=1 fail_timeout=5s;"
    locations = (
        f"listen 127.0.0.1:{ports[0]}; location /atlas {{ proxy_pass http://127.0.0.1:{below}; {TO} }}",
        f"listen 127.0.0.1:{ports[1]}; location /wiki/atlas/ {{ proxy_pass http://127.0.0.1:{first}/; {TO} }}",
        f"listen 127.0.0.1:{ports[2]} ssl; ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;"
        f" location / {{ proxy_pass http://127.0.0.1:{first}; {TO} }}",
        f"listen 127.0.0.1:{ports[3]}; location / {{ proxy_pass http://in_turn; {TO} }}"
        f" location /_stcore/stream {{ proxy_pass http://in_turn; {TO} proxy_read_timeout 3s; }}",
    )
    return f"""
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  map $http_upgrade $connection_header {{ default upgrade; "" ""; }}
  upstream in_turn {{ server {servers} }}
  {"".join(f"server {{ {location} }}" for location in locations)}
}}
"""


def example_of(folder: Path, replicas: tuple[Replica, Replica, Replica], port: int) -> str:
    """The configuration that the project ships, for replicas and ports of this machine."""
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    for name, replica in zip(("atlas-1:8501", "atlas-2:8501"), replicas, strict=False):
        assert name in text
        text = text.replace(name, f"127.0.0.1:{replica.port}")
    text = text.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/tmp/", f"{folder}/example-")  # noqa: S108
    return f"daemon off; {'user root;' if os.geteuid() == 0 else ''} {text}"


def make_certificate(folder: Path) -> None:
    subject = ["-subj", "/CN=127.0.0.1", "-days", "1", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject], check=True, capture_output=True
    )
