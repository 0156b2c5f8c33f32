// <weir-progress src="…" done="…">: a job's progress by server-sent events; at its end the page goes on.
const over = new Set(['done', 'failed', 'cancelled']);

class Progress extends HTMLElement {
  connectedCallback() {
    this.source = new EventSource(this.getAttribute('src'));
    this.source.addEventListener('progress', (event) => this.show(JSON.parse(event.data)));
    this.source.addEventListener('error', () => {
      // closed for good (not a pause that the browser mends): the page knows the state
      if (this.source.readyState === EventSource.CLOSED) setTimeout(() => this.isConnected && location.reload(), 2000);
    });
  }

  disconnectedCallback() {
    this.source?.close();
  }

  show({ done, total, text, state }) {
    const bar = this.querySelector('progress');
    if (bar) {
      if (total > 0) {
        bar.max = total;
        bar.value = done;
      } else {
        bar.removeAttribute('value');
      }
    }
    const line = this.querySelector('[data-text]');
    if (line && text && line.textContent !== text) line.textContent = text;
    if (over.has(state)) {
      this.source.close();
      const next = this.getAttribute('done');
      if (next) location.replace(next);
      else location.reload();
    }
  }
}
customElements.define('weir-progress', Progress);
