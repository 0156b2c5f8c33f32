// The board of opportunities: a card is dragged to a stage. Without this file the arrows on the cards do the same.
const board = document.querySelector('[data-pipeline]');
const form = document.querySelector('form[data-move]');
let dragged = null;

const stageAt = (event) => (event.target instanceof Element ? event.target.closest('[data-stage]') : null);
const clear = () => board.querySelectorAll('.over').forEach((it) => it.classList.remove('over'));

board?.addEventListener('dragstart', (event) => {
  dragged = event.target instanceof Element ? event.target.closest('[data-card]') : null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', dragged.dataset.card);
  dragged.classList.add('dragged');
});
board?.addEventListener('dragend', () => {
  dragged?.classList.remove('dragged');
  dragged = null;
  clear();
});
board?.addEventListener('dragover', (event) => {
  const stage = stageAt(event);
  if (!dragged || !stage || stage.contains(dragged)) return;
  event.preventDefault();
  clear();
  stage.classList.add('over');
});
board?.addEventListener('drop', (event) => {
  const stage = stageAt(event);
  if (!dragged || !stage || stage.contains(dragged)) return;
  event.preventDefault();
  const name = stage.dataset.stage;
  const id = dragged.dataset.card;
  if (name === 'won' || name === 'lost') {
    location.assign(`/r/opportunity/${id}/act/${name === 'won' ? 'win' : 'lose'}`);
    return;
  }
  form.elements.namedItem('id').value = id;
  form.elements.namedItem('stage').value = name;
  form.requestSubmit();
});
