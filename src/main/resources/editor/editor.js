// Turns every <textarea data-rich> into an editor. The textarea stays the field of the form: it is kept in step with every
// change and says "input" each time; whoever changes its value from a script says "change", and the editor follows.
import { EditorState, NodeSelection, Plugin, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { closeHistory, history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import * as tables from 'prosemirror-tables';
import { clean, shown } from './cleaner.js';
import { read, schema, write } from './schema.js';
import { bar, make } from './bars.js';
import { askCaption, askLink, askPicture } from './dialogs.js';

const { nodes, marks } = schema;

// What holds at the selection

function around({ selection: { $from } }, type) {
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === type) {
      return { node: $from.node(depth), pos: $from.before(depth) };
    }
  }
  return null;
}

const isBlock = (type, attrs = {}) => ({ selection: { $from } }) => $from.parent.hasMarkup(type, attrs);

function hasMark(type) {
  return ({ selection: { empty, $from, from, to }, storedMarks, doc }) => (empty
    ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type));
}

/** The list that the selection is in, the innermost. */
function listAround({ selection: { $from } }) {
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === nodes.bullet_list || type === nodes.ordered_list) {
      return { type, pos: $from.before(depth) };
    }
  }
  return null;
}

// Commands

/** Makes a list, a list of the other kind, or none. */
const toggleList = (type) => (state, dispatch) => {
  const list = listAround(state);
  if (!list) {
    return wrapInList(type)(state, dispatch);
  }
  if (list.type === type) {
    return liftListItem(nodes.list_item)(state, dispatch);
  }
  dispatch?.(state.tr.setNodeMarkup(list.pos, type));
  return true;
};

const toggleQuote = (state, dispatch) => (around(state, nodes.blockquote) ? lift(state, dispatch)
  : wrapIn(nodes.blockquote)(state, dispatch));

const insertBreak = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** Three by three with a head, the selection in its first cell. */
function insertTable(state, dispatch) {
  if (tables.isInTable(state)) {
    return false;
  }
  const row = (type) => nodes.table_row.create(null, [0, 1, 2].map(() => type.createAndFill()));
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
  if (dispatch) {
    const tr = state.tr.replaceSelectionWith(table);
    // By itself the selection goes into the last cell
    tr.doc.descendants((node, pos) => {
      if (node === table) {
        tr.setSelection(Selection.near(tr.doc.resolve(pos + 1)));
      }
      return node.type !== nodes.table;
    });
    dispatch(tr.scrollIntoView());
  }
  return true;
}

/** The whole link that the cursor is in, or what is selected; where that has no text, the place for some. */
function linkRanges({ doc, selection }) {
  const ranges = selection.ranges.map(({ $from, $to }) => ({ from: $from.pos, to: $to.pos }));
  let mark;
  let inline = false;
  if (!selection.empty) {
    ranges.forEach(({ from, to }) => doc.nodesBetween(from, to, (node) => {
      mark ||= marks.link.isInSet(node.marks);
      inline ||= node.isInline;
    }));
  }
  if (inline) {
    return { ranges, mark };
  }
  const { $from } = selection.empty ? selection : Selection.near(selection.$from);
  const { parent } = $from;
  mark = marks.link.isInSet($from.marks()) ?? marks.link.isInSet($from.nodeAfter?.marks ?? []);
  // At its end the cursor is in no link any more
  if (!mark) {
    return { ranges: [{ from: $from.pos, to: $from.pos }], mark };
  }
  let start = $from.index();
  let end = start;
  while (start > 0 && mark.isInSet(parent.child(start - 1).marks)) {
    start--;
  }
  while (end < parent.childCount && mark.isInSet(parent.child(end).marks)) {
    end++;
  }
  const at = (index) => $from.start() + parent.content.content.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 0);
  return { ranges: [{ from: at(start), to: at(end) }], mark };
}

function editLink(view) {
  const { ranges, mark } = linkRanges(view.state);
  const [{ from, to }] = ranges;
  const isPlace = from === to && ranges.length === 1;
  askLink({ href: mark?.attrs.href ?? '', text: isPlace ? '' : null }, view, (href, text) => {
    const { tr } = view.state;
    // Several, where cells of a table are selected
    ranges.forEach((range) => tr.removeMark(range.from, range.to, marks.link));
    if (href && isPlace) {
      tr.replaceWith(from, to, schema.text(text, [marks.link.create({ href })]));
    } else if (href) {
      ranges.forEach((range) => tr.addMark(range.from, range.to, marks.link.create({ href })));
    }
    view.dispatch(tr.scrollIntoView());
  });
}

const pictureAt = ({ selection }) => (selection instanceof NodeSelection && selection.node.type === nodes.image
  ? selection.node : null);

function editPicture(view) {
  askPicture(pictureAt(view.state)?.attrs ?? null, view, (attrs) => {
    view.dispatch(view.state.tr.replaceSelectionWith(nodes.image.create(attrs), false).scrollIntoView());
  });
}

