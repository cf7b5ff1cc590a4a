nodes = 3
protected = true
