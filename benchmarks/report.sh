#!/bin/bash
# Opens reports in headless Chromium at three widths and in both colour schemes: axe-core's findings, overflow, size with
# 10^5 lines; and walks through them with nothing but the keyboard (report-keyboard.mjs). Needs chromium, node and npm: report.sh [DATA_FOLDER]; screenshots go to $SHOTS where that is set.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
for tool in chromium npm python3; do
  command -v "$tool" >/dev/null || { echo "no $tool: nothing checked"; exit 0; }
done

npm --silent --prefix "$work/axe" install axe-core@4.10.3 puppeteer-core@24.43.1 >/dev/null 2>&1
cp "$here/report-keyboard.mjs" "$work/axe/"
"$understudy" --version >/dev/null
python3 "$here/snips.py" "$data/nlu/snips-2017" > "$work/all.jsonl"
"$understudy" split "$work/all.jsonl" --by random --test 0.1 -o "$work/parts" --quiet >/dev/null
"$understudy" generate "$work/parts/train.jsonl" -n "${LINES_MADE:-100000}" -o "$work/made" --quiet
against="--against $work/parts/train.jsonl --holdout $work/parts/test.jsonl --quiet"
# shellcheck disable=SC2086
"$understudy" evaluate "$work/made/synthetic.jsonl" $against --show-text --budget 5s -o "$work/one" >/dev/null
awk 'NR % 6 == 1' "$work/parts/train.jsonl" > "$work/copies.jsonl"
head -n 2000 "$work/made/synthetic.jsonl" > "$work/few.jsonl"
# shellcheck disable=SC2086
"$understudy" evaluate "$work/copies.jsonl" "$work/few.jsonl" $against --show-text --budget 2s -o "$work/several" >/dev/null

python3 - "$work" <<'END'
import pathlib, re, sys
work = pathlib.Path(sys.argv[1])
axe = (work / "axe/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
check = """
window.addEventListener('load', async () => {
  document.querySelectorAll('details').forEach(each => each.open = true);
  const found = await axe.run(document);
  const bad = found.violations.map(v => v.impact + ' ' + v.id + ' x' + v.nodes.length);
  const silent = [...document.querySelectorAll('.why button')].filter(button => {
    button.focus();
    return getComputedStyle(document.getElementById(button.getAttribute('aria-describedby'))).display === 'none';
  });
  document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
  const shut = [...document.querySelectorAll('[role=tooltip]')].every(tip => getComputedStyle(tip).display === 'none');
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  const rows = document.querySelectorAll('table[data-filter] tbody tr').length;
  const filters = document.querySelectorAll('.filter').length;
  document.body.innerHTML = '<pre id="result">' + [
    bad.length ? bad.join(', ') : 'none', silent.length, shut ? 'yes' : 'NO', wide ? 'YES' : 'no',
    rows ? (filters ? 'filter over ' + rows : 'NO FILTER') : 'no rows'].join(' | ') + '</pre>';
});
"""
for name in ("one/report", "several/report", "several/report-1"):
    html = (work / (name + ".html")).read_text(encoding="utf-8")
    # The page's own policy forbids foreign scripts; its own script must have run under it, so the policy's hash is kept honest by a test.
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    html = html.replace("</body>", "<script>" + axe + "</script><script>" + check + "</script></body>")
    (work / (name.replace("/", "-") + ".html")).write_text(html, encoding="utf-8")
END

open_page() {
  chromium --headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars --user-data-dir="$(mktemp -d -p "$work")" \
    --window-size="$1,1000" --blink-settings=preferredColorScheme="$2" "${@:3}" 2>/dev/null
}

echo "| page | width | colours | axe-core | silent explanations | Escape closes | overflows | findings |"
echo "|---|---:|---|---|---:|---|---|---|"
for page in one-report several-report several-report-1; do
  for width in 360 768 1440; do
    for scheme in 0 1; do
      result=$(open_page "$width" "$scheme" --virtual-time-budget=60000 --dump-dom "file://$work/$page.html" \
        | sed -n 's/.*<pre id="result">\(.*\)<\/pre>.*/\1/p')
      echo "| $page | $width | $([ $scheme = 0 ] && echo dark || echo light) | ${result:-NO RESULT} |"
      if [ -n "${SHOTS:-}" ]; then
        mkdir -p "$SHOTS"
        open_page "$width" "$scheme" --screenshot="$SHOTS/$page-$width-$scheme.png" "file://$work/${page/-//}.html" || true
      fi
    done
  done
done
echo
node "$work/axe/report-keyboard.mjs" "$(command -v chromium)" "$work"/one/report.html "$work"/several/report{,-1}.html
echo
echo "report.html of $(wc -l < "$work/made/synthetic.jsonl") lines: $(wc -c < "$work/one/report.html") bytes, with up to" \
  "$(grep -o '<tr>' "$work/one/report.html" | wc -l) rows; comparison: $(wc -c < "$work/several/report.html") bytes"
