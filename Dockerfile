# syntax=docker/dockerfile:1
FROM python:3.11-slim-bookworm AS build
WORKDIR /source
COPY requirements.lock requirements.txt LICENSE streamlit_app.py ./
COPY .streamlit .streamlit
COPY deploy/install deploy/install
COPY components components
COPY data data
COPY pages pages
RUN bash deploy/install /opt/landscape

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="AWS Data Landscape" org.opencontainers.image.licenses="MIT"
ENV LANG=C.UTF-8 LC_ALL=C.UTF-8 TZ=UTC \
    HOME=/tmp TMPDIR=/tmp \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONNOUSERSITE=1 \
    STREAMLIT_SERVER_PORT=8501 STREAMLIT_SERVER_ADDRESS=0.0.0.0
# What the drawing libraries inside pygraphviz and pillow link to.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libglib2.0-0 libx11-6 libxext6 libxrender1 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/landscape /opt/landscape
WORKDIR /opt/landscape/app
USER 10001:10001
EXPOSE 8501
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=3 \
    CMD ["/opt/landscape/venv/bin/python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8501/healthz', timeout=4)"]
ENTRYPOINT ["/opt/landscape/venv/bin/python", "-m", "components.server"]
