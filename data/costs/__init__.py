"""What a design costs, as question and answer: bills side by side, where the choice turns; `python -m data.costs`."""
