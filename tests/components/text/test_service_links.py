"""Names of services in a text lead to their cards."""

from components.text.plain_text import plain
from components.text.service_links import with_service_links
from data.records import Catalog


def test_the_first_naming_of_a_service_leads_to_its_card(catalog: Catalog) -> None:
    told = with_service_links(catalog, plain("Then consider DynamoDB Streams; DynamoDB alone is less. DynamoDB!"))
    assert told.count("services?service=dynamodb-streams") == 1
    assert told.count("(services?service=dynamodb)") == 1
    assert told.endswith(plain("DynamoDB!"))


def test_a_link_that_is_there_stays_as_it_is(catalog: Catalog) -> None:
    given = "[DynamoDB](sources?q=DynamoDB)"
    assert with_service_links(catalog, given) == given