function editCaption(view) {
  const { node, pos } = around(view.state, nodes.table);
  askCaption(node.attrs.caption, view, (caption) => view.dispatch(view.state.tr.setNodeMarkup(pos, null, { caption })));
}

// Buttons

/** A button for a command: pressed while it holds, off where it cannot be done. */
const command = (text, run, on, keys) => ({
  text,
  keys,
  on,
  can: (state) => run(state),
  run(view) {
    // One step to undo each
    run(view.state, (tr) => view.dispatch([undo, redo].includes(run) ? tr : closeHistory(tr)), view);
    view.focus();
  },
});

const block = (text, type, attrs) => command(text, setBlockType(type, attrs), isBlock(type, attrs));
const inText = ({ selection: { $from } }) => $from.parent.inlineContent;

const MAIN = [
  [block('正文', nodes.paragraph), block('大标题', nodes.heading, { level: 2 }), block('中标题', nodes.heading, { level: 3 }),
    block('小标题', nodes.heading, { level: 4 })],
  [command('加粗', toggleMark(marks.strong), hasMark(marks.strong), 'Control+B'),
    command('斜体', toggleMark(marks.em), hasMark(marks.em), 'Control+I'),
    { text: '链接', keys: 'Control+K', on: hasMark(marks.link), can: toggleMark(marks.link), run: editLink }],
  [command('项目', toggleList(nodes.bullet_list), (state) => listAround(state)?.type === nodes.bullet_list),
    command('编号', toggleList(nodes.ordered_list), (state) => listAround(state)?.type === nodes.ordered_list),
    command('引用', toggleQuote, (state) => Boolean(around(state, nodes.blockquote)))],
  [{ text: '图片', can: (state) => inText(state) || Boolean(pictureAt(state)), run: editPicture }, command('表格', insertTable)],
  [command('撤销', undo, undefined, 'Control+Z'), command('重做', redo, undefined, 'Control+Y')],
];

const TABLE = [
  [command('上加一行', tables.addRowBefore), command('下加一行', tables.addRowAfter), command('删行', tables.deleteRow)],
  [command('左加一列', tables.addColumnBefore), command('右加一列', tables.addColumnAfter), command('删列', tables.deleteColumn)],
  [command('表头行', tables.toggleHeader('row')), command('表头列', tables.toggleHeader('column')),
    command('合并', tables.mergeCells), command('拆分', tables.splitCell)],
  [{ text: '名称', run: editCaption }, command('删表格', tables.deleteTable)],
];

// What sticks to the edges of the window: the line that is written and the bar of tables keep clear of it

const stuck = (element) => (element && getComputedStyle(element).position === 'sticky' ? element.offsetHeight : 0);

