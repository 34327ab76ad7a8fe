"""What a queue comes to, told beforehand by closed forms; the discrete-event engine is held against them."""
