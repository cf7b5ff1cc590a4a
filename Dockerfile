# syntax=docker/dockerfile:1
FROM debian:bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 python3-venv binutils
WORKDIR /source
COPY requirements.lock requirements.txt LICENSE streamlit_app.py ./
COPY .streamlit .streamlit
COPY deploy/root deploy/install deploy/slim deploy/imported.py deploy/
COPY components components
COPY data data
COPY pages pages
RUN bash deploy/root /image && bash deploy/install /image/opt/landscape

# What Debian's Python needs, the app, and nothing else: no shell, no package manager.
FROM scratch
LABEL org.opencontainers.image.title="AWS Data Landscape" org.opencontainers.image.licenses="MIT"
ENV LANG=C.UTF-8 LC_ALL=C.UTF-8 TZ=UTC \
    HOME=/tmp TMPDIR=/tmp \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONNOUSERSITE=1 \
    STREAMLIT_SERVER_PORT=8501 STREAMLIT_SERVER_ADDRESS=0.0.0.0 STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE=true
COPY --from=build /image /
WORKDIR /opt/landscape/app
USER 10001:10001
# Nothing that was left out may be missed: every page, every example, every file.
RUN --mount=type=bind,source=deploy/try.py,target=/try.py ["/opt/landscape/venv/bin/python", "/try.py"]
EXPOSE 8501
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=3 \
    CMD ["/opt/landscape/venv/bin/python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"STREAMLIT_SERVER_PORT\"]}/healthz', timeout=4)"]
ENTRYPOINT ["/opt/landscape/venv/bin/python", "-m", "components.server"]
