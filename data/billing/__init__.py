"""What services charge: bills from inputs and prices, in Decimal arithmetic, and the models that compare services."""
