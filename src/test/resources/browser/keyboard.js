// Follows the focus through a page. The state is kept in the window from one key to the next.

const looks = ['borderTopColor', 'borderTopWidth', 'borderBottomColor', 'borderBottomWidth', 'boxShadow'];
const look = (element) => looks.map((property) => style(element)[property]).join(' ');
const state = window[Symbol.for('keyboard')] ??= { expected: [], looks: new Map(), reached: new Set() };

function isReachable(element) {
  // Of a group the Tab key reaches the chosen one, or the first while none is chosen
  const group = element.form?.elements[element.name];
  const laterRadio = element.type === 'radio' && !element.checked && (group?.value || element !== group?.[0]);
  return visible(element) && element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]') && !laterRadio;
}

// Remembers what the Tab key has to reach, and how that looks without focus; answers how many there are
function begin() {
  state.reached.clear();
  const candidates = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe,'
    + ' audio[controls], video[controls], [tabindex], [contenteditable]';
  state.expected = [...document.querySelectorAll(candidates)].filter(isReachable);
  state.expected.forEach((element) => state.looks.set(element, look(element)));
  return [String(state.expected.length)];
}

// A colour as the screen shows it, whatever the notation: red, green, blue, opacity
function paint(colour) {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
}

function luminance(colour) {
  const [red, green, blue] = [...paint(colour)].map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// How far the outline stands out from the ground it lies on (WCAG 1.4.11 asks for 3); 0 without an outline
function outlineContrast(element) {
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = style(element);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1 || paint(outlineColor)[3] < 128) {
    return 0;
  }
  const outside = parseFloat(outlineOffset) >= 0 ? element.parentElement : element;
  const ground = [...ancestors(outside)].map((above) => style(above).backgroundColor)
    .find((colour) => paint(colour)[3] === 255) ?? 'canvas';
  const [dark, light] = [luminance(outlineColor), luminance(ground)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

// In the middle of what the window shows of it: a browser scrolls to the line that is written, not to all of a field
function covered(element) {
  const rects = [...element.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  return !rects.some((rect) => {
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
    const hit = document.elementFromPoint(middle(rect.left, rect.right, innerWidth), middle(rect.top, rect.bottom, innerHeight));
    return hit && (element.contains(hit) || hit.closest('label')?.control === element
      || element.ownerSVGElement?.contains(hit));
  });
}

// What is wrong with the element that has the focus; 'end' when none or one seen before has it
function step() {
  const element = document.activeElement;
  // A date has a stop for each of its parts
  if (['date', 'datetime-local'].includes(element?.type) && element === state.last) {
    return [];
  }
  state.last = element;
  if (!element || element === document.body || element === document.documentElement || state.reached.has(element)) {
    return ['end'];
  }
  state.reached.add(element);
  const found = [];
  const contrast = outlineContrast(element);
  if (contrast < 3 && (!state.looks.has(element) || look(element) === state.looks.get(element))) {
    found.push(`focus is not seen (contrast ${contrast.toFixed(1)}) on ` + name(element));
  }
  if (covered(element)) {
    found.push('covered or out of sight while focused: ' + name(element));
  }
  return found;
}

// Whether it still is a moment later
const still = () => covered(document.activeElement) ? ['covered or out of sight while focused: ' + name(document.activeElement)] : [];

const missed = () => state.expected.filter((element) => !state.reached.has(element))
  .map((element) => 'not reached by Tab: ' + name(element));

// The fragment that the focused link leads to
const fragment = () => [document.activeElement?.getAttribute('href') ?? 'no link has the focus'];

// Whether the part of the page that the address names is at the top, and the focus in it or nowhere before it
function atTarget() {
  const target = document.querySelector(location.hash || 'none');
  const top = target?.getBoundingClientRect().top;
  const end = document.documentElement.scrollHeight - innerHeight - scrollY;
  return target && (Math.abs(top) <= innerHeight / 4 || end < 1) ? [] : [`${location.hash || 'no part'} is at ${top} px`];
}

function inTarget() {
  const target = document.querySelector(location.hash || 'none');
  const element = document.activeElement;
  const after = target && target.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  return after ? [] : ['the next Tab goes to ' + name(element)];
}

const checks = { begin, step, still, missed, fragment, atTarget, inTarget };
