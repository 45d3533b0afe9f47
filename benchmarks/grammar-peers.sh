#!/bin/bash
# Chatito, Chatette and hassil beside us: the same utterances, and how long they take.
# usage: benchmarks/grammar-peers.sh [DATA_FOLDER]   (installs the three with npm and pip, beside the build)
# The reference grammars lie in DATA_FOLDER/reference; without them grammars of the same size are made here.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

peers=$here/../target/grammar-peers
mkdir -p "$peers"
[ -d "$peers/node_modules/chatito" ] || npm install --silent --prefix "$peers" chatito@2.3.5 >&2
[ -d "$peers/venv" ] || {
  python3 -m venv "$peers/venv"
  "$peers/venv/bin/pip" install --quiet chatette==1.6.3 hassil==3.12.1 >&2
}
python=$peers/venv/bin/python
"$understudy" --version >/dev/null
grammars=$here/grammars

ours() {
  "$understudy" grammar sample "$1" -n 1000000 --to jsonl --quiet | python3 "$grammars/said.py" | sort -u
}

theirs() {
  case $1 in
    *.chatito) node "$grammars/chatito_all.js" "$peers/node_modules" "$1" ;;
    *.chatette)
      # Without counts it says everything.
      sed -E 's/^(%\[[^]]*\])\(.*\)/\1/' "$1" > "${1%.chatette}.all.chatette"
      rm -rf "$work/all"
      "$python" -m chatette "${1%.chatette}.all.chatette" -o "$work/all" -a jsonl -f > /dev/null 2>&1
      rm -f "${1%.chatette}.all.chatette"
      cat "$work"/all/train/*.jsonl | python3 "$grammars/said.py" ;;
    *) "$python" "$grammars/hassil_all.py" "$1" ;;
  esac | sort -u
}

machine
echo
echo "| grammar | utterances | only theirs | only ours |"
echo "|---|---:|---:|---:|"
cp -r "$grammars" "$work/grammars"
for file in chatito/edges.chatito chatito/weights.chatito chatette/marks.chatette chatette/included.chatette hassil/home.yaml; do
  theirs "$work/grammars/$file" > "$work/theirs"
  ours "$work/grammars/$file" > "$work/ours"
  echo "| $file | $(wc -l < "$work/theirs") | $(comm -23 "$work/theirs" "$work/ours" | wc -l) | $(comm -13 "$work/theirs" "$work/ours" | wc -l) |"
done

# The same number of lines and utterances as Chatito's dateBooking_large, of our own words.
booking() {
  echo "%[book]('training': '$1')"
  echo "    ~[find?] ~[some?] ~[place] ~[free?] from @[time] to @[time]"
  echo "    ~[find?] ~[some?] ~[place] ~[free?] from @[time] to @[time] on @[date]"
  printf '~[find]\n'; for w in get seek want 'get me' locate pick take; do echo "    $w"; done
  printf '~[some]\n    any\n    all\n    some\n~[free]\n    free\n~[place]\n'
  for w in rooms halls tables desks 'seats by the door'; do echo "    $w"; done
  printf '@[time]\n    ~[hour] ~[half?]\n    ~[hour]:~[minute] ~[half?]\n    ~[hour24]:~[minute]\n~[half]\n    am\n    pm\n'
  printf '~[hour]\n'; seq -f '    %g' 0 12
  printf '~[hour24]\n'; seq -f '    %g' 0 23
  printf '~[minute]\n'; seq -f '    %02g' 0 59; seq -f '    %g' 0 9
  printf '@[date]\n    today\n    tomorrow\n    ~[month] ~[day]\n    ~[day] of ~[month]\n    next ~[weekday]\n'
  printf '~[month]\n'; seq -f '    month %g' 1 12
  printf '~[day]\n'; seq -f '    %g' 1 31
  printf '~[weekday]\n'; seq -f '    weekday %g' 1 14
}

# 200 times 200 utterances, of which all but a hundred are asked for.
square() {
  printf "%%[a]('training': '39900')\n    ~[x] and ~[y]\n~[x]\n"
  seq -f '    first %g' 1 200
  printf '~[y]\n'
  seq -f '    second %g' 1 200
}

# 13 intents of 423 examples each, phrases within phrases and both cases, as Chatette's metal-work has.
works() {
  for i in $(seq 1 13); do
    printf '%%[&query_%s](423)\n  ~[ask?] [about?] the ~[thing] of @[line] @[number?]~[mark?]\n  is @[line] [@[use]|idle] ~[mark?]\n' "$i"
  done
  printf '~[ask]\n  could you ~[tell]\n  ~[tell]\n~[tell]\n  tell me\n  show me\n  report\n~[thing]\n  planning\n  schedule\n  [current|next] load\n~[mark]\n  \\?\n  \\?\\?\n'
  printf '@[line]\n'; for i in $(seq 1 40); do echo "  ~[prod\$L$i] = line $i"; done
  printf '~[prod$NAME]\n  production line $NAME\n  the $NAME [line?]\n'
  printf '@[number]\n'; seq -f '  [[number ]|\#]%g' 1 9
  printf '@[use]\n'; for i in $(seq 0 10 100); do echo "  used at [only?] $i\\% = 0.$i"; done
}

reference=$data/reference
if [ -d "$reference/chatito" ]; then
  sed "1s/(.*/('training': '50000')/" "$reference/chatito/examples/dateBooking_large.chatito" > "$work/booking.chatito"
  cp -r "$reference/chatette/examples/complex/metal-work" "$work/works"
else
  booking 50000 > "$work/booking.chatito"
  mkdir -p "$work/works"
  works > "$work/works/master.chatette"
fi
square > "$work/square.chatito"

# timed NAME LINES COMMAND...: the median of three runs.
timed() {
  local name=$1 lines=$2 times=() i
  shift 2
  for i in 1 2 3; do
    rm -rf "$work/out"
    mkdir -p "$work/out"
    run "$@" > /dev/null
    times+=("$seconds")
  done
  echo "| $name | $lines | $(printf '%s\n' "${times[@]}" | sort -n | sed -n 2p) | $peak |"
}

# Chatito writes where it stands.
chatito=(bash -c 'cd "$0" && exec node "$@"' "$work/out" "$peers/node_modules/chatito/dist/bin.js")
chatette=("$python" -m chatette -o "$work/out/all" -a jsonl -s 1 -f)
sample=("$understudy" grammar sample -o "$work/out/o.jsonl" --quiet)

echo
echo "| run | lines | seconds, median of 3 (start counted) | peak memory, MB |"
echo "|---|---:|---:|---:|"
timed "Chatito, booking" 50000 "${chatito[@]}" "$work/booking.chatito" --format=default
timed "Understudy, booking" 50000 "${sample[@]}" "$work/booking.chatito" -n 50000
timed "Chatito, all but 100 of 40,000" 39900 "${chatito[@]}" "$work/square.chatito" --format=default
timed "Understudy, all but 100 of 40,000" 39900 "${sample[@]}" "$work/square.chatito" -n 39900
timed "Chatette, metal-work" 5501 "${chatette[@]}" "$work/works/master.chatette"
timed "Understudy, metal-work" 5501 "${sample[@]}" "$work/works/master.chatette" -n 5501
