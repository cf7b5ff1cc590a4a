"""What is counted, for Prometheus: Streamlit's own families and those of the app, in one answer at `/metrics`."""

import hmac
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.openmetrics.parser import text_string_to_metric_families
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.picture.places import layout_counts
from components.server.capacity import most_sessions
from components.server.catalog_answers import catalog_version
from components.server.configuration import configuration
from components.server.sessions import kept_sessions, open_sessions, streamlits_metrics
from components.worker.worker import DRAWINGS, LAYOUTS

COUNTED = CollectorRegistry()
RUNS = Histogram(
    "landscape_run_seconds",
    "Seconds from a visitor's question until the page, or a part of it, has its answer.",
    ["page", "part"],
    registry=COUNTED,
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
REQUESTS = Counter("landscape_requests", "HTTP requests.", ["what", "status"], registry=COUNTED)
EXPORTS = Counter("landscape_exports", "Files that visitors took along.", ["format"], registry=COUNTED)


class _OfTheProcess:
    """What is looked up when somebody asks."""

    def collect(self) -> Iterator[Metric]:
        yield GaugeMetricFamily("landscape_sessions", "Pages that are open now.", value=open_sessions())
        yield GaugeMetricFamily("landscape_sessions_at_most", "Pages that may be open at once.", value=most_sessions())
        yield GaugeMetricFamily(
            "landscape_sessions_kept", "Sessions that wait for a page whose line was lost.", value=kept_sessions()
        )
        computed, reused = layout_counts()
        yield CounterMetricFamily("landscape_layouts_computed", "Layouts that were computed.", value=computed)
        yield CounterMetricFamily("landscape_layouts_reused", "Layouts that were taken from those kept.", value=reused)
        restarts = CounterMetricFamily(
            "landscape_worker_restarts", "Starts of a worker after its first.", labels=["worker"]
        )
        for worker in (LAYOUTS, DRAWINGS):
            restarts.add_metric([worker.name], worker.restarts)
        yield restarts
        yield InfoMetricFamily("landscape_catalog", "The catalog that is shown.", value={"version": catalog_version()})


class _OfStreamlit:
    """Streamlit's own families."""

    def collect(self) -> Iterator[Metric]:
        yield from text_string_to_metric_families(streamlits_metrics())  # type: ignore[no-untyped-call]


COUNTED.register(_OfTheProcess())
COUNTED.register(_OfStreamlit())


async def metrics(request: Request) -> Response:
    """The metrics in the text form of OpenMetrics; 404 where they are off, 401 without the token where they need
    one."""
    settings = configuration()
    if settings.metrics == "off":
        return PlainTextResponse("Not found\n", status_code=404, headers={"Cache-Control": "no-store"})
    if settings.metrics_token is not None and settings.metrics == "token":
        wanted = f"Bearer {settings.metrics_token.get_secret_value()}"
        if not hmac.compare_digest(request.headers.get("authorization", "").encode(), wanted.encode()):
            return PlainTextResponse(
                "Send the token.\n",
                status_code=401,
                headers={"WWW-Authenticate": "Bearer", "Cache-Control": "no-store"},
            )
    text = await run_in_threadpool(generate_latest, COUNTED)
    return Response(text, media_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})
