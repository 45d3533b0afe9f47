# What the benchmark scripts share; to be sourced.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
understudy=$here/../understudy
data=${1:-$here/../../shared/data}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# run COMMAND...: sets seconds (wall clock, the start of the JVM counted) and peak (resident memory in MB).
run() {
  local begun ended pid high
  peak=0
  begun=$(date +%s%N)
  "$@" &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    # VmHWM is the highest resident size so far.
    high=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status" 2>/dev/null || true)
    [ "${high:-0}" -gt "$peak" ] && peak=$high
    sleep 0.05
  done
  wait "$pid" || { echo "failed: $*" >&2; exit 1; }
  ended=$(date +%s%N)
  seconds=$(awk -v ns=$((ended - begun)) 'BEGIN { printf "%.2f", ns / 1e9 }')
  peak=$((peak / 1024))
}

machine() {
  echo "$(nproc) cores ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), $(java -version 2>&1 | head -n 1)," \
    "load $(cut -d ' ' -f 1 /proc/loadavg) at the start"
}
