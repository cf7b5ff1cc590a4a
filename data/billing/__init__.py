"""What services charge: bills from inputs and prices, in Decimal arithmetic, and the models that put services side by side."""
