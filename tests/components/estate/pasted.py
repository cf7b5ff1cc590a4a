"""The page of an estate with a template that was pasted into it, and what its map says that it shows."""

from typing import Any

from streamlit.testing.v1 import AppTest

from tests.app_pages import graph, open_page

TEMPLATE = """
Resources:
  Orders: {Type: AWS::DynamoDB::Table, Properties: {BillingMode: PAY_PER_REQUEST}}
  <b>Odd</b>: {Type: AWS::SQS::Queue}
  Reader:
    Type: AWS::Lambda::Function
    Properties: {Environment: {Variables: {TABLE: !Ref Orders}}}
"""


def pasted(text: str) -> AppTest:
    app = open_page("estate")
    app.text_area(key="estate-paste").input(text)
    return app.button(key="estate-read-paste").click().run()


def meta(app: AppTest) -> dict[str, Any]:
    return dict(graph(app)["figure"]["layout"]["meta"])
