"""How the landscape looks: one module for each thing that is drawn. Takes records from `data`, never the other way
round."""
