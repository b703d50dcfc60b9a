/*
 * Suggests names while somebody types into the field of a search form. Without it the form works alone.
 *
 *   <form data-suggest="…" data-title="…" data-number="… # …" data-none="…"><input name="q">
 *
 * GET data-suggest?q=…: 200 [{title, path, lang?}]. Anything else: nothing is suggested.
 * The pattern is the combobox with a list of the ARIA Authoring Practices: the focus stays in the field.
 */
(() => {
  'use strict';
  const PAUSE = 150;
  const LONGEST = 60;
  for (const form of document.querySelectorAll('form[data-suggest]')) {
    suggest(form);
  }

  function suggest(form) {
    const input = form.elements.q;
    const list = document.createElement('ul');
    const status = document.createElement('p');
    list.id = `${input.id}_suggestions`;
    list.className = 'suggestions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', form.dataset.title);
    list.hidden = true;
    status.className = 'vh';
    status.setAttribute('role', 'status');
    input.parentElement.append(list, status);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })) {
      input.setAttribute(name, value);
    }

    let timer = 0;
    let request = null;
    let current = -1;
    /** What the list is for; null while there is none */
    let shown = null;

    const close = () => {
      clearTimeout(timer);
      request?.abort();
      shown = null;
      current = -1;
      list.hidden = true;
      list.replaceChildren();
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };

    const point = (index) => {
      current = index;
      [...list.children].forEach((option, number) => option.setAttribute('aria-selected', String(number === index)));
      if (index < 0) {
        input.removeAttribute('aria-activedescendant');
      } else {
        input.setAttribute('aria-activedescendant', list.children[index].id);
        list.children[index].scrollIntoView({ block: 'nearest' });
      }
    };

    const open = (names) => {
      list.replaceChildren(...names.map((name, number) => {
        const option = document.createElement('li');
        option.id = `${list.id}_${number}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.path = name.path;
        if (name.lang) {
          option.lang = name.lang;
        }
        option.textContent = name.title;
        return option;
      }));
      current = -1;
      list.hidden = names.length === 0;
      input.setAttribute('aria-expanded', String(names.length > 0));
      input.removeAttribute('aria-activedescendant');
      status.textContent = names.length > 0 ? form.dataset.number.replace('#', names.length) : form.dataset.none;
    };

    const ask = async () => {
      const typed = input.value.trim();
      if (typed === shown) {
        return;
      }
      if (typed === '' || [...typed].length > LONGEST) {
        close();
        return;
      }
      request?.abort();
      request = new AbortController();
      try {
        const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: request.signal, credentials: 'omit' });
        const names = answer.ok ? await answer.json() : [];
        if (typed === input.value.trim() && document.activeElement === input) {
          shown = typed;
          open(names);
        }
      } catch {
        // Typed on, or the site is away: the form is still there
      }
    };

    input.addEventListener('input', (event) => {
      clearTimeout(timer);
      // The letters of an unfinished character are none of the text yet
      if (!event.isComposing) {
        timer = setTimeout(ask, PAUSE);
      }
    });
    input.addEventListener('compositionend', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener('blur', close);
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) {
        return;
      }
      const number = list.children.length;
      if (event.key === 'Escape' && !list.hidden) {
        // Else the browser would clear the field
        event.preventDefault();
        close();
      } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && number > 0) {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        // From the field to the first or last, and over the end back to the field
        point(((current + 1 + step + number + 1) % (number + 1)) - 1);
      } else if (event.key === 'Enter' && current >= 0) {
        event.preventDefault();
        location.assign(list.children[current].dataset.path);
      }
    });
    // Before the field loses the focus and the list goes away
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) {
        location.assign(option.dataset.path);
      }
    });
  }
})();
