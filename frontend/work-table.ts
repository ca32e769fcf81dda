import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** One line of the work list, worded and sorted by the server. */
interface Row {
  reference: string;
  url: string;
  state: string;
  stateKind: string;
  name: string;
  company: string;
  topic: string;
  region: string;
  received: string;
  place: string;
  late: boolean;
  attempts: string;
  holder: string;
  canTake: boolean;
}

interface Labels {
  caption: string;
  columns: string[];
  take: string;
  takeNamed: string;
}

/**
 * The work list: a plain table that the keyboard walks. j and k move between rows, Enter opens (each row is a link),
 * t takes. Rendered in the light DOM so that the page's styles apply; every text is set as text.
 */
class WorkTable extends LitElement {
  static properties = {
    rows: { type: Array },
    labels: { type: Object },
  };

  declare rows: Row[];
  declare labels: Labels;
  private focused = -1;

  constructor() {
    super();
    this.rows = [];
    this.labels = { caption: '', columns: [], take: '', takeNamed: '' };
  }

  /** Shows these rows and no other; one that is known and has not changed comes as its reference only. */
  show(rows: (Row | string)[]) {
    const known = new Map(this.rows.map((row) => [row.reference, row]));
    this.rows = rows.flatMap((row) => (typeof row === 'string' ? (known.get(row) ?? []) : row));
  }

  protected createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.onKey);
    super.disconnectedCallback();
  }

  /** A row that somebody else took leaves the list: the focus goes on to the one that stands in its place. */
  protected willUpdate() {
    this.focused = this.links().findIndex((link) => link === document.activeElement);
  }

  protected updated() {
    if (this.focused >= 0 && document.activeElement === document.body) {
      const links = this.links();
      links[Math.min(this.focused, links.length - 1)]?.focus();
    }
  }

  protected render() {
    if (this.rows.length === 0) {
      return nothing;
    }
    return html`<table>
      <caption class="visually-hidden">${this.labels.caption}</caption>
      <thead>
        <tr>${this.labels.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
      </thead>
      <tbody>
        ${repeat(
          this.rows,
          (row) => row.reference,
          (row) => this.row(row),
        )}
      </tbody>
    </table>`;
  }

  private row(row: Row) {
    return html`<tr data-reference=${row.reference} class=${row.late ? 'late' : ''}>
      <td><span class="state" data-state=${row.stateKind}>${row.state}</span></td>
      <th scope="row"><a href=${row.url}>${row.name}</a><span class="company">${row.company}</span></th>
      <td class="topic" title=${row.topic}>${row.topic}</td>
      <td class="region" title=${row.region}>${row.region}</td>
      <td class="number">${row.received}</td>
      <td class="place">${row.place}</td>
      <td class="number">${row.attempts}</td>
      <td class="holder">
        ${row.canTake
          ? html`<button
              type="button"
              aria-label=${this.labels.takeNamed.replace('{name}', row.name)}
              @click=${() => this.take(row.reference)}
            >
              ${this.labels.take}
            </button>`
          : row.holder}
      </td>
    </tr>`;
  }

  private links() {
    return [...this.querySelectorAll<HTMLAnchorElement>('th a')];
  }

  private take(reference: string) {
    this.dispatchEvent(new CustomEvent('row-take', { detail: { reference } }));
  }

  private onKey = (event: KeyboardEvent) => {
    const typing = event
      .composedPath()
      .some((node) => node instanceof HTMLElement && node.matches('input, textarea, select, [contenteditable=true]'));
    const off = window.rappelShortcuts && !window.rappelShortcuts.enabled();
    if (typing || off || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('vaadin-dialog[opened]')) {
      return;
    }
    const links = this.links();
    const current = links.findIndex((link) => link.closest('tr')!.contains(document.activeElement));
    if (event.key === 'j' || event.key === 'k') {
      const next = event.key === 'j' ? Math.min(current + 1, links.length - 1) : Math.max(current - 1, 0);
      links[next]?.focus();
      event.preventDefault();
    } else if (event.key === 't' && current >= 0) {
      const row = links[current].closest('tr')!;
      if (row.querySelector('button')) {
        this.take(row.dataset.reference!);
      }
      event.preventDefault();
    }
  };
}

customElements.define('rappel-work-table', WorkTable);

export {};
