// Reads a LUIS app that Understudy wrote with Microsoft's own parser (@microsoft/bf-lu): checks it, turns it into .lu and
// back, and compares the utterances by surface. Writes what comes back as back.luis.
// Usage: node formats-luis.js FOLDER
const fs = require('fs');
const Luis = require('@microsoft/bf-lu/lib/parser/luis/luis');
const LuisBuilder = require('@microsoft/bf-lu/lib/parser/luis/luisBuilder');

const folder = process.argv[2];
const app = JSON.parse(fs.readFileSync(folder + '/corpus.luis', 'utf8'));
const corpus = fs.readFileSync(folder + '/corpus.jsonl', 'utf8').split('\n').filter(Boolean).map(JSON.parse);

// Positions count UTF-16 units, the last included; ours in JSONL count code points.
// A .lu is lines, whose spaces count as one, with each utterance once.
const squeeze = text => text.replace(/\s+/g, ' ').trim();
const said = (text, spans) => JSON.stringify([text, spans]);
const ofCorpus = r => {
  const points = Array.from(r.text);
  return said(r.text, r.spans.slice().sort((a, b) => a.start - b.start).map(s => points.slice(s.start, s.end).join('')));
};
const ofLuis = u => said(u.text, u.entities.slice().sort((a, b) => a.startPos - b.startPos)
  .map(e => u.text.substring(e.startPos, e.endPos + 1)));
const compare = (name, want, got) => {
  const counts = new Map();
  want.forEach(w => counts.set(w, (counts.get(w) || 0) + 1));
  got.forEach(g => counts.set(g, (counts.get(g) || 0) - 1));
  const wrong = [...counts].filter(([, n]) => n !== 0);
  console.log(`${name}: ${got.length} utterances, ${wrong.length} wrong`);
  wrong.slice(0, 4).forEach(([text, n]) => console.log(`  ${n > 0 ? 'missing' : 'surplus'}: ${text.substring(0, 200)}`));
  if (wrong.length) process.exitCode = 1;
};

(async () => {
  compare('LUIS app', corpus.map(ofCorpus), app.utterances.map(ofLuis));
  const luis = LuisBuilder.fromJson(app);
  luis.validate();
  const content = luis.parseToLuContent();
  fs.writeFileSync(folder + '/corpus.lu', content);
  const again = await LuisBuilder.fromContentAsync(content);
  const once = app => [...new Set(app.utterances.map(ofLuis).map(JSON.parse)
    .map(([text, spans]) => said(squeeze(text), spans.map(squeeze))))];
  compare('bf-lu, to .lu and back', once(app), once(again));
  fs.writeFileSync(folder + '/back.luis', JSON.stringify(again));
})().catch(e => {
  console.log('bf-lu: WRONG, ' + (e.text || e.message || e).toString().substring(0, 600));
  process.exitCode = 1;
});