/** The foot of the form, or on a phone the line that says how saving stands. */
const feet = [...document.querySelectorAll('.e-foot, #saved')];
const foot = () => Math.max(0, ...feet.map(stuck));
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Shows the field that has the focus, where the foot lies on half or more of what the window shows of it. */
function uncover() {
  const field = document.activeElement;
  // Its own buttons lie in it
  if (field?.form && !feet.some((one) => stuck(one) && one.contains(field))) {
    const { top, bottom } = field.getBoundingClientRect();
    const edge = innerHeight - foot();
    if (top < innerHeight && (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2 > edge - 1) {
      field.scrollIntoView({ block: 'nearest' });
    }
  }
}

const watch = new ResizeObserver(() => {
  sheet.replaceSync(`:root{--e-foot:${foot()}px}`);
  // What it says now may have made it grow
  uncover();
});
feet.forEach((one) => watch.observe(one, { box: 'border-box' }));
// A browser shows the line of the cursor only; not at a click, as a page that moves meanwhile would select text
document.addEventListener('keyup', (event) => {
  if (event.key === 'Tab') {
    uncover();
  }
});

// Editors

/** @param {HTMLTextAreaElement} textarea */
function mount(textarea) {
  const label = textarea.labels[0];
  const id = textarea.id || `e-${textarea.name}`;
  const name = label?.textContent.trim() ?? textarea.getAttribute('aria-label');
  if (label) {
    label.id ||= `${id}-label`;
  }
  let view;
  let written = textarea.value;
  // After Escape, Tab leaves the text wherever it is
  let leaving = false;
  // The focus has come and the key is not up yet
  let arriving = false;
  const main = bar(`${name}：格式`, MAIN, () => view);
  const table = bar(`${name}：表格`, TABLE, () => view);
  const help = make('p', { class: 'hint', id: `${id}-help` }, 'Alt+F10 到工具栏，Esc 回到正文；在表格和列表里先按 Esc 再按 Tab 离开正文');
  const hints = [textarea.getAttribute('aria-describedby'), help.id].filter(Boolean).join(' ');
  const inside = (run) => (state, dispatch) => !leaving && run(state, dispatch);
  const keys = {
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-b': toggleMark(marks.strong),
    'Mod-i': toggleMark(marks.em),
    'Mod-k': (state, dispatch, editor) => {
      editLink(editor);
      return true;
    },
    'Shift-Enter': insertBreak,
    Enter: splitListItem(nodes.list_item),
    Tab: inside(chainCommands(tables.goToNextCell(1), sinkListItem(nodes.list_item))),
    'Shift-Tab': inside(chainCommands(tables.goToNextCell(-1), liftListItem(nodes.list_item))),
    'Alt-F10': (state) => {
      (tables.isInTable(state) ? table : main).focus();
      return true;
    },
    Escape: () => {
      leaving = true;
      return true;
    },
  };
  const plugins = [
    new Plugin({
      props: {
        handleKeyDown(editor, event) {
          if (!['Escape', 'Tab', 'Shift'].includes(event.key)) {
            leaving = false;
          }
          return false;
        },
        handleDOMEvents: {
          focus() {
            leaving = false;
            arriving = true;
            return false;
          },
          // A browser shows the line of the cursor only
          keyup(editor, event) {
            if (arriving && event.key === 'Tab') {
              editor.dom.scrollIntoView({ block: 'nearest' });
            }
            arriving = false;
            return false;
          },
          mouseup() {
            arriving = false;
            return false;
          },
        },
      },
    }),
    history(), keymap(keys), keymap(baseKeymap), dropCursor({ class: 'e-drop', color: false }), gapCursor(), tables.tableEditing(),
  ];
  const attributes = {
    id,
    role: 'textbox',
    class: 'prose e-text',
    'aria-multiline': 'true',
    lang: textarea.lang || 'zh-CN',
    'aria-describedby': hints,
    ...(label ? { 'aria-labelledby': label.id } : { 'aria-label': name }),
  };
  for (const copied of ['aria-invalid', 'spellcheck']) {
    if (textarea.hasAttribute(copied)) {
      attributes[copied] = textarea.getAttribute(copied);
    }
  }
  if (textarea.required) {
    // A hidden field that a browser insists on could not be sent
    attributes['aria-required'] = 'true';
    textarea.required = false;
  }
  const box = make('div', { class: 'e-rich' }, main.dom);
  table.dom.hidden = true;
  const bars = (state) => {
    main.update(state);
    const was = table.dom.hidden;
    table.dom.hidden = !tables.isInTable(state);
    if (!table.dom.hidden) {
      table.update(state);
      if (was) {
        // It may lie on the line that was clicked; while the mouse is down a page that moves would select text
        setTimeout(() => view.dispatch(view.state.tr.scrollIntoView()), 200);
      }
    }
  };
  /** Space to leave around the cursor, as much as there is to leave at the time. */
  const room = (more) => ({
    get top() {
      return stuck(main.dom) + more;
    },
    get bottom() {
      return stuck(table.dom) + foot() + more;
    },
    left: 5,
    right: 5,
  });
  // The editor takes the field's id, for its label, for links to it, and for the way back after saving
  textarea.removeAttribute('id');
  textarea.hidden = true;
  view = new EditorView({ mount: box.appendChild(make('div')) }, {
    state: EditorState.create({ doc: read(textarea.value), plugins }),
    attributes,
    scrollThreshold: room(8),
    scrollMargin: room(24),
    nodeViews: { image: ({ attrs }) => ({ dom: make('img', { ...attrs, src: shown(attrs.src) }) }) },
    transformPastedHTML: (html) => clean(html, true).innerHTML,
    // A file alone, such as a picture of the screen, would become a picture that the policy forbids, or leave the page
    handlePaste(editor, event) {
      const { files, types } = event.clipboardData;
      if (files.length && !types.includes('text/html') && !types.includes('text/plain')) {
        editor.dispatch(editor.state.tr.insertText('〔请从图库插入图片〕'));
        return true;
      }
      return false;
    },
    handleDOMEvents: {
      drop(editor, event) {
        if (event.dataTransfer.files.length) {
          event.preventDefault();
          return true;
        }
        return false;
      },
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) {
        written = write(view.state.doc);
        textarea.value = written;
        textarea.dispatchEvent(new Event('input', { bubbles: true }));
      }
      bars(view.state);
    },
  });
  box.append(table.dom);
  textarea.after(box, help);
  bars(view.state);
  label?.addEventListener('click', () => view.focus());
  for (const [one, other] of [[main, table], [table, main]]) {
    one.dom.addEventListener('keydown', (event) => {
      if (event.altKey && event.key === 'F10' && !other.dom.hidden) {
        event.preventDefault();
        other.focus();
      }
    });
  }
  textarea.addEventListener('change', () => {
    if (textarea.value !== written) {
      written = textarea.value;
      const { state } = view;
      view.updateState(state.apply(state.tr.replaceWith(0, state.doc.content.size, read(written).content)));
      bars(view.state);
    }
  });
  if (location.hash === `#${id}`) {
    view.focus();
  }
}

document.querySelectorAll('textarea[data-rich]').forEach(mount);
