// Rows of buttons: one stop for Tab, arrows from button to button, Escape back to the text.

/** An element with attributes and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children);
  return element;
}

/**
 * A toolbar.
 * @param {string} label its name
 * @param {Array<Array<{text: string, keys?: string, run: function, on?: function, can?: function}>>} groups of buttons
 * @param {() => import('prosemirror-view').EditorView} view
 * @returns {{dom: HTMLElement, focus: function, update: function}}
 */
export function bar(label, groups, view) {
  const dom = make('div', { role: 'toolbar', 'aria-label': label, class: 'e-bar' });
  const entries = [];
  for (const group of groups) {
    const box = make('span', { class: 'e-group' });
    for (const item of group) {
      const button = make('button', {
        type: 'button', tabindex: -1, 'aria-pressed': item.on && 'false', 'aria-keyshortcuts': item.keys,
        title: item.keys && `${item.text}（${item.keys.replace('Control', 'Ctrl')}）`,
      }, item.text);
      // Not by pointing at the button, else the selection is gone where the focus follows the pointer
      button.addEventListener('mousedown', (event) => event.preventDefault());
      button.addEventListener('click', () => {
        go(button, false);
        if (button.getAttribute('aria-disabled') !== 'true') {
          item.run(view());
        }
      });
      box.append(button);
      entries.push({ item, button });
    }
    dom.append(box);
  }
  const buttons = entries.map(({ button }) => button);
  let current = buttons[0];
  current.tabIndex = 0;
  const go = (button, focus = true) => {
    current.tabIndex = -1;
    current = button;
    current.tabIndex = 0;
    if (focus) {
      current.focus();
    }
  };
  dom.addEventListener('focusin', ({ target }) => buttons.includes(target) && go(target, false));
  dom.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(current);
    const next = {
      ArrowRight: buttons[(at + 1) % buttons.length],
      ArrowLeft: buttons.at(at - 1),
      Home: buttons[0],
      End: buttons.at(-1),
    }[event.key];
    if (next && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      go(next);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      view().focus();
    }
  });
  return {
    dom,
    focus: () => go(current),
    /** Shows what holds at the selection and what can be done there. */
    update(state) {
      for (const { item, button } of entries) {
        const on = Boolean(item.on?.(state));
        if (item.on) {
          button.setAttribute('aria-pressed', String(on));
        }
        // What holds already often cannot be done again, and is not off for that
        on || !item.can || item.can(state) ? button.removeAttribute('aria-disabled') : button.setAttribute('aria-disabled', 'true');
      }
    },
  };
}
