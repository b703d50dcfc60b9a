// Lets somebody choose sentences of the sources for a field that quotes them, above the form and without saving it.
// The list is the one of the page that the button leads to without a script.
import { button, field, open } from './dialogs.js';
import { make } from './bars.js';

const NAME = '从原文里选';

const lines = (textarea) => textarea.value.split('\n').map((line) => line.trim()).filter(Boolean);

/**
 * @param {HTMLTextAreaElement} textarea a passage a line
 * @param {string} source address of the page with the list
 * @param {HTMLElement} opener has the focus again afterwards
 */
function choose(textarea, source, opener) {
  const before = lines(textarea);
  const chosen = new Set(before);
  let asked = 0;
  const query = field('在原文里查找', { type: 'search', maxlength: 500 }, '可以写几个词，用空格隔开；也可以写一整句');
  const find = button('查找', 'btn-2 btn-s');
  const status = make('p', { class: 'hint', role: 'status' });
  const list = make('div', { class: 'p-found' });
  const show = async () => {
    const turn = ++asked;
    status.textContent = '正在读取原文…';
    try {
      const answer = await fetch(`${source}?${new URLSearchParams({ q: query.input.value.trim() })}`,
        { headers: { Accept: 'text/html' }, redirect: 'error', signal: AbortSignal.timeout(8000) });
      const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('found');
      if (!answer.ok || !found) {
        throw new Error(`status ${answer.status}`);
      }
      if (turn !== asked) {
        return;
      }
      const [title, ...rest] = found.children;
      list.replaceChildren(...rest.map((one) => document.importNode(one, true)));
      list.querySelectorAll('input').forEach((box) => {
        box.checked = chosen.has(box.value);
      });
      list.scrollTop = 0;
      status.textContent = title.textContent;
    } catch {
      if (turn === asked) {
        status.textContent = '读不到原文，请检查网络和登录后再试';
      }
    }
  };
  list.addEventListener('change', ({ target }) => (target.checked ? chosen.add(target.value) : chosen.delete(target.value)));
  find.addEventListener('click', show);
  // Enter in this field looks for sentences; it does not close the dialog
  query.input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      show();
    }
  });
  open(opener.getAttribute('aria-label'), [query.box, make('p', { class: 'e-act' }, find), status, list], [button('放进表单', '', 'submit')], () => {
    if (chosen.size !== before.length || before.some((line) => !chosen.has(line))) {
      textarea.value = [...chosen].join('\n');
      textarea.rows = Math.max(textarea.rows, Math.min(chosen.size * 2 + 1, 12));
      textarea.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return true;
  }, opener);
  query.input.focus();
  show();
}

document.querySelectorAll('button[data-passages]').forEach((opener) => {
  // Here nothing has to be saved first
  const words = opener.textContent;
  opener.textContent = NAME;
  opener.setAttribute('aria-label', opener.getAttribute('aria-label').replace(words, NAME));
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    choose(document.getElementById(opener.value.replace('passages/', 'field-')), opener.dataset.passages, opener);
  });
});
