// Walks through reports with nothing but the keyboard: report-keyboard.mjs CHROMIUM PAGE.html...
// all details opened with Enter, Tab from the top to the end, each stop looked at; then an explanation closed with Escape,
// the filter of the findings typed into and chosen in, and Shift+Tab back. Prints a Markdown table; exits with 1 where a step failed.
import puppeteer from 'puppeteer-core';
import {pathToFileURL} from 'node:url';

const [chromium, ...pages] = process.argv.slice(2);
const browser = await puppeteer.launch({executablePath: chromium, args: ['--no-sandbox', '--disable-gpu']});
let failed = false;
console.log('| page | width | details opened by Enter | stops by Tab | in the order of the page | ring seen | in view | explanations shown | Escape hides | typed filter | chosen filter | Shift+Tab goes back |');
console.log('|---|---:|---:|---:|---|---|---|---|---|---|---|---|');
for (const file of pages) {
  for (const width of [360, 768, 1440]) {
    const page = await browser.newPage();
    await page.setViewport({width, height: 900});
    await page.goto(pathToFileURL(file).href);
    const row = await walk(page);
    failed ||= row.some(cell => String(cell).startsWith('NO'));
    console.log('| ' + [file.split('/').slice(-2).join('/'), width, ...row].join(' | ') + ' |');
    await page.close();
  }
}
await browser.close();
process.exit(failed ? 1 : 0);

/** What has the focus now. */
function focus(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === document.body) {
      return null;
    }
    const all = [...document.querySelectorAll('*')];
    const box = at.getBoundingClientRect();
    const tip = at.getAttribute('aria-describedby');
    return {
      place: all.indexOf(at),
      kind: at.tagName.toLowerCase(),
      filter: !!at.closest('.filter'),
      ring: at.matches(':focus-visible') && getComputedStyle(at).outlineStyle !== 'none',
      seen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      tip: tip ? getComputedStyle(document.getElementById(tip)).display !== 'none' : null,
    };
  });
}

async function walk(page) {
  const opened = await opens(page);
  // Boxes that scroll are stops, too; these must be.
  const expected = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    return [...document.querySelectorAll('a[href], button, input, select, summary')]
      .filter(each => each.checkVisibility() && each.getClientRects().length > 0).map(each => all.indexOf(each));
  });
  const stops = [];
  for (let i = 0; i < 5000; i++) {
    await page.keyboard.press('Tab');
    const at = await focus(page);
    if (at === null) {
      break;
    }
    stops.push(at);
  }
  const missed = expected.filter(place => !stops.some(stop => stop.place === place)).length;
  const yes = (good, bad) => good ? 'yes' : 'NO' + (bad === undefined ? '' : ' (' + bad + ')');
  const told = stops.filter(stop => stop.tip !== null);
  const cells = [
    opened,
    missed === 0 ? stops.length : 'NO (' + missed + ' not reached)',
    yes(stops.every((stop, i) => i === 0 || stop.place > stops[i - 1].place)),
    yes(stops.every(stop => stop.ring), stops.filter(stop => !stop.ring).length),
    yes(stops.every(stop => stop.seen), stops.filter(stop => !stop.seen).length),
    told.length === 0 ? '-' : yes(told.every(stop => stop.tip), told.filter(stop => !stop.tip).length),
  ];
  cells.push(told.length === 0 ? '-' : yes(await escapes(page, told[0].place)));
  cells.push(...await filters(page));
  await page.keyboard.press('Tab');
  const second = await focus(page);
  await page.keyboard.press('Tab');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  cells.push(yes((await focus(page))?.place === second?.place));
  return cells;
}

/** Tab until something has the focus; after the end of the page it begins anew. */
async function reach(page, wanted) {
  for (let i = 0, ends = 0; i < 5000 && ends < 2; i++) {
    await page.keyboard.press('Tab');
    const at = await focus(page);
    if (at !== null && wanted(at)) {
      return at;
    }
    ends += at === null ? 1 : 0;
  }
  return null;
}

async function escapes(page, place) {
  await reach(page, at => at.place === place);
  await page.keyboard.press('Escape');
  return !(await focus(page)).tip;
}

function shown(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('table[data-filter] tbody tr')].filter(row => !row.hidden).length);
}

async function filters(page) {
  const rows = await page.evaluate(() => document.querySelectorAll('table[data-filter] tbody tr').length);
  if (rows === 0) {
    return ['no rows', 'no rows'];
  }
  await reach(page, at => at.filter && at.kind === 'input');
  await page.keyboard.type('zzzz-nothing');
  const none = await shown(page);
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Backspace');
  }
  const back = await shown(page);
  await reach(page, at => at.filter && at.kind === 'select');
  await page.keyboard.press('ArrowDown');
  const chosen = await shown(page);
  const options = await page.evaluate(() => document.activeElement.options.length);
  return [
    none === 0 && back === rows ? 'yes' : 'NO (' + none + ', ' + back + ' of ' + rows + ')',
    chosen > 0 && (options === 2 ? chosen === rows : chosen < rows) ? chosen + ' of ' + rows : 'NO (' + chosen + ' of ' + rows + ')',
  ];
}

/** Opens every <details>, those inside others too, and ends at the end of the page. */
async function opens(page) {
  const closed = () => page.evaluate(() => document.querySelectorAll('details:not([open])').length);
  const before = await closed();
  for (let at = await next(page); at !== null; at = await next(page)) {
    if (at.kind === 'summary' && !(await page.evaluate(() => document.activeElement.parentElement.open))) {
      await page.keyboard.press('Enter');
    }
  }
  const after = await closed();
  return after === 0 ? before : 'NO (' + after + ' stay closed)';
}

async function next(page) {
  await page.keyboard.press('Tab');
  return focus(page);
}
