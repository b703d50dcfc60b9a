// What the browser tests ask of a page. Each check answers a list of findings in words, empty when all is well.

// Whether the element shows its first lines only, and a link beside it shows the rest
function isAbridged(element) {
  const cut = [...ancestors(element)].find((above) => style(above).webkitLineClamp !== 'none');
  const item = cut?.closest('[id]');
  return item && [...item.querySelectorAll('a')].some((link) => visible(link) && link.hash === '#' + item.id);
}

// Every visible line of text: its element and its place in the window
function lines() {
  const isShort = remembering(isAbridged);
  return texts(document.body).filter((node) => !isShort(node.parentElement)).flatMap((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1)
      .map((rect) => ({ node, element: node.parentElement, rect }));
  });
}

// The box that an element cuts its content to, in the axes in which it neither scrolls nor lets it out
function clip(element) {
  const { overflowX, overflowY } = style(element);
  const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
  return { box: element.getBoundingClientRect(), x: cuts(overflowX), y: cuts(overflowY),
    scrolls: /auto|scroll/.test(overflowX) };
}

function lost(lines) {
  const found = new Set();
  const clipOf = remembering(clip);
  // Where the whole page is too wide, that is said once
  const fits = document.documentElement.scrollWidth <= innerWidth;
  lines.forEach(({ element, rect }) => {
    let scrolls = false;
    for (let above = element; above && above !== document.body; above = above.parentElement) {
      const { box, x, y, scrolls: here } = clipOf(above);
      const slack = rect.height / 4; // a line's box is taller than its letters
      if (x && !scrolls && (rect.left < box.left - 1 || rect.right > box.right + 1)
          || y && (rect.top < box.top - slack || rect.bottom > box.bottom + slack)) {
        found.add('cut off by ' + name(above) + ': ' + name(element));
      }
      scrolls = scrolls || here;
    }
    if (!scrolls && (rect.left < -1 || fits && rect.right > innerWidth + 1)) {
      found.add('outside the window: ' + name(element));
    }
  });
  return [...found];
}

function overlapping(lines) {
  const found = new Set();
  const floats = remembering((element) => element !== null
    && (element.matches('[popover]') || /fixed|sticky/.test(style(element).position) || floats(element.parentElement)));
  const boxes = lines.filter(({ element }) => !floats(element)).map(({ node, element, rect }) => {
    // A fifth on either side of a line's box is what no letter fills
    const upright = style(element).writingMode === 'horizontal-tb';
    const [x, y] = upright ? [0, rect.height / 5] : [rect.width / 5, 0];
    return { node, element, left: rect.left + x, right: rect.right - x, top: rect.top + y, bottom: rect.bottom - y };
  }).sort((one, other) => one.top - other.top);
  boxes.forEach((one, index) => {
    for (let next = index + 1; next < boxes.length && boxes[next].top < one.bottom - 1; next++) {
      const other = boxes[next];
      if (other.node !== one.node && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
          && Math.min(one.bottom, other.bottom) - other.top > 1) {
        found.add(name(one.element) + ' lies on ' + name(other.element));
      }
    }
  });
  return [...found];
}

function sideways() {
  const width = document.documentElement.scrollWidth;
  if (width <= innerWidth) {
    return [];
  }
  const tooWide = (element) => element.getBoundingClientRect().right > innerWidth + 0.5;
  const wide = [...document.body.querySelectorAll('*')].filter((element) => visible(element) && tooWide(element)
    && ![...element.children].some(tooWide)
    && ![...ancestors(element.parentElement)].some((above) => style(above).overflowX !== 'visible'));
  return [`the page is ${width} px wide, because of ` + (wide.slice(0, 4).map(name).join('; ') || 'something unseen')
    + (wide.length > 4 ? `; and ${wide.length - 4} more` : '')];
}

// WCAG 2.5.8: 24 by 24 pixels, or in a sentence, or 24 pixels from the next target
function smallTargets() {
  const targets = [...document.querySelectorAll('a[href], button, select, input, textarea, summary')]
    .filter((element) => visible(element) && element.type !== 'hidden' && !cutToADot(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  const isSmall = ({ box }) => Math.min(box.width, box.height) < 23.99;
  const inSentence = ({ element }) => {
    const block = [...ancestors(element.parentElement)].find((above) => style(above).display !== 'inline');
    const around = [...block.childNodes].filter((node) => !node.contains(element)).map((node) => node.textContent).join('');
    return style(element).display === 'inline' && /[\p{L}\p{N}]/u.test(around);
  };
  // Some reach further than they look, by an invisible part laid over them
  const reachesFurther = ({ element }) => ['::before', '::after'].some((part) => {
    const { content, position, width, height } = getComputedStyle(element, part);
    return content !== 'none' && position === 'absolute' && parseFloat(width) >= 24 && parseFloat(height) >= 24;
  });
  const centre = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const tooNear = (one, other) => {
    const [x, y] = centre(one);
    if (isSmall(other)) {
      const [x2, y2] = centre(other);
      return Math.hypot(x - x2, y - y2) < 24;
    }
    const { left, right, top, bottom } = other.box;
    return !reachesFurther(one) && Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < 12;
  };
  return targets.filter((one) => isSmall(one) && !inSentence(one)).flatMap((one) => {
    const { element, box } = one;
    const near = targets.find((other) => other !== one && !other.element.contains(element)
      && !element.contains(other.element) && tooNear(one, other));
    return near ? [`${box.width.toFixed(1)} x ${box.height.toFixed(1)} px: ${name(element)}, near ${name(near.element)}`] : [];
  });
}

function shifts() {
  return new Promise((done) => {
    const seen = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(seen.map((entry) =>
      `by ${entry.value.toFixed(4)}: ` + entry.sources.map((source) => name(source.node)).join('; '))))));
  });
}

// The visitor's own letter spacing (WCAG 1.4.12); the policy for styles does not concern the browser's own sheets
function spaceText() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
    + ' p { margin-block-end: 2em !important }');
  document.adoptedStyleSheets.push(sheet);
  return [];
}

// Lets what moves arrive, as it does when the colours change
async function settle() {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  document.getAnimations().filter((motion) => motion.effect?.getComputedTiming().endTime !== Infinity)
    .forEach((motion) => motion.finish());
  return [];
}

function unspaceText() {
  document.adoptedStyleSheets.pop();
  return [];
}

// axe's own script must be in the page. What it finds is violations of these standards
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function runAxe(runOnly) {
  const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) =>
    `${id} at ${name(document.querySelector(node.target[0]))}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}

const axe = () => runAxe(standards);
const axeColours = () => runAxe(['color-contrast', 'link-in-text-block']);
const motions = () => document.getAnimations().map((motion) => 'moves: ' + name(motion.effect?.target));
const rootSize = () => [style(document.documentElement).fontSize];
const icons = () => [...document.querySelectorAll('link[rel~=icon]')].slice(0, 1).map((link) => link.href);
const lostText = () => {
  const all = lines();
  return [...sideways(), ...lost(all), ...overlapping(all)];
};
const checks = { sideways, lostText, smallTargets, shifts, spaceText, unspaceText, settle, axe, axeColours, motions, rootSize, icons };
