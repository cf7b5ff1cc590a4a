"""Run by `make ask`: prints for every question whether the first five hits of each way to type it lead to a record that
answers."""

from data.catalog import catalog
from tests.questions.answers import answers


def main() -> None:
    """Ask and print."""
    every = list(answers(catalog()))
    for answered in every:
        print(f"{'found ' if answered.found else 'MISSED'}  {answered.asked.id}")
        for query, hit in zip(answered.asked.queries, answered.hits, strict=True):
            print(f"          {query:<62} {f'{hit.found}: {hit.name}' if hit else '-'}")
    found = sum(answered.found for answered in every)
    print(f"{found} of {len(every)} questions lead to an answer by each of their queries")


if __name__ == "__main__":
    main()
