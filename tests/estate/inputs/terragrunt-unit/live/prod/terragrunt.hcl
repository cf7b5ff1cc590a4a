terraform {
  source = "../../modules//cache"
}
inputs = {
  nodes = 5
}
