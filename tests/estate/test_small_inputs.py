"""What is understood of small inputs, one construct each: where resources stand, how they are joined, what became of
each."""

import pytest

from tests.estate.reading import INPUTS, answers, arrows, named, read

ARROWS = {
    "reference.yaml": {"Function > Table may"},
    "get-att.yaml": {"Queue > Function is"},
    "stream-mapping.yaml": {"Table > Function is"},
    "sub.yaml": {"Function > Domain may"},
    "join.yaml": {"Stream > Bucket is"},
    "import-value.yaml": {"shared-stream > Function is"},
    "parameter-as-source.yaml": {"QueueArn > Function is"},
    "json.json": {"Function > Table may"},
    "inline-policy.yaml": {"Function > Table may"},
    "policy-beside.yaml": {"Function > Queue may"},
    "policy-denies.yaml": set(),
    "policy-star.yaml": {"Function > Domain may"},
    "security-groups.yaml": {"Function > Database may"},
    "security-group-rule.yaml": {"Function > Cluster may"},
    "proxy.yaml": {"Proxy > Database is", "Proxy > Secret is"},
    "zero-etl.yaml": {"Database > Namespace is"},
    "backup.yaml": {"Plan > Table is"},
    "subscription.yaml": {"Topic > Queue is"},
    "log-subscription.yaml": {"Group > Function is"},
    "bucket-notification.yaml": {"Bucket > Function is"},
    "table-to-kinesis.yaml": {"Table > Stream is"},
    "scaling.yaml": {"Target > Table is"},
    "replica.yaml": {"Primary > Reader is"},
    "ingestion.yaml": {"Table > Pipeline is", "Pipeline > Collection is", "Pipeline > Failed is"},
    "ingestion-push.yaml": {"Pipeline > Domain is"},
    "kinesis-consumer.yaml": {"Stream > Function is"},
    "three-readers.yaml": {"Table > One is", "Table > Two is", "Table > Three is"},
    "mapping-without-destination.yaml": {"Table > Function is", "Function > Queue is"},
    "dax-bypassed.yaml": {"Function > Cluster may", "Function > Table may", "Cluster > Table may"},
    "sam-event.yaml": {"Table > Function is"},
    "sam-queue.yaml": {"Queue > Function is"},
    "sam-policy.yaml": {"Function > Table may"},
    "sam-globals.yaml": {"Function > Table may"},
    "sam-connector.yaml": {"Function > Queue may"},
    "nested": {"Function > Table may"},
    "for-each-inside.yaml": {
        "TableOrders > Function is",
        "TableUsers > Function is",
        "Function > TableOrders may",
        "Function > TableUsers may",
    },
    "reference.tf": {"f > t may", "t > f is"},
    "policy-document.tf": {"f > q may"},
    "jsonencode.tf": {"f > t may"},
    "heredoc.tf": {"f > b may"},
    "module": {"f > orders.this may"},
    "data-source.tf": {"aws_kinesis_stream.shared > f is"},
    "template": {"t > p is", "p > d is"},
    "template-file": {"t > p is", "p > d is"},
    "plan.json": {"t > f is"},
    "raw.tfstate": {"q > f is"},
}


@pytest.mark.parametrize("name", ARROWS)
def test_an_input_has_exactly_these_arrows(name: str) -> None:
    assert arrows(read(name)) == ARROWS[name]


@pytest.mark.parametrize("name", sorted(path.name for path in INPUTS.iterdir()))
def test_every_resource_is_accounted_for_and_every_arrow_has_evidence(name: str) -> None:
    estate = read(name)
    assert sum(estate.counts.values()) == sum(resource.written for resource in estate.resources)
    assert not estate.problems
    for link in estate.links:
        assert link.place.file in estate.files
        assert link.source in estate.by_address or link.source in estate.outside_by_id
        assert link.expression or link.says == "has"


