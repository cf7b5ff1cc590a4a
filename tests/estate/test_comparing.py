"""Two estates beside each other, a plan's two sides, and the use cases that an estate is near to."""

from data.estate.comparing import Difference, before_of, difference
from data.estate.fitting import fitting
from data.estate.read import read_estate
from data.records import Catalog
from tests.estate.reading import named, read

BEFORE = b"""
Resources:
  Orders: {Type: AWS::DynamoDB::Table, Properties: {DeletionProtectionEnabled: false}}
  Old: {Type: AWS::SQS::Queue}
"""
AFTER = b"""
Resources:
  Orders: {Type: AWS::DynamoDB::Table, Properties: {DeletionProtectionEnabled: true}}
  Reader:
    Type: AWS::Lambda::Function
    Properties: {Environment: {Variables: {T: !Ref Orders}}}
"""


def test_what_is_new_gone_and_changed_between_two_estates() -> None:
    found = difference(read_estate([("t.yaml", BEFORE)]), read_estate([("t.yaml", AFTER)]))
    assert [one.name for one in found.new] == ["Reader"]
    assert [one.name for one in found.gone] == ["Old"]
    assert [(one.resource.name, one.settings) for one in found.changed] == [
        ("Orders", (("deletion protection", "no", "yes"),))
    ]
    assert [line.partition(":")[0] for line in found.new_links] == ["Reader → Orders"]
    assert not found.gone_links


def test_an_estate_does_not_differ_from_itself() -> None:
    estate = read("ingestion.yaml")
    found = difference(estate, estate)
    assert found == Difference((), (), (), (), ())


def test_before_a_plan_what_is_deleted_stands_and_what_is_created_does_not() -> None:
    before = before_of(read("plan.json"))
    assert {resource.name for resource in before.on_map} == {"t", "old"}
    assert named(before, "t").by_name["deletion protection"].value is False
    assert not before.links


def test_use_cases_that_are_near_name_what_is_there_and_what_is_missing(catalog: Catalog) -> None:
    template = b"""
Transform: AWS::Serverless-2016-10-31
Resources:
  Users: {Type: AWS::DynamoDB::Table, Properties: {StreamSpecification: {StreamViewType: NEW_IMAGE}}}
  Sender: {Type: AWS::SES::EmailIdentity}
  Welcome:
    Type: AWS::Serverless::Function
    Properties:
      Policies: [{SESCrudPolicy: {IdentityName: !Ref Sender}}]
      Events: {New: {Type: DynamoDB, Properties: {Stream: !GetAtt Users.StreamArn, StartingPosition: LATEST}}}
"""
    fit = next(
        one for one in fitting(catalog, read_estate([("t.yaml", template)])) if one.use_case.id == "welcome-message"
    )
    assert {"dynamodb--dynamodb-streams", "dynamodb-streams--lambda", "lambda--ses"} <= set(fit.there)
    assert set(fit.there) | set(fit.missing) == catalog.connections_in("welcome-message")
    assert "lambda" not in fit.missing_services
