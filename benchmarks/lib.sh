# What the benchmark scripts share; to be sourced.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
understudy=$here/../understudy
data=${1:-$here/../../shared/data}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# run COMMAND...: sets seconds (wall clock, the start of the JVM counted) and peak (resident memory in MB).
run() {
  local begun ended pid watcher
  begun=$(date +%s%N)
  "$@" &
  pid=$!
  watch "$pid" &
  watcher=$!
  wait "$pid" || { echo "failed: $*" >&2; exit 1; }
  ended=$(date +%s%N)
  wait "$watcher"
  peak=$(cat "$work/peak")
  seconds=$(awk -v ns=$((ended - begun)) 'BEGIN { printf "%.2f", ns / 1e9 }')
  peak=$((peak / 1024))
}

# watch PID: writes the highest resident size it saw, in kB. Apart from run, which else would wait for it and not for the end.
watch() {
  local peak=0 key value
  while kill -0 "$1" 2>/dev/null; do
    while read -r key value _; do
      # The highest resident size so far.
      [ "$key" != VmHWM: ] || peak=$((value > peak ? value : peak))
    done 2>/dev/null < "/proc/$1/status" || true
    sleep 0.05
  done
  echo "$peak" > "$work/peak"
}

machine() {
  echo "$(nproc) cores ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), $(java -version 2>&1 | head -n 1)," \
    "load $(cut -d ' ' -f 1 /proc/loadavg) at the start"
}
