/**
 * Single-key shortcuts of the console. An element names its key with the standard attribute aria-keyshortcuts; pressing
 * it clicks (or focuses) the first such element that can be seen and used. Never while somebody types, never with a
 * modifier, once for each press however long it is, and not at all once switched off in the help.
 */
const STORE = 'rappel.shortcuts';

const api = {
  enabled: () => localStorage.getItem(STORE) !== 'off',
  enable: (on: boolean) => localStorage.setItem(STORE, on ? 'on' : 'off'),
};

declare global {
  interface Window {
    rappelShortcuts: typeof api;
  }
}

window.rappelShortcuts = api;

const EDITABLE = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

function typing(event: KeyboardEvent): boolean {
  return event.composedPath().some((node) => node instanceof HTMLElement && node.matches(EDITABLE));
}

function usable(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && !element.hasAttribute('disabled');
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented || event.isComposing) {
    return;
  }
  if (typing(event) || !api.enabled() || document.querySelector('vaadin-dialog[opened]')) {
    return;
  }
  const key = event.key.toLowerCase();
  const target = [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
    (element) => element.getAttribute('aria-keyshortcuts')!.toLowerCase() === key && usable(element),
  );
  if (target) {
    event.preventDefault();
    if (target.matches('vaadin-text-field, vaadin-text-area, input')) {
      target.focus();
    } else {
      target.click();
    }
  }
});

export {};
