# Not all of its inputs are known, so a default need not be what counts.
inputs = merge(
  { known = "known" },
  dependency.other.outputs,
)
