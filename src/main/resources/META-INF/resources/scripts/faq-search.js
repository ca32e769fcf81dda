// Searches while one types. Without this script, the same form shows the same results as a page of its own.
const field = document.getElementById('q');
const results = document.getElementById('resultats');
const status = document.getElementById('q-etat');

const PAUSE_MS = 180;
// With fewer letters nothing useful can be found yet.
const SHORTEST = 3;
// A text that nobody has touched for so long is what was looked for.
const SETTLED_MS = 1500;
let timer;
let settled;
let pending;
// The page that came with a text was counted as it was sent.
let counted = field?.value.trim();

function count() {
    const query = field.value.trim();
    if (query.length < SHORTEST || query === counted) return;
    counted = query;
    fetch('/recherche?compter&q=' + encodeURIComponent(query), { keepalive: true }).catch(() => {});
}

async function search() {
    const query = field.value.trim();
    if (query && query.length < SHORTEST) return;
    pending?.abort();
    pending = new AbortController();
    try {
        const response = await fetch('/recherche?q=' + encodeURIComponent(query), { signal: pending.signal });
        if (!response.ok) return;
        results.innerHTML = await response.text();
        status.textContent = query ? results.querySelector('h2')?.textContent ?? '' : 'Toutes les questions';
        // The address follows what is shown, so that it can be shared, reloaded and come back to.
        history.replaceState(null, '', query ? '/?q=' + encodeURIComponent(query) : '/');
    } catch (failure) {
        // A newer search took over, or the network is away: what is shown stays, and Enter still works.
        if (failure.name !== 'AbortError') status.textContent = '';
    }
}

// Drafts older than a day go wherever their writer comes by. Who has none is spared the request.
try {
    if (!document.querySelector('form[data-draft]') && Object.keys(localStorage).some((key) => key.startsWith('rappel.draft.'))) {
        import('./drafts.js').catch(() => {});
    }
} catch {
    // The browser keeps nothing.
}

if (field && results && status) {
    field.addEventListener('input', () => {
        clearTimeout(timer);
        clearTimeout(settled);
        timer = setTimeout(search, PAUSE_MS);
        settled = setTimeout(count, SETTLED_MS);
    });
    field.form?.addEventListener('submit', () => { counted = field.value.trim(); });
    addEventListener('pagehide', count);
}
