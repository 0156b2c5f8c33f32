// The board: a cell shows its task beside it. Without this file the same link loads the page with the task.
const panel = () => document.getElementById('panel');

document.addEventListener('click', async (event) => {
  const cell = event.target instanceof Element ? event.target.closest('a.step[data-task]') : null;
  if (!cell || !panel() || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  document.querySelectorAll('.step.here').forEach((it) => it.classList.remove('here'));
  cell.classList.add('here');
  await window.htmx.ajax('GET', cell.dataset.task, { source: cell, target: '#panel', swap: 'innerHTML' });
  panel().hidden = false;
  panel().querySelector('h2')?.focus({ preventScroll: true });
  history.replaceState(null, '', cell.getAttribute('href'));
});
