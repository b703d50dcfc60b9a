// What all scripts of the browser tests share: which elements are seen, and how to call them in a message.

const style = (element) => getComputedStyle(element);
const visible = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
const shorten = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 30);

function name(element) {
  if (!element || element === document.documentElement) {
    return 'html';
  }
  const own = (node) => node.localName + (node.id ? '#' + node.id : '') + [...node.classList].map((one) => '.' + one).join('');
  const parent = element.parentElement && element !== document.body ? own(element.parentElement) + ' > ' : '';
  const text = shorten(element.textContent || element.getAttribute('aria-label') || '');
  return parent + own(element) + (text ? ` "${text}"` : '');
}

function* ancestors(element) {
  for (let above = element; above; above = above.parentElement) {
    yield above;
  }
}

// Whether an element is cut to a dot, as what is meant for screen readers only
function cutToADot(element) {
  const { overflow, clipPath } = style(element);
  return overflow !== 'visible' && (clipPath.startsWith('inset(50%') || element.offsetWidth <= 2 || element.offsetHeight <= 2);
}

// What a function says of elements, asked once for each as long as nothing on the page changes
function remembering(ask) {
  const known = new Map();
  return (element) => {
    if (!known.has(element)) {
      known.set(element, ask(element));
    }
    return known.get(element);
  };
}

// The visible texts below an element
function texts(root) {
  const found = [];
  const isCut = remembering((element) => element !== null && (cutToADot(element) || isCut(element.parentElement)));
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() && visible(element) && !element.closest('select, script, title, desc')
        && !isCut(element)) {
      found.push(node);
    }
  }
  return found;
}
