/*
 * Saves the form of an editing page by itself, and loses nothing when that fails.
 *
 *   <form method="post" action="…" data-autosave="…" data-pulse="…" data-account="…" data-stopped="conflict">
 *
 * (data-stopped only where somebody has to decide first: nothing is saved by itself then, only kept in this browser)
 * with hidden fields _csrf, base, stamp and tab. The page also has #saved and #others, whose texts
 * (templates/staff/fragments/autosave.html) are in data attributes of #saved:
 *
 *   data-text-typing, -saving, -saved [at]            the usual course
 *   data-text-failed, -offline, -kept, -lost          not saved, tried again; kept in this browser or not even that
 *   data-text-conflict [who] [at], -compare (link)    somebody else has saved: what is here waits
 *   data-text-changed, -reload (link)                 the same, before anything was typed here
 *   data-text-signed-out, -sign-in (link)             signed out; goes on when the window is back and the account the same
 *   data-text-other-account                           somebody else has signed in meanwhile
 *   data-text-found [at], -restore, -discard          an unsaved text from before is in this browser
 *   data-text-other [name] [since]                    who has the page open too
 *
 * POST data-autosave: 200 {base, stamp, at, token?}, 409 {who, at, href}, 401 or 403 signed out, else tried again.
 * GET data-pulse: 200 {token, account, others: [{name, since}], base, stamp}.
 */
const PAUSE = 2000;
const LONGEST = 4000;
const LOCAL = 1000;
const TIMEOUT = 8000;
const PULSE = 30000;
const RETRIES = [5000, 10000, 20000, 40000, 60000];
/** What belongs to this page and not to the text. */
const OURS = ['_csrf', 'base', 'stamp', 'tab', 'focus'];

