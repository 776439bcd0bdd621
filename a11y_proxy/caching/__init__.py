"""HTTP cache policy (RFC 9111) as pure decisions: values in, values out, `now` an argument."""
