"""The questions that are put to a design, and what has been accepted."""

import pytest

from data.catalog import catalog
from data.estate.judging.assess import accept, assess, open_results, reasons
from data.estate.sorts import sorts
from data.records.finding import Condition
from tests.estate.reading import answers, read

VERDICTS = [
    ("mapping-without-destination.yaml", "streams-without-failure-destination", {"Careless": "no", "Careful": "yes"}),
    ("mapping-without-destination.yaml", "streams-blocked-by-one-record", {"Careless": "no", "Careful": "yes"}),
    ("three-readers.yaml", "streams-more-than-two-readers", {"Table": "no"}),
    ("stream-mapping.yaml", "streams-more-than-two-readers", {"Table": "yes"}),
    ("security-groups.yaml", "rds-lambda-without-proxy", {"Database": "no"}),
    ("proxy.yaml", "rds-lambda-without-proxy", {"Database": "yes"}),
    ("kinesis-consumer.yaml", "kinesis-without-failure-destination", {"Mapping": "no"}),
    ("kinesis-consumer.yaml", "kinesis-not-encrypted", {"Stream": "no"}),
    ("table-to-kinesis.yaml", "kinesis-not-encrypted", {"Stream": "yes"}),
    ("dax-bypassed.yaml", "dax-one-node", {"Cluster": "no"}),
    ("dax-bypassed.yaml", "dax-plain-in-transit", {"Cluster": "no"}),
    ("dax-bypassed.yaml", "dax-bypassed", {"Cluster": "no"}),
    ("security-group-rule.yaml", "dax-bypassed", {}),
    ("ingestion.yaml", "dynamodb-zero-etl-needs-pitr", {"Table": "yes"}),
    ("ingestion.yaml", "ingestion-no-dead-letter-queue", {"Pipeline": "yes"}),
    ("ingestion.yaml", "ingestion-no-persistent-buffer", {}),
    ("ingestion-push.yaml", "ingestion-no-persistent-buffer", {"Pipeline": "no"}),
    ("ingestion-push.yaml", "ingestion-no-dead-letter-queue", {"Pipeline": "no"}),
    ("ingestion-push.yaml", "opensearch-no-dedicated-masters", {"Domain": "no"}),
    ("ingestion-push.yaml", "opensearch-no-zone-awareness", {"Domain": "no"}),
    ("ingestion-push.yaml", "opensearch-no-fine-grained-access", {"Domain": "no"}),
    ("collection-policy.yaml", "opensearch-serverless-public", {"Collection": "no"}),
    ("ingestion.yaml", "opensearch-serverless-public", {"Collection": "hidden"}),
    ("aurora.yaml", "aurora-one-instance", {"Cluster": "no"}),
    ("scaling.yaml", "dynamodb-provisioned-without-scaling", {"Table": "yes"}),
    ("reference.tf", "dynamodb-provisioned-without-scaling", {"t": "no"}),
    ("password-written.yaml", "rds-password-in-template", {"Database": "no"}),
    ("secret.yaml", "rds-password-in-template", {"Database": "yes"}),
    ("condition-parameter.yaml", "rds-single-az", {"Database": "depends"}),
    ("table-class.yaml", "dynamodb-class-against-traffic", {"Archive": "yes"}),
    ("template", "dynamodb-stream-for-ingestion", {"t": "no"}),
    ("zero-etl.yaml", "redshift-serverless-no-audit-log", {"Namespace": "no"}),
    ("proxy.yaml", "rds-proxy-tls", {"Proxy": "yes"}),
]


@pytest.mark.parametrize(("name", "finding", "verdicts"), VERDICTS)
def test_a_question_has_its_answer(name: str, finding: str, verdicts: dict[str, str]) -> None:
    assert {resource: result.verdict for resource, result in answers(read(name), finding).items()} == verdicts


@pytest.mark.parametrize(
    ("name", "resource"), [("skip-metadata.yaml", "Table"), ("skip-comment.yaml", "Table"), ("skip.tf", "t")]
)
def test_what_a_team_accepted_in_its_files_is_accepted_with_its_reason(name: str, resource: str) -> None:
    results = answers(read(name), "dynamodb-pitr-off")
    accepted = results[resource].accepted
    assert accepted is not None
    assert accepted.reason == "a cache that is filled anew"
    assert results[resource] not in open_results(results.values())
    assert all(result.accepted is None for name, result in results.items() if name != resource)


def test_a_visitor_accepts_with_a_reason() -> None:
    estate = read("reference.yaml")
    before = answers(estate, "dynamodb-pitr-off")["Table"]
    results = accept(assess(estate), {before.key: "made again every night"})
    after = {result.key: result for result in results}[before.key]
    assert before.fails
    assert not after.fails
    assert after.accepted is not None
    assert after.accepted.reason == "made again every night"


def test_what_can_be_put_right_by_what_is_known_is_told_before_what_is_only_asked() -> None:
    order = [result.finding.severity for result in open_results(assess(read("dax-bypassed.yaml")))]
    assert order == sorted(order, key=["high", "medium", "low", "ask"].index)


def test_there_are_questions_for_every_core_service() -> None:
    kinds = {sort for finding in catalog().findings.values() for sort in finding.about}
    asked = {sorts().by_id[sort].service for sort in kinds}
    assert {
        "rds",
        "rds-proxy",
        "redshift",
        "redshift-serverless",
        "dynamodb",
        "dax",
        "opensearch",
        "opensearch-serverless",
        "opensearch-ingestion",
        "lambda",
    } <= asked
    assert len(catalog().findings) >= 40


def test_every_question_is_about_kinds_and_settings_that_are_read() -> None:
    for finding in catalog().findings.values():
        for sort in finding.about:
            readable = {*sorts().by_id[sort].settings, "public network policy", "dead-letter queue", "pushed"}
            # a setting that only some of the kinds have is absent for the others
            known = {name for other in finding.about for name in sorts().by_id[other].settings} | readable
            assert _settings((*finding.applies, *finding.good)) <= known, finding.id


def _settings(conditions: tuple[Condition, ...]) -> set[str]:
    return {name for one in conditions for name in ({one.setting} if one.setting else set()) | _settings(one.any_of)}


def test_every_question_tells_its_facts_with_address_and_date() -> None:
    for finding in catalog().findings.values():
        for reason in reasons(finding):
            assert reason.url.startswith("https://docs.aws.amazon.com/")
            assert reason.read_on
            assert reason.text
