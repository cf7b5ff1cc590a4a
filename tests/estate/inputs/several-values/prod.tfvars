nodes = 3
protected = true
env = "prod"
code = "hush-prod"