FATES = {
    "folded.yaml": {
        "Database": "map",
        "Subnets": "folded",
        "Alarm": "folded",
        "Network": "outside",
        "Strange": "unknown",
    },
    "custom-domain.yaml": {
        "Search": "map",
        "Other": "unknown",
        "AesSiemDomainDeployed": "map",
        "AesSiemDomainConfigured": "unknown",
    },
    "condition-false.yaml": {"Cluster": "absent", "Table": "map"},
    "condition-resource.yaml": {"Cluster": "map"},
    "nested": {"Data": "folded", "Table": "map", "Function": "map"},
    "nested-missing.yaml": {"Data": "missing"},
    "module-outside.tf": {"orders": "map", "network": "missing"},
    "explorer.csv": {"orders": "map", "subnet-1": "outside"},
    "explorer.json": {"on-change": "map"},
    "config-query.json": {"orders": "map", "db-1": "map"},
    "count.tf": {"many[0]": "map", "many[1]": "map"},
    "for-each.tf": {'t["orders"]': "map", 't["users"]': "map"},
    "for-each.yaml": {"TableOrders": "map", "TableUsers": "map"},
    "cdk.out": {"OrdersTableDD18004A": "map", "Meta": "outside", "UsersTable0A0A0A0A": "map"},
    "plan.json": {"t": "map", "f": "map", "m": "folded", "old": "absent"},
    "aurora.yaml": {"Cluster": "map", "Writer": "folded"},
    "collection-policy.yaml": {"Collection": "map", "Network": "folded"},
    "anchors.yaml": {"One": "map", "Two": "map"},
    "alias.tf": {"t": "map"},
    "settings.tf.json": {"t": "map"},
}


@pytest.mark.parametrize("name", FATES)
def test_each_resource_has_its_fate(name: str) -> None:
    assert {resource.name: resource.fate for resource in read(name).resources} == FATES[name]


SETTINGS = [
    ("condition-parameter.yaml", "Database", "multi-az", "depends", False, ("Stage",)),
    ("mapping.yaml", "Cluster", "nodes", "depends", 1, ("Size",)),
    ("mapping-known.yaml", "Cluster", "nodes", "known", 5, ()),
    ("either-way.yaml", "Cluster", "nodes", "depends", None, ("Stage",)),
    ("json.json", "Table", "deletion protection", "known", True, ()),
    ("nested", "Table", "deletion protection", "known", True, ()),
    ("reference.yaml", "Table", "deletion protection", "default", False, ()),
    ("anchors.yaml", "Two", "deletion protection", "known", True, ()),
    ("secret.yaml", "Database", "master password", "known", "(given at deployment)", ()),
    ("password-written.yaml", "Database", "master password", "known", "(written out)", ()),
    ("sensitive.tf", "db", "master password", "known", "(given at deployment)", ()),
    ("state.json", "db", "master password", "hidden", None, ()),
    ("expression.tf", "db", "multi-az", "depends", False, ("var.env",)),
    ("locals.tf", "c", "nodes", "known", 3, ()),
    ("values", "c", "nodes", "known", 3, ()),
    ("several-values", "c", "nodes", "depends", None, ("var.nodes",)),
    ("several-values", "t", "deletion protection", "known", True, ()),
    ("optional", 'm.t["orders"]', "deletion protection", "known", True, ()),
    ("optional", 'm.t["users"]', "deletion protection", "known", False, ()),
    ("directive.tf", "s", "name", "known", "orders-live", ()),
    ("terragrunt", "c", "nodes", "known", 3, ()),
    ("terragrunt-unit", "c", "nodes", "known", 5, ()),
    ("module", "orders.this", "deletion protection", "known", True, ()),
    ("for-each.tf", 't["users"]', "deletion protection", "known", False, ()),
    ("dynamic.tf", "t", "point-in-time recovery", "depends", None, ("var.protected",)),
    ("settings.tf.json", "t", "deletion protection", "known", True, ()),
    ("config-query.json", "db-1", "encryption at rest", "known", True, ()),
    ("ingestion.yaml", "Pipeline", "dead-letter queue", "known", True, ()),
    ("ingestion-push.yaml", "Pipeline", "dead-letter queue", "known", False, ()),
    ("collection-policy.yaml", "Collection", "public network policy", "known", True, ()),
    ("plan.json", "t", "deletion protection", "known", True, ()),
]


