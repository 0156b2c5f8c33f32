// <weir-jobs src="…">: a list of jobs that shows by server-sent events how far each is, and is drawn anew when one comes or ends.
const AT_MOST_EVERY = 1000;

class Jobs extends HTMLElement {
  connectedCallback() {
    this.source = new EventSource(this.getAttribute('src'));
    this.source.addEventListener('jobs', (event) => this.show(JSON.parse(event.data)));
  }

  disconnectedCallback() {
    this.source?.close();
    clearTimeout(this.timer);
  }

  show({ mark, open: jobs }) {
    const moved = this.mark !== undefined && this.mark !== mark;
    this.mark = mark;
    const open = [...this.querySelectorAll('[data-job]')].filter((row) => ['WAITING', 'RUNNING'].includes(row.dataset.is));
    const same = jobs.length === open.length && jobs.every((job) => open.some((row) => row.dataset.job === job.id && row.dataset.is === job.is));
    if (same && !moved) jobs.forEach((job) => this.update(job));
    else this.refresh();
  }

  update({ id, done, total, text }) {
    const row = this.querySelector(`[data-job="${id}"]`);
    const line = row?.querySelector('[data-text]');
    if (line && line.textContent !== text) line.textContent = text;
    const bar = row?.querySelector('progress');
    if (bar && total > 0) {
      bar.max = total;
      bar.value = done;
    }
  }

  refresh() {
    if (this.timer) return;
    this.timer = setTimeout(async () => {
      this.timer = null;
      const now = this.querySelector('[data-jobs]');
      if (now.contains(document.activeElement) && document.activeElement.matches('button, a')) {
        this.refresh();
        return;
      }
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-jobs]');
      if (fresh && this.isConnected) now.replaceWith(fresh);
    }, AT_MOST_EVERY);
  }
}
if (!customElements.get('weir-jobs')) customElements.define('weir-jobs', Jobs);
