"""What the catalog quotes from AWS's APIs is what AWS's own models say."""

from collections.abc import Collection, Mapping

from data.records import ApiEnum, ApiLimit, Catalog, Fact, NamesInCode
from data.tools.api_names import api_problems, name_problems, permission_problems, regions_in
from tests.aws_models import AwsModels


class TinyModels:
    """Models of a world with one client, two sizes and one Region."""

    def clients(self) -> Collection[str]:
        return {"crate"}

    def regions(self) -> Collection[str]:
        return {"us-east-1"}

    def values(self, client: str, shape: str) -> Collection[str] | None:
        return {"Size": ["S", "L"]}.get(shape)

    def bounds(self, client: str, shape: str) -> Mapping[str, int] | None:
        return {"Weight": {"max": 10}}.get(shape)

    def required(self, resource: str) -> Collection[str] | None:
        return {"AWS::Crate::Box": ["Name"]}.get(resource)

    def actions(self, prefix: str) -> Collection[str] | None:
        return {"crate": ["open", "openall", "close"]}.get(prefix)


def problems(**names: object) -> list[str]:
    return list(name_problems("services/made-up.yaml", NamesInCode(**names), TinyModels()))  # type: ignore[arg-type]


def test_every_name_that_the_catalog_quotes_exists_in_the_models_of_aws(catalog: Catalog) -> None:
    found = api_problems(catalog, AwsModels())
    assert not found, f"{len(found)} differences:\n" + "\n".join(found)


def test_the_catalog_quotes_enough_names_to_make_the_comparison_worth_it(catalog: Catalog) -> None:
    names = [service.names_in_code for service in catalog.services.values()]
    core = [service.names_in_code for service in catalog.services.values() if service.core]
    assert all(quoted.enums for quoted in core)
    assert sum(len(quoted.enums) + len(quoted.limits) for quoted in names) > 100
    assert sum(len(quoted.cloudformation) for quoted in names) > 50


def test_names_that_the_models_know_are_no_problem() -> None:
    assert not problems(
        boto3=("crate",),
        enums=(ApiEnum(client="crate", shape="Size", values=("L", "S")),),
        limits=(ApiLimit(client="crate", shape="Weight", bound="max", value=10),),
        cloudformation=("AWS::Crate::Box",),
        required_properties={"AWS::Crate::Box": ("Name",)},
    )


def test_an_unknown_client_is_reported_with_its_file_and_field() -> None:
    assert problems(boto3=("crates",)) == [
        "services/made-up.yaml: names_in_code.boto3: we say 'crates'; botocore has no such client"
    ]


def test_a_wrong_value_of_an_enumeration_is_reported_with_what_the_model_says() -> None:
    (line,) = problems(enums=(ApiEnum(client="crate", shape="Size", values=("S", "XL")),))
    assert line == "services/made-up.yaml: names_in_code.enums.crate.Size: we say [S, XL]; the model says [L, S]"


def test_a_value_that_the_model_has_and_the_catalog_lacks_is_reported() -> None:
    (line,) = problems(enums=(ApiEnum(client="crate", shape="Size", values=("S",)),))
    assert "we say [S]; the model says [L, S]" in line


def test_an_unknown_enumeration_and_an_unknown_client_of_one_are_reported() -> None:
    assert (
        len(
            problems(
                enums=(
                    ApiEnum(client="crate", shape="Colour", values=("red",)),
                    ApiEnum(client="barrel", shape="Size", values=("S", "L")),
                )
            )
        )
        == 2
    )


def test_a_wrong_limit_is_reported_with_both_numbers() -> None:
    limits = (
        ApiLimit(client="crate", shape="Weight", bound="max", value=11),
        ApiLimit(client="crate", shape="Weight", bound="min", value=1),
    )
    assert problems(limits=limits) == [
        "services/made-up.yaml: names_in_code.limits.crate.Weight.max: we say 11; the model says 10",
        "services/made-up.yaml: names_in_code.limits.crate.Weight.min: we say 1; the model says nothing",
    ]


def test_a_resource_type_that_does_not_exist_and_a_property_that_is_not_required_are_reported() -> None:
    first, second = problems(
        cloudformation=("AWS::Crate::Lid",), required_properties={"AWS::Crate::Box": ("Name", "Colour")}
    )
    assert "we say 'AWS::Crate::Lid'; the schemas have no such resource type" in first
    assert "we say [Colour, Name]; the schema says [Name]" in second


def test_an_iam_action_that_no_service_has_is_reported() -> None:
    def found(permission: str) -> list[str]:
        return list(permission_problems("connections/a.yaml: a--b", permission, TinyModels()))

    assert not found("crate:Open (on the box)")
    assert not found("crate:Open*")
    assert not found("crate:Burn (in the guide only)")
    assert found("crate:Burn") == [
        "connections/a.yaml: a--b: permissions: we say 'crate:Burn'; the service has no such action"
    ]
    assert "no service prefix 'barrel'" in found("barrel:Open")[0]


def test_codes_of_regions_are_found_in_the_texts_of_a_record() -> None:
    assert regions_in(Fact(text="Offered in us-east-1, us-gov-west-1 and mars-north-1 only.", source=("page",))) == {
        "us-east-1",
        "us-gov-west-1",
        "mars-north-1",
    }