@pytest.mark.parametrize(("name", "resource", "setting", "state", "value", "depends"), SETTINGS)
def test_a_setting_is_known_or_says_what_it_depends_on(
    name: str, resource: str, setting: str, state: str, value: object, depends: tuple[str, ...]
) -> None:
    found = named(read(name), resource).by_name[setting]
    assert (found.state, found.value, found.depends) == (state, value, depends)


def test_a_setting_says_which_file_of_values_gave_which_value() -> None:
    nodes = named(read("several-values"), "c").by_name["nodes"]
    assert nodes.by_file == ("var.nodes is 1 in dev.tfvars, 3 in prod.tfvars",)
    assert "3 in prod.tfvars" in answers(read("several-values"), "dax-one-node")["c"].evidence[0].text


def test_existence_says_which_file_of_values_decides_it_and_a_secret_is_in_neither() -> None:
    estate = read("several-values")
    exists = named(estate, "q").exists
    assert exists is not None
    assert exists.by_file == ("var.env is dev in dev.tfvars, prod in prod.tfvars",)
    assert "hush" not in estate.model_dump_json()


def test_an_expression_that_is_not_known_is_shown_and_is_not_a_no() -> None:
    result = answers(read("expression.tf"), "rds-single-az")["db"]
    assert (result.verdict, result.by_default) == ("depends", "no")
    assert 'var.env != "development"' in result.evidence[0].text


def test_a_condition_that_comes_out_well_either_way_is_a_yes() -> None:
    assert answers(read("either-way.yaml"), "dax-one-node")["Cluster"].verdict == "yes"


def test_an_inventory_does_not_say_what_it_does_not_list() -> None:
    assert answers(read("explorer.csv"), "dynamodb-pitr-off")["orders"].verdict == "hidden"


def test_a_module_outside_the_files_hides_its_settings() -> None:
    assert answers(read("module-outside.tf"), "dynamodb-pitr-off")["orders"].verdict == "hidden"


def test_what_is_created_under_a_condition_says_so() -> None:
    for name, resource, depends in (
        ("condition-resource.yaml", "Cluster", "WithCache"),
        ("count-variable.tf", "c", "var.cached"),
    ):
        exists = named(read(name), resource).exists
        assert exists is not None
        assert exists.depends == (depends,)
        assert exists.default is False


def test_a_table_with_a_stream_stands_in_both_boxes() -> None:
    estate = read("stream-mapping.yaml")
    assert named(estate, "Table").services == ("dynamodb", "dynamodb-streams")
    assert {"dynamodb--dynamodb-streams", "dynamodb-streams--lambda"} <= estate.connections


def test_a_plan_says_what_changes() -> None:
    estate = read("plan.json")
    assert estate.has_plan
    assert {resource.name: resource.change for resource in estate.resources} == {
        "t": "changed",
        "f": "created",
        "m": "created",
        "old": "deleted",
    }
    assert [(one.name, one.value) for one in named(estate, "t").before] == [("deletion protection", False)]


def test_what_stands_outside_the_files_is_a_box() -> None:
    boxes = {
        name: read(name).outside[0] for name in ("import-value.yaml", "parameter-as-source.yaml", "data-source.tf")
    }
    assert [box.what for box in boxes.values()] == [
        "an export of another stack",
        "a parameter or variable",
        "looked up, made elsewhere",
    ]
    assert boxes["data-source.tf"].service == "kinesis-data-streams"
