"""The effort of a reading grows with what is read, and no faster."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from data.estate.judging.assess import assess
from data.estate.read import read_estate


def system(resources: int) -> dict[str, Any]:
    """A template with tables, roles, functions and mappings, four resources each."""
    body: dict[str, Any] = {}
    for number in range(resources // 4):
        table, role, function = f"Table{number}", f"Role{number}", f"Function{number}"
        arn = {"Fn::GetAtt": [table, "Arn"]}
        statement = {"Effect": "Allow", "Action": ["dynamodb:GetItem"], "Resource": arn}
        policy = {"PolicyName": "p", "PolicyDocument": {"Statement": [statement]}}
        variables = {"TABLE": {"Ref": table}}
        stream = {"Fn::GetAtt": [table, "StreamArn"]}
        body |= {
            table: {
                "Type": "AWS::DynamoDB::Table",
                "Properties": {"StreamSpecification": {"StreamViewType": "NEW_IMAGE"}},
            },
            role: {"Type": "AWS::IAM::Role", "Properties": {"Policies": [policy]}},
            function: {
                "Type": "AWS::Lambda::Function",
                "Properties": {"Role": {"Fn::GetAtt": [role, "Arn"]}, "Environment": {"Variables": variables}},
            },
            f"Mapping{number}": {
                "Type": "AWS::Lambda::EventSourceMapping",
                "Properties": {"EventSourceArn": stream, "FunctionName": {"Ref": function}},
            },
        }
    return {"Resources": body}


def effort(text: str) -> float:
    """Seconds of processor time to read and to answer all questions; the better of two."""
    took = []
    for _ in range(2):
        start = time.process_time()
        assess(read_estate([("t", text.encode())]))
        took.append(time.process_time() - start)
    return min(took)


def as_yaml(template: dict[str, Any]) -> str:
    return str(yaml.dump(template, Dumper=yaml.CSafeDumper))


@pytest.mark.parametrize(("write", "resources"), [(json.dumps, 200), (as_yaml, 100)])
def test_eight_times_as_much_takes_about_eight_times_as_long(
    write: Callable[[dict[str, Any]], str], resources: int
) -> None:
    small, large = (effort(write(system(times * resources))) for times in (1, 8))
    assert large < 8 * small * 2.5


def test_every_arrow_of_a_large_system_is_found() -> None:
    estate = read_estate([("t.json", json.dumps(system(400)).encode())])
    assert len(estate.connections) == len({link.connection for link in estate.links if link.connection})
    assert len(estate.links) == 3 * 100  # the stream of each table, its mapping, and what its function may read
