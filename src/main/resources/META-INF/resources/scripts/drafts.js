// Keeps what is typed in this browser until it was sent, and no longer than a day: a lost network, a restarted server or an
// expired session takes nothing away. Nothing of it goes to the server. Consent, documents and what people do not see stay out.
const PREFIX = 'rappel.draft.';
const DAY_MS = 24 * 60 * 60 * 1000;

function recall(name) {
    try {
        const draft = JSON.parse(localStorage.getItem(PREFIX + name));
        return draft && Date.now() - draft.at < DAY_MS ? draft.values : null;
    } catch {
        return null;
    }
}

function remember(name, values) {
    try {
        localStorage.setItem(PREFIX + name, JSON.stringify({ at: Date.now(), values }));
    } catch {
        // The browser keeps nothing, or has no room: the form works without.
    }
}

export function forget(name) {
    try {
        localStorage.removeItem(PREFIX + name);
    } catch {
        // There is nothing then.
    }
}

function forgetOld() {
    try {
        Object.keys(localStorage)
            .filter((key) => key.startsWith(PREFIX) && !recall(key.slice(PREFIX.length)))
            .forEach((key) => localStorage.removeItem(key));
    } catch {
        // There is nothing then.
    }
}

// The form drawn by Vaadin: fields by the ends of their ids, choices as one reads them, for the server knows their codes.
const ID = 'field-';

function shown(field) {
    switch (field.localName) {
        case 'vaadin-combo-box':
            return field.inputElement?.value ?? '';
        case 'vaadin-radio-group':
            return field.querySelector('vaadin-radio-button[checked]')?.textContent.trim() ?? '';
        default:
            return field.value ?? '';
    }
}

// The longest time, in milliseconds, that a form waits for the server to put back what was found.
const PATIENCE_MS = 5000;

/**
 * Follows a form from now on; returns what was typed before, with the key of that submission, or nothing. What was found is
 * put back by the server; until it has, nothing can be typed, for each would undo the other.
 */
export function follow(form, name, key) {
    const draft = recall(name);
    if (draft) {
        form.inert = true;
        setTimeout(() => (form.inert = false), PATIENCE_MS);
    }
    const submission = draft?.key ?? key;
    const save = () => {
        const values = {};
        form.querySelectorAll(`[id^="${ID}"]`).forEach((field) => (values[field.id.slice(ID.length)] = shown(field)));
        if (Object.values(values).some(Boolean)) remember(name, { ...values, key: submission });
        else forget(name);
    };
    form.addEventListener('input', save);
    form.addEventListener('change', save);
    // Somebody may have begun before this script had arrived. What was found wins: the server is about to put it back.
    if (!draft) save();
    return draft ?? {};
}

// Plain forms: fields by name.
const SKIPPED = new Set(['hidden', 'file', 'checkbox', 'submit', 'button']);

function kept(form) {
    return [...form.elements].filter((field) => field.name && field.name !== 'website' && !SKIPPED.has(field.type));
}

function label(field) {
    return field.closest('label')?.textContent.trim() ?? '';
}

function read(form) {
    const values = {};
    for (const field of kept(form)) {
        if (field.type === 'radio') {
            if (field.checked) values[field.name] = label(field);
        } else if (field.type === 'select-one') {
            values[field.name] = field.value ? field.selectedOptions[0].text : '';
        } else {
            values[field.name] = field.value;
        }
    }
    return values;
}

function write(form, values) {
    for (const field of kept(form)) {
        const value = values[field.name];
        if (!value) continue;
        if (field.type === 'radio') field.checked = label(field) === value;
        else if (field.type === 'select-one') {
            const option = [...field.options].find((one) => one.text === value);
            if (option) field.value = option.value;
        } else field.value = value;
    }
}

// When the server made the page of a token, in milliseconds since 1970: a token is good for one address and a day.
const issued = (jeton) => Number.parseInt(jeton, 10);

function followPlain(form) {
    const name = form.dataset.draft;
    const notice = form.querySelector('[data-draft-notice]');
    const token = form.elements.jeton;
    const fresh = token.value;
    const action = form.getAttribute('action');
    const draft = recall(name);
    if (draft && !form.dataset.filled) {
        write(form, draft);
        // The same submission as before, should it have arrived although nobody could say so.
        if (draft.action === action && issued(fresh) - issued(draft.jeton) < DAY_MS) token.value = draft.jeton;
        notice.hidden = false;
        form.closest('details')?.setAttribute('open', '');
    }
    const save = () => {
        const values = read(form);
        if (Object.values(values).some(Boolean)) remember(name, { ...values, jeton: token.value, action });
        else forget(name);
    };
    form.addEventListener('input', save);
    form.addEventListener('change', save);
    notice.querySelector('button').addEventListener('click', () => {
        forget(name);
        form.reset();
        token.value = fresh;
        notice.hidden = true;
        form.querySelector('input:not([type=hidden]):not([name=website]), textarea').focus();
    });
}

document.querySelectorAll('[data-draft-sent]').forEach((sent) => forget(sent.dataset.draftSent));
forgetOld();
document.querySelectorAll('form[data-draft]').forEach(followPlain);
