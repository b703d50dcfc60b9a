// What a body may hold: the same as the server's policy, edu.wenzhou.site.text.RichText, and nothing else.
import { DOMParser as NodeParser, DOMSerializer, Schema } from 'prosemirror-model';
import { clean, isAddress, isPicture } from './cleaner.js';

const inCells = '(paragraph | bullet_list | ordered_list)';
const span = (dom, name) => Number(dom.getAttribute(name) || 1);
const cell = (tag, role, more = {}) => ({
  content: `${inCells}+`,
  // colwidth is not ours, but prosemirror-tables reads it
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null }, ...more },
  tableRole: role,
  isolating: true,
  parseDOM: [{
    tag,
    getAttrs: (dom) => ({
      colspan: span(dom, 'colspan'),
      rowspan: span(dom, 'rowspan'),
      ...(more.scope && { scope: dom.getAttribute('scope') }),
    }),
  }],
  toDOM({ attrs }) {
    const { colspan, rowspan, scope } = attrs;
    return [tag, { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }), ...(scope && { scope }) }, 0];
  },
});

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      attrs: { level: { default: 2 } },
      content: 'inline*',
      group: 'block',
      defining: true,
      // The page has the heading of level 1
      parseDOM: [[1, 2], [2, 2], [3, 3], [4, 4], [5, 4], [6, 4]].map(([read, level]) => ({ tag: `h${read}`, attrs: { level } })),
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    blockquote: {
      content: `${inCells}+`, group: 'block', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0],
    },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: `paragraph ${inCells}*`, defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    table: {
      attrs: { caption: { default: '' } },
      content: 'table_row+',
      group: 'block',
      tableRole: 'table',
      isolating: true,
      parseDOM: [
        { tag: 'caption', ignore: true },
        { tag: 'table', getAttrs: (dom) => ({ caption: dom.querySelector(':scope > caption')?.textContent.trim() ?? '' }) },
      ],
      // The caption is an attribute, changed in a dialog: prosemirror-tables knows rows only
      toDOM: ({ attrs: { caption } }) => (caption
        ? ['table', ['caption', { contenteditable: 'false' }, caption], ['tbody', 0]] : ['table', ['tbody', 0]]),
    },
    table_row: { content: '(table_cell | table_header)*', tableRole: 'row', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
    table_cell: cell('td', 'cell'),
    table_header: cell('th', 'header_cell', { scope: { default: null } }),
    text: { group: 'inline' },
    image: {
      inline: true,
      group: 'inline',
      draggable: true,
      attrs: { src: {}, alt: { default: '' }, width: { default: null }, height: { default: null } },
      parseDOM: [{
        tag: 'img[src]',
        getAttrs: (dom) => isPicture(dom.getAttribute('src')) && {
          src: dom.getAttribute('src'),
          alt: dom.getAttribute('alt') ?? '',
          width: dom.getAttribute('width'),
          height: dom.getAttribute('height'),
        },
      }],
      toDOM: ({ attrs: { src, alt, width, height } }) => ['img', { src, alt, width, height }],
    },
    hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => isAddress(dom.getAttribute('href')) && { href: dom.getAttribute('href') } }],
      toDOM: (mark) => ['a', { href: mark.attrs.href }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
});

/** The document that stored HTML stands for. */
export const read = (html) => NodeParser.fromSchema(schema).parse(clean(html));

/**
 * The HTML to store: without paragraphs that nobody sees, and with the heads of tables marked as such. It is made in a
 * document of its own, where pictures are not loaded.
 */
export function write(doc) {
  const { body } = document.implementation.createHTMLDocument('');
  body.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document: body.ownerDocument }));
  body.querySelectorAll(':is(p, h2, h3, h4):empty').forEach((empty) => empty.closest('td, th, li') ?? empty.remove());
  body.querySelectorAll('blockquote:empty').forEach((empty) => empty.remove());
  body.querySelectorAll('caption').forEach((caption) => caption.removeAttribute('contenteditable'));
  body.querySelectorAll('table').forEach(markHeads);
  return body.innerHTML;
}

function markHeads(table) {
  const rows = [...table.rows];
  const end = rows.findIndex((row) => [...row.cells].some((one) => one.localName === 'td' || one.rowSpan > 1));
  // A table of nothing but heads has none
  if (end > 0) {
    table.createTHead().append(...rows.slice(0, end));
  }
  table.querySelectorAll('th:not([scope])').forEach((head) => {
    head.scope = head.closest('thead') || head.parentElement === rows[0] ? 'col' : 'row';
  });
}
