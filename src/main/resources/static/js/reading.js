// Remembers the reading bar's choices in this browser. Without it the bar still works, for the page at hand.
(() => {
  'use strict';
  const bar = document.getElementById('reading_bar');
  const key = (name) => `reading-${name}`;
  try {
    for (const input of bar.querySelectorAll('input')) {
      if (localStorage.getItem(key(input.name)) === input.value) {
        input.checked = true;
        bar.open = bar.open || input.value !== '1';
      }
    }
    bar.addEventListener('change', (event) => localStorage.setItem(key(event.target.name), event.target.value));
  } catch {
    // A browser that keeps nothing: the choice holds for this page
  }
})();
