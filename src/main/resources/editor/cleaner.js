// Makes plain HTML of what Word, Excel, WPS and web pages put on the clipboard. Parsing alone breaks our content security
// policy once for each style attribute, so the text is disarmed before it is parsed.

const PICTURE = /^\/media\/([0-9a-f]{64})\/(?!.*%(?:2F|5C|00))(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+\.(?:jpg|png)$/;

/** Whether a picture is one of ours: as RichText.PICTURE says. */
export const isPicture = (address) => PICTURE.test(address ?? '');

/** Where the back office shows a picture of ours: the public sees it only once something public uses it. */
export const shown = (address) => address.replace(PICTURE, '/staff/media/file/$1');

/** Whether a link may lead there: the web, mail, telephone, this site, this page. */
export const isAddress = (address) => /^(https?:\/\/[^/\s]|mailto:\S|tel:\S|#|\/(?![/\\]))/i.test(address ?? '');

/**
 * HTML as a body that can be parsed into a document.
 * @param {string} html
 * @param {boolean} [pasted] from elsewhere, so blanks and indents are not meant
 * @returns {HTMLElement}
 */
export function clean(html, pasted = false) {
  const { body } = new DOMParser().parseFromString(disarm(html), 'text/html');
  body.querySelectorAll('x-no, link, meta, base, colgroup, input, button, select, textarea').forEach((element) => element.remove());
  wordLists(body);
  if (pasted) {
    emphasis(body);
    blanks(body);
  }
  body.querySelectorAll('img').forEach(picture);
  body.querySelectorAll('a').forEach((link) => isAddress(link.getAttribute('href')) || link.replaceWith(...link.childNodes));
  body.querySelectorAll('*').forEach(attributes);
  return body;
}

function disarm(html) {
  return html
    .replace(/<!--[\s\S]*?-->|<!\[[^>]*>/g, '')
    .replace(/<(style|script|xml|head|title|svg|math|iframe|object|noscript|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    // What has no end tag
    .replace(/<\/?(style|script|xml|svg|math|iframe|object|embed|noscript|template|frameset|plaintext)\b/gi,
      (tag) => (tag[1] === '/' ? '</x-no' : '<x-no'))
    // o:p, v:shape, w:sdt, m:oMath
    .replace(/<\/?[a-z]\w*:[^>]*>/gi, '')
    .replace(/<[a-z](?:(?:"[^"]*"|'[^']*'|[^'">])*|[^>]*)>/gi, (tag) => tag.replace(
      /"[^"]*"|'[^']*'|(?<=[\s/"'])(?:style|on\w+|srcset|background)(?=\s*=)/gi,
      (part) => (/^["']/.test(part) ? part : /^style$/i.test(part) ? 'data-s' : 'data-x')));
}

const style = (element) => element.dataset.s ?? '';

/** Word's lists are paragraphs with a hint in their style and the marker as text. */
function wordLists(body) {
  let open = [];
  for (const item of [...body.querySelectorAll('p')].filter((p) => /mso-list:\s*l\d/i.test(style(p)))) {
    const marker = [...item.querySelectorAll('[data-s]')].find((part) => /mso-list:\s*ignore/i.test(style(part)));
    const kind = /^[(（]?(\d+|[a-z]|[ivx]+|[一二三四五六七八九十]+)[.)）、．]/i.test(marker?.textContent.trim() ?? '') ? 'ol' : 'ul';
    marker?.remove();
    if (!open.length || item.previousElementSibling !== open[0]) {
      open = [];
    }
    const level = Math.min(Number(/level(\d)/i.exec(style(item))?.[1] ?? 1), open.length + 1);
    open.length = Math.min(open.length, level);
    if (open.length === level && open.at(-1).localName !== kind) {
      open.pop();
    }
    if (open.length < level) {
      const list = document.createElement(kind);
      const parent = open.at(-1)?.lastElementChild;
      parent ? parent.append(list) : item.before(list);
      open.push(list);
    }
    const element = document.createElement('li');
    open.at(-1).append(element);
    element.append(item);
  }
}

/** Google Docs, WPS and WeChat write emphasis as style; the first wraps everything into a b that is not bold. */
function emphasis(body) {
  body.querySelectorAll('[data-s]').forEach((element) => {
    const is = (pattern) => pattern.test(style(element));
    if (element.matches('b, strong') && is(/(^|[;\s])font-weight:\s*(normal|400)/i)) {
      element.replaceWith(...element.childNodes);
    } else if (element.localName === 'span') {
      wrap(element, is(/(^|[;\s])font-weight:\s*(bold|[6-9]00)/i) && 'strong');
      wrap(element, is(/(^|[;\s])font-style:\s*italic/i) && 'em');
    }
  });
}

function wrap(element, tag) {
  if (tag) {
    const inner = document.createElement(tag);
    inner.append(...element.childNodes);
    element.append(inner);
  }
}

/** Blanks that hold no line together, indents of two wide blanks, and paragraphs that are only distance. */
function blanks(body) {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    texts.currentNode.data = texts.currentNode.data.replace(/[ \u00a0]*\u00a0[ \u00a0]*/g, ' ');
  }
  body.querySelectorAll('p').forEach((p) => {
    const first = document.createTreeWalker(p, NodeFilter.SHOW_TEXT).nextNode();
    if (first) {
      first.data = first.data.replace(/^[\s\u3000]+/, '');
    }
    if (!p.textContent.trim() && !p.querySelector('img') && !p.closest('td, th, li')) {
      p.remove();
    }
  });
}

function picture(image) {
  const address = image.getAttribute('src') ?? '';
  // A page gives the full address when a part of it is copied
  const own = address.startsWith(`${location.origin}/`) ? address.slice(location.origin.length) : address;
  if (isPicture(own)) {
    image.setAttribute('src', own);
  } else {
    image.replaceWith('〔请从图库插入图片〕');
  }
}

const KEPT = {
  href: isAddress,
  src: isPicture,
  alt: () => true,
  width: (value) => /^[1-9]\d{0,4}$/.test(value),
  height: (value) => /^[1-9]\d{0,4}$/.test(value),
  colspan: (value) => /^[1-9]\d?$/.test(value),
  rowspan: (value) => /^[1-9]\d?$/.test(value),
  scope: (value) => /^(row|col|rowgroup|colgroup)$/.test(value),
  // How ProseMirror knows its own
  'data-pm-slice': () => true,
};

function attributes(element) {
  for (const { name, value } of [...element.attributes]) {
    if (!KEPT[name]?.(value) || (/^(width|height)$/.test(name) && element.localName !== 'img')) {
      element.removeAttribute(name);
    }
  }
}
