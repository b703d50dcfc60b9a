-- One line that a script can read: requests, microseconds in all, p50, p99 in microseconds, and what went wrong
done = function(summary, latency)
  local wrong = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout))
end
