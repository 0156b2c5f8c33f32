// <weir-live src="…" refresh="#record, #comment-list">: what others change shows by itself. While somebody types in one of
// the parts, the part stays as it is and the element's own content (a line with a link) shows instead.
import { piece, settle, takesText } from './dom.js';
import { toast } from './toast.js';

const inUse = (part) => part.querySelector('td.editing, [data-dirty]') !== null || (takesText(document.activeElement) && part.contains(document.activeElement) && document.activeElement.value !== '');

function textOf(data) {
  try {
    return JSON.parse(data).text ?? '';
  } catch {
    return '';
  }
}

class Live extends HTMLElement {
  connectedCallback() {
    this.hidden = true;
    this.source = new EventSource(this.getAttribute('src'));
    const soon = settle(400, () => this.fresh());
    this.source.addEventListener('changed', (event) => {
      this.said = textOf(event.data);
      soon();
    });
    this.seen = () => { if (!document.hidden && this.waiting) this.fresh(); };
    document.addEventListener('visibilitychange', this.seen);
  }

  disconnectedCallback() {
    this.source?.close();
    document.removeEventListener('visibilitychange', this.seen);
  }

  async fresh() {
    this.waiting = document.hidden;
    if (this.waiting) return;
    const parts = [...document.querySelectorAll(this.getAttribute('refresh'))].filter((p) => p.id);
    const place = this.querySelector('[data-text]');
    if (place && this.said) place.textContent = this.said;
    if (parts.some(inUse)) {
      this.hidden = false;
      return;
    }
    let html;
    try {
      html = await piece(location.href);
    } catch {
      return;
    }
    const page = new DOMParser().parseFromString(html, 'text/html');
    for (const part of parts) {
      const now = page.getElementById(part.id);
      if (now && part.isConnected && !inUse(part)) this.dispatchEvent(new CustomEvent('weir:morph', { bubbles: true, detail: { from: part, to: now } }));
    }
    this.hidden = true;
    if (this.said) toast({ text: this.said });
  }
}
customElements.define('weir-live', Live);
