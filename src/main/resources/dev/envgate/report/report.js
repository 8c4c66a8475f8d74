
(() => {
  'use strict';
  const $ = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const root = document.documentElement;
  const header = document.querySelector('header');
  const items = [...document.querySelectorAll('.finding[data-service], .item')];
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };
  const values = (key) => [...new Set(items.map((item) => item.dataset[key]).filter(Boolean))].sort();
  const choice = (label, options) => {
    const select = $('select', {}, ...options.map(([value, text]) => $('option', { value }, text)));
    return { select, label: $('label', {}, label, select) };
  };

  const search = $('input', { type: 'search', placeholder: 'name, rule, file …', autocomplete: 'off', spellcheck: false });
  const service = choice('Service', [['', 'all services'], ...values('service').map((each) => [each, each])]);
  const severity = choice('Severity', [['', 'all findings'], ...['error', 'warning', 'note'].map((each) => [each, each + 's'])]);
  const end = choice('Where it ends', [['', 'anywhere'], ['-', 'in step'], ...['declared', 'Terraform', 'stored', 'deployed'].map((each) => [each, each])]);
  const reset = $('button', { type: 'button' }, 'Show all');
  const unfold = $('button', { type: 'button' }, 'Open all names');
  const theme = $('button', { type: 'button' });
  const shown = $('output', {});
  shown.setAttribute('aria-live', 'polite');
  const tools = $('form', { className: 'tools' }, $('label', { className: 'grow' }, 'Find (press /)', search), service.label, severity.label, end.label, reset, unfold, theme, shown);
  tools.setAttribute('role', 'search');
  service.label.hidden = values('service').length < 2;
  tools.addEventListener('submit', (event) => event.preventDefault());

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let names = 0;
    let findings = 0;
    for (const item of items) {
      const finding = item.classList.contains('finding');
      const { service: of, severity: is, end: at } = item.dataset;
      const visible = words.every((word) => textOf(item).includes(word))
        && (!service.select.value || !of || of === service.select.value)
        && (!finding || !severity.select.value || is === severity.select.value)
        && (!end.select.value || (end.select.value === '-' ? at === '' && !finding : at === end.select.value));
      item.hidden = !visible;
      if (visible && finding) findings += 1;
      if (visible && item.tagName === 'DETAILS') names += 1;
    }
    const filtered = words.length > 0 || service.select.value || severity.select.value || end.select.value;
    reset.hidden = !filtered;
    shown.textContent = filtered ? `${names} ${names === 1 ? 'name' : 'names'} and ${findings} ${findings === 1 ? 'finding' : 'findings'} shown` : '';
    if (filtered) document.querySelectorAll('.notes').forEach((notes) => { notes.open = true; });
  };
  let pending = 0;
  search.addEventListener('input', () => {
    clearTimeout(pending);
    pending = setTimeout(apply, 80);
  });
  for (const { select } of [service, severity, end]) select.addEventListener('change', apply);
  reset.addEventListener('click', () => {
    tools.reset();
    apply();
    search.focus();
  });
  unfold.addEventListener('click', () => {
    const open = unfold.textContent.startsWith('Open');
    document.querySelectorAll('details.name:not([hidden])').forEach((name) => { name.open = open; });
    unfold.textContent = open ? 'Close all names' : 'Open all names';
  });
  document.addEventListener('keydown', (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && event.target === search) {
      search.value = '';
      apply();
    }
  });

  const remembered = { read() { try { return localStorage.getItem('envgate-theme') || ''; } catch { return ''; } }, write(value) { try { localStorage.setItem('envgate-theme', value); } catch { /* a page from disk may have no store */ } } };
  const dark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);
  const paint = () => { theme.textContent = dark() ? 'Light' : 'Dark'; theme.title = `Show this page ${dark() ? 'light' : 'dark'}`; };
  if (remembered.read()) root.dataset.theme = remembered.read();
  theme.addEventListener('click', () => {
    root.dataset.theme = dark() ? 'light' : 'dark';
    remembered.write(root.dataset.theme);
    paint();
  });
  paint();

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = $('textarea', { value: text });
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
  };
  document.querySelectorAll('.next code').forEach((code) => {
    if (!/^(terraform|aws|envgate|git|docker) /.test(code.textContent)) return;
    const button = $('button', { type: 'button' }, 'Copy');
    button.setAttribute('aria-label', `Copy ${code.textContent}`);
    button.addEventListener('click', async () => {
      await copy(code.textContent);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
    code.after(button);
  });
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')].filter((each) => !each.classList.contains('name'));
    folded.forEach((each) => { each.open = true; });
  });
  addEventListener('afterprint', () => folded.forEach((each) => { each.open = false; }));

  header.after(tools);
  apply();
})();
