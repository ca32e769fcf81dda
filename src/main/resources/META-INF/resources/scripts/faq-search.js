// Searches while one types. Without this script, the same form shows the same results as a page of its own.
const field = document.getElementById('q');
const results = document.getElementById('resultats');
const status = document.getElementById('q-etat');

const PAUSE_MS = 180;
// With fewer letters nothing useful can be found yet.
const SHORTEST = 3;
let timer;
let pending;

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

if (field && results && status) {
    field.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(search, PAUSE_MS);
    });
}