/** @param {HTMLFormElement} form */
function autosave(form) {
  const status = document.getElementById('saved');
  const others = document.getElementById('others');
  const { elements } = form;
  const key = `draft:${form.dataset.account}:${new URL(form.action).pathname}`;
  const offeredKey = `${key}:offered`;

  /** Counts changes; what is saved is a count too. */
  let changes = 0;
  let saved = 0;
  let firstChange = 0;
  let lastChange = 0;
  let composing = false;
  /** Whether a request waits for the end of a composition */
  let due = false;
  /** @type {?Promise<void>} the one request under way */
  let underWay = null;
  let answers = 0;
  let timer = 0;
  let localTimer = 0;
  let failures = 0;
  /** Whether a failed request waits for its next try */
  let waiting = false;
  /** '', 'conflict' or 'signed-out': nothing is sent */
  let stopped = form.dataset.stopped ?? '';
  let submitting = false;
  let leaving = false;
  let submittedAt = -Infinity;
  let focused = '';

  const text = (name, values = {}) => Object.entries(values).reduce((words, [value, is]) => words.replace(`[${value}]`, () => is),
    status.getAttribute(`data-text-${name}`) ?? '');

  /** Shows how things stand; read out only where the person should know. */
  function say(words, { loud = false, link } = {}) {
    const change = [words];
    if (link) {
      const anchor = document.createElement('a');
      anchor.href = link.href;
      anchor.textContent = link.words;
      if (link.away) {
        anchor.target = '_blank';
      }
      change.push(' ', anchor);
    }
    status.setAttribute('aria-live', loud ? 'polite' : 'off');
    if (status.textContent !== change.map((part) => part.textContent ?? part).join('')) {
      status.replaceChildren(...change);
    }
  }

  // The copy in this browser

  const store = (work) => {
    try {
      return work(localStorage);
    } catch {
      // A browser that keeps nothing, or is full
      return undefined;
    }
  };
  const load = (name) => store((storage) => JSON.parse(storage.getItem(name)));

  function fields() {
    const values = {};
    for (const [name, value] of new FormData(form)) {
      const secret = form.querySelector(`input[type=password][name="${CSS.escape(name)}"]`);
      if (!OURS.includes(name) && !secret && typeof value === 'string') {
        (values[name] ??= []).push(value);
      }
    }
    return values;
  }

  /** @returns {boolean} whether it is kept */
  function keep(more = {}) {
    clearTimeout(localTimer);
    localTimer = 0;
    const copy = { base: elements.base.value, stamp: elements.stamp.value, at: clock(), tab: elements.tab.value, fields: fields(), ...more };
    return store((storage) => {
      storage.setItem(key, JSON.stringify(copy));
      return true;
    }) ?? false;
  }

  function forget() {
    clearTimeout(localTimer);
    localTimer = 0;
    // Another window of the same person may have put its own there
    if (load(key)?.tab === elements.tab.value) {
      store((storage) => storage.removeItem(key));
    }
  }

  const clock = () => new Date().toTimeString().slice(0, 5);

  /** The same HTML may be written in many ways, and the server adds to links what the editor leaves out. */
  function plain(name, value) {
    if (!form.querySelector(`textarea[data-rich][name="${CSS.escape(name)}"]`)) {
      return value.replace(/\r\n?/g, '\n').trim();
    }
    const { body } = new DOMParser().parseFromString(value, 'text/html');
    body.querySelectorAll('[rel]').forEach((link) => link.removeAttribute('rel'));
    return body.innerHTML.replace(/\s+/g, ' ');
  }

  function differs(copy) {
    const now = fields();
    const names = new Set([...Object.keys(copy.fields), ...Object.keys(now)]);
    const all = (values = [], name) => JSON.stringify(values.map((value) => plain(name, value)));
    return [...names].some((name) => all(copy.fields[name], name) !== all(now[name], name));
  }

  /** What was left here unsaved is offered, and kept apart until the person has chosen. */
  function offer() {
    const left = load(key);
    if (left) {
      // Sent by the button, and the server has moved on since: it has arrived
      const arrived = left.submitted && left.stamp !== elements.stamp.value;
      if (!arrived && differs(left)) {
        store((storage) => storage.setItem(offeredKey, JSON.stringify(left)));
      }
      store((storage) => storage.removeItem(key));
    }
    const copy = load(offeredKey);
    if (!copy) {
      return;
    }
    const done = () => store((storage) => storage.removeItem(offeredKey));
    if (!differs(copy)) {
      done();
      return;
    }
    const notice = document.createElement('div');
    notice.className = 'notice e-found';
    notice.setAttribute('role', 'status');
    const words = document.createElement('p');
    words.textContent = text('found', { at: copy.at });
    const row = document.createElement('p');
    row.className = 'e-act';
    for (const [name, run] of [['restore', () => restore(copy)], ['discard', () => {}]]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-2 btn-s';
      button.textContent = text(name);
      button.addEventListener('click', () => {
        run();
        done();
        notice.remove();
        form.querySelector('.field :is(input, textarea:not([hidden]), select, [role=textbox])')?.focus();
      });
      row.append(button);
    }
    notice.append(words, row);
    form.prepend(notice);
  }

  function restore(copy) {
    for (const field of elements) {
      const values = copy.fields[field.name];
      if (!field.name || OURS.includes(field.name) || ['file', 'password', 'submit', 'button'].includes(field.type)) {
        continue;
      }
      if (['checkbox', 'radio'].includes(field.type)) {
        field.checked = values?.includes(field.value) ?? false;
      } else if (field.type === 'select-multiple') {
        [...field.options].forEach((option) => {
          option.selected = values?.includes(option.value) ?? false;
        });
      } else if (values) {
        // Several fields may share a name, in the order of the page
        field.value = values.length > 1 ? values[[...form.querySelectorAll(`[name="${CSS.escape(field.name)}"]`)].indexOf(field)] : values[0];
      }
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    // What it was written upon, so that a later text of somebody else is not overwritten unseen
    elements.base.value = copy.base;
    elements.stamp.value = copy.stamp;
    changed();
  }

  // Saving

  function changed() {
    const now = Date.now();
    if (changes === saved) {
      firstChange = now;
    }
    lastChange = now;
    changes++;
    localTimer ||= setTimeout(keep, LOCAL);
    if (!stopped && !waiting) {
      if (!underWay) {
        say(text('typing'));
      }
      plan();
    }
  }

  /** Sets the clock for the next request, unless something else will. */
  function plan() {
    if (changes !== saved && !composing && !underWay && !waiting && !stopped && !submitting) {
      clearTimeout(timer);
      timer = setTimeout(send, Math.max(0, Math.min(lastChange + PAUSE, firstChange + LONGEST) - Date.now()));
    }
  }

  function send() {
    due = composing;
    if (underWay || stopped || submitting || composing) {
      return;
    }
    clearTimeout(timer);
    waiting = false;
    const upTo = changes;
    const sentAt = Date.now();
    say(text('saving'));
    underWay = request(form.dataset.autosave, { method: 'POST', body: body() })
      .then((answer) => received(answer, upTo, sentAt), failed)
      .finally(() => {
        underWay = null;
        answers++;
        plan();
      });
  }

  const body = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));

  /** The answer with its JSON; an error for no answer in time, or one that is neither ours nor a refusal. */
  async function request(address, options = {}) {
    const abort = new AbortController();
    const limit = setTimeout(() => abort.abort(), TIMEOUT);
    try {
      const answer = await fetch(address,
        { ...options, headers: { Accept: 'application/json' }, redirect: 'manual', cache: 'no-store', signal: abort.signal });
      // A page of somebody who has to sign in sends elsewhere
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
        return { status: 401 };
      }
      if (answer.status !== 200 && answer.status !== 409) {
        throw new Error(`status ${answer.status}`);
      }
      return { status: answer.status, data: await answer.json() };
    } finally {
      clearTimeout(limit);
    }
  }

  function received({ status: code, data }, upTo, sentAt) {
    failures = 0;
    if (code === 401) {
      signedOut();
    } else if (code === 409) {
      stopped = 'conflict';
      keep();
      say(text('conflict', data), { loud: true, link: { href: data.href, words: text('compare') } });
    } else {
      elements.base.value = data.base;
      elements.stamp.value = data.stamp;
      token(data.token);
      saved = upTo;
      if (changes === saved) {
        forget();
      } else {
        firstChange = sentAt;
      }
      say(text('saved', data));
    }
  }

  function failed() {
    const kept = keep();
    const loud = failures === 0;
    const wait = RETRIES[Math.min(failures++, RETRIES.length - 1)];
    waiting = true;
    timer = setTimeout(send, wait);
    say(text(navigator.onLine ? 'failed' : 'offline') + text(kept ? 'kept' : 'lost'), { loud });
  }

  function signedOut() {
    stopped = 'signed-out';
    const kept = changes === saved || keep();
    say(text('signed-out') + (changes === saved ? '' : text(kept ? 'kept' : 'lost')),
      { loud: true, link: { href: `/staff/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`, words: text('sign-in'), away: true } });
  }

  function token(value) {
    if (value) {
      document.querySelectorAll('input[name=_csrf]').forEach((field) => {
        field.value = value;
      });
    }
  }

  // Who else is here, and who is here at all

  async function pulse() {
    if (document.visibilityState !== 'visible' || submitting) {
      return;
    }
    const before = answers;
    let answer;
    try {
      answer = await request(form.dataset.pulse);
    } catch {
      // Saving tells of trouble with the network, where there is something to save
      return;
    }
    if (answer.status === 401) {
      if (!stopped) {
        signedOut();
      }
      return;
    }
    const { data } = answer;
    if (answer.status !== 200 || String(data.account) !== form.dataset.account) {
      stopped ||= 'signed-out';
      say(text('other-account'), { loud: true });
      return;
    }
    token(data.token);
    const now = data.others.map((one) => text('other', one)).join('；');
    if (others.textContent !== now) {
      others.textContent = now;
    }
    if (stopped === 'signed-out') {
      stopped = '';
      say('');
      if (changes !== saved) {
        send();
      }
    } else if (!stopped && !underWay && before === answers
        && (String(data.base) !== elements.base.value || String(data.stamp) !== elements.stamp.value)) {
      if (changes !== saved) {
        // The refusal says who it was
        send();
      } else {
        stopped = 'conflict';
        say(text('changed'), { loud: true, link: { href: location.pathname + location.search, words: text('reload') } });
      }
    }
  }

  // The page

  elements.tab.value = crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16)).join('-');
  offer();

  for (const kind of ['input', 'change']) {
    form.addEventListener(kind, (event) => {
      // A field says both; of what can be typed "input" is enough, and "change" may be a script's
      const typed = event.target.matches('textarea, input:not([type=checkbox], [type=radio], [type=file])');
      if (event.target.name && !OURS.includes(event.target.name) && (kind === 'input' ? typed : !typed)) {
        changed();
      }
    });
  }
  form.addEventListener('compositionstart', () => {
    composing = true;
  });
  form.addEventListener('compositionend', () => {
    composing = false;
    if (due) {
      send();
    } else {
      plan();
    }
  });
  form.addEventListener('focusin', ({ target }) => {
    if (target.id && !target.matches('button')) {
      focused = target.id;
    }
  });
  form.addEventListener('submit', (event) => {
    // A preview opens in another window: in this one people go on writing
    if (event.submitter?.formTarget === '_blank') {
      return;
    }
    const now = Date.now();
    if (now - submittedAt < 2000) {
      event.preventDefault();
      return;
    }
    if (underWay) {
      // Else the stamp that it brings back would be missing, and the person in conflict with the own text
      event.preventDefault();
      submittedAt = now;
      const button = event.submitter;
      underWay.finally(() => {
        submittedAt = -Infinity;
        form.requestSubmit(button);
      });
      return;
    }
    submittedAt = now;
    submitting = true;
    clearTimeout(timer);
    if (changes !== saved) {
      keep({ submitted: true });
    }
    const field = form.querySelector('input[name=focus]') ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name: 'focus' }));
    field.value = focused;
    // A button that knows where to come back to says it itself
    field.disabled = event.submitter?.name === 'focus';
  });
  addEventListener('beforeunload', (event) => {
    if (changes !== saved && !submitting) {
      event.preventDefault();
    }
  });
  addEventListener('pagehide', () => {
    leaving = true;
    if (changes !== saved && !submitting) {
      keep();
      if (!stopped) {
        // The answer reaches nobody; the copy in this browser is there if it fails
        fetch(form.dataset.autosave, { method: 'POST', body: body(), keepalive: true, headers: { Accept: 'application/json' } }).catch(() => {});
      }
    }
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      submitting = false;
      leaving = false;
      pulse();
    }
  });
  addEventListener('online', () => waiting && send());
  addEventListener('focus', () => stopped === 'signed-out' && pulse());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      pulse();
    } else if (changes !== saved && !waiting && !leaving) {
      send();
    }
  });
  setInterval(pulse, PULSE);
  pulse();
  // What was typed while this script was still on its way
  if ([...form.elements].some((field) => field.matches('textarea, input[type=text]') && field.value !== field.defaultValue)) {
    changed();
  }
}

document.querySelectorAll('form[data-autosave]').forEach(autosave);
