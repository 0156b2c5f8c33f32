// Keys of the configurator: ↑ ↓ from option to option, w asks why, u takes back, c completes; Enter in a value sets it.
const typing = (node) => node instanceof HTMLElement && node.matches('input, select, textarea');

function move(from, by) {
  const all = [...document.querySelectorAll('.cf-pick:not(:disabled)')];
  const at = all.indexOf(from.closest?.('.cf-line')?.querySelector('.cf-pick') ?? from);
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
}

document.addEventListener('keydown', (event) => {
  const form = document.getElementById('configurator');
  if (!form || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  const node = event.target;
  if (typing(node)) {
    if (event.key === 'Enter' && node.closest('.cf-step')) {
      event.preventDefault();
      node.closest('.cf-step').querySelector('button')?.click();
    }
    return;
  }
  const line = node.closest?.('.cf-line');
  if (line && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    move(node, event.key === 'ArrowDown' ? 1 : -1);
  } else if (line && event.key === 'w') line.querySelector('button[value^="why:"]')?.click();
  else if (line && event.key === '+') line.querySelector('[id^="p"]')?.click();
  else if (line && event.key === '-') line.querySelector('[id^="m"]')?.click();
  else if (event.key === 'u') document.getElementById('cf-undo')?.click();
  else if (event.key === 'c') document.getElementById('cf-five')?.click();
});

document.addEventListener('htmx:afterSettle', () => {
  const panel = document.querySelector('#configurator [data-panel]');
  if (panel && !panel.dataset.seen) {
    panel.dataset.seen = '1';
    panel.closest('.cf-line')?.scrollIntoView({ block: 'nearest' });
  }
});
