// The small forms of the editing page. They stand at its end, since forms cannot stand in forms.
import { isAddress, isPicture } from './cleaner.js';
import { make } from './bars.js';

let number = 0;

/** A labelled field with an error below its label, in the look of the site's forms. */
export function field(label, attributes = {}, hint = '') {
  const id = `e-dialog-${++number}`;
  const input = make('input', { id, type: 'text', autocomplete: 'off', ...attributes });
  const error = make('p', { class: 'err', id: `${id}-error`, role: 'alert' });
  const box = make('div', { class: 'field' }, make('label', { for: id }, label));
  if (hint) {
    box.append(make('p', { class: 'hint', id: `${id}-hint` }, hint));
  }
  input.setAttribute('aria-describedby', `${id}-hint ${id}-error`);
  box.append(error, input);
  return {
    box,
    input,
    complain(text) {
      error.textContent = text;
      box.classList.toggle('has-err', Boolean(text));
      text ? input.setAttribute('aria-invalid', 'true') : input.removeAttribute('aria-invalid');
      if (text) {
        input.focus();
      }
    },
  };
}

export const button = (text, look, type = 'button') => make('button', { type, class: `btn ${look}` }, text);

/**
 * Opens a dialog; it is gone when it closes, and the text has the focus again.
 * @param {string} title
 * @param {HTMLElement[]} content
 * @param {HTMLElement[]} actions buttons before the one that closes
 * @param {() => boolean} submit whether it is done
 * @param {{focus: function}} view
 */
export function open(title, content, actions, submit, view) {
  const id = `e-dialog-${++number}`;
  const close = button('取消', 'btn-2');
  const form = make('form', { method: 'dialog', class: 'e-form', novalidate: true },
    make('h2', { id }, title), ...content, make('p', { class: 'e-act' }, ...actions, close));
  const dialog = make('dialog', { class: 'e-dialog', 'aria-labelledby': id }, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit()) {
      dialog.close();
    }
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    view.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** What somebody typed as an address of the web or of a mailbox, completed. */
function completed(typed) {
  const text = typed.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) {
    return `mailto:${text}`;
  }
  return /^[\w-]+(\.[\w-]+)+(?![\w.-]*:)/.test(text) ? `https://${text}` : text;
}

/**
 * Asks for the address of a link.
 * @param {{href: string, text: ?string}} link as it is; without text where text is selected
 * @param {(href: string, text: ?string) => void} done with an empty href the link goes
 */
export function askLink({ href, text }, view, done) {
  const address = field('网址', { value: href, inputmode: 'url', spellcheck: 'false', autocapitalize: 'none' },
    '本站的页面从 / 写起；别的网站写全网址；也可以写邮箱，电话写 tel: 和号码');
  const words = text === null ? null : field('显示的文字', { value: text });
  const submit = () => {
    const complete = completed(address.input.value);
    if (!isAddress(complete)) {
      address.complain('网址要以 https://、http://、mailto:、tel:、/ 或 # 开头');
      return false;
    }
    done(complete, words && (words.input.value.trim() || complete));
    return true;
  };
  const remove = button('去掉链接', 'btn-2');
  const dialog = open('链接', [address.box, ...(words ? [words.box] : [])],
    [button('确定', '', 'submit'), ...(href ? [remove] : [])], submit, view);
  remove.addEventListener('click', () => {
    done('', null);
    dialog.close();
  });
  address.input.focus();
}

/** Asks what a table is called. */
export function askCaption(caption, view, done) {
  const name = field('表格的名称', { value: caption }, '显示在表格上方，可不填');
  open('表格的名称', [name.box], [button('确定', '', 'submit')], () => {
    done(name.input.value.trim());
    return true;
  }, view);
  name.input.focus();
}

/**
 * Lets somebody choose a picture of the library and say what it shows.
 * @param {?{src: string, alt: string}} chosen the picture that is to be changed
 * @param {(picture: {src: string, alt: string, width: ?number, height: ?number}) => void} done
 */
export function askPicture(chosen, view, done) {
  const english = view.dom.lang === 'en';
  let picked = chosen;
  let page = 1;
  let asked = 0;
  const query = field('在图库里查找', { type: 'search', maxlength: 100 });
  const find = button('查找', 'btn-2 btn-s');
  const status = make('p', { class: 'hint', role: 'status' });
  const list = make('ul', { class: 'e-shelf' });
  const back = button('上一页', 'btn-2 btn-s');
  const on = button('下一页', 'btn-2 btn-s');
  const turn = make('p', { class: 'e-act' }, back, on);
  const alt = field('替代文字', { value: chosen?.alt ?? '', maxlength: 300 }, '看不见图的人会听到它；图片只作装饰时留空');
  const submit = () => {
    if (!picked) {
      status.textContent = '请先选一张图片';
      list.querySelector('input')?.focus();
      return false;
    }
    done({ ...picked, alt: alt.input.value.trim() });
    return true;
  };
  const show = async (wanted) => {
    const turnOf = ++asked;
    status.textContent = '正在读取图库…';
    try {
      const answer = await fetch(`/staff/media/choose.json?${new URLSearchParams({ q: query.input.value.trim(), page: wanted })}`,
        { headers: { Accept: 'application/json' }, redirect: 'error', signal: AbortSignal.timeout(8000) });
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      const { items, page: at, pages } = await answer.json();
      if (turnOf !== asked) {
        return;
      }
      page = at;
      const pictures = items.filter((item) => isPicture(item.url));
      list.replaceChildren(...pictures.map((item) => choice(item)));
      status.textContent = pictures.length ? `第 ${at} 页，共 ${pages} 页` : '没有找到图片';
      back.hidden = at <= 1;
      on.hidden = at >= pages;
    } catch {
      if (turnOf === asked) {
        status.textContent = '读不到图库，请检查网络和登录后再试';
      }
    }
  };
  const choice = (item) => {
    const radio = make('input', { type: 'radio', name: 'picture', value: item.id });
    radio.checked = picked?.src === item.url;
    radio.addEventListener('change', () => {
      picked = { src: item.url, width: item.width, height: item.height };
      alt.input.value = (english && item.altEn) || (item.alt ?? '');
    });
    const image = make('img', { src: item.thumb, alt: '', loading: 'lazy' });
    return make('li', {}, make('label', {}, radio, image, make('span', {}, item.alt || '（没有替代文字）')));
  };
  back.hidden = true;
  on.hidden = true;
  find.addEventListener('click', () => show(1));
  // Enter in this field looks for pictures; it does not close the dialog
  query.input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      show(1);
    }
  });
  back.addEventListener('click', () => show(page - 1));
  on.addEventListener('click', () => show(page + 1));
  open(chosen ? '更换图片或改替代文字' : '插入图片', [query.box, make('p', { class: 'e-act' }, find), status, list, turn, alt.box],
    [button(chosen ? '确定' : '插入', '', 'submit')], submit, view);
  query.input.focus();
  show(1);
}
