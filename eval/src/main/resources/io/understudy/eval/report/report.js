(() => {
  // Without this script all rows stand there and every explanation still opens; it only adds a filter and Escape.
  for (const table of document.querySelectorAll('table[data-filter]')) {
    const rows = [...table.tBodies[0].rows];
    const bar = document.createElement('div');
    bar.className = 'filter';
    const field = (label, input) => {
      const holder = document.createElement('label');
      holder.append(label + ' ', input);
      bar.append(holder);
      return input;
    };
    const search = field('Search', document.createElement('input'));
    search.type = 'search';
    const choices = table.dataset.filter.split(' ').map(Number).map(column => {
      const select = field(table.tHead.rows[0].cells[column].textContent, document.createElement('select'));
      for (const value of ['all', ...new Set(rows.map(row => row.cells[column].textContent).sort())]) {
        select.add(new Option(value, value));
      }
      return [column, select];
    });
    const count = document.createElement('span');
    count.setAttribute('role', 'status');
    bar.append(count);
    const apply = () => {
      const sought = search.value.toLowerCase();
      let shown = 0;
      for (const row of rows) {
        row.hidden = !row.textContent.toLowerCase().includes(sought)
          || choices.some(([column, select]) => select.selectedIndex !== 0 && row.cells[column].textContent !== select.value);
        shown += row.hidden ? 0 : 1;
      }
      count.textContent = shown + ' of ' + rows.length + ' shown';
    };
    bar.addEventListener('input', apply);
    apply();
    table.parentElement.before(bar);
  }
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      document.body.classList.add('hushed');
    }
  });
  for (const name of ['focusin', 'mouseover']) {
    document.addEventListener(name, () => document.body.classList.remove('hushed'));
  }
})();
