// What the print tests ask of a page that is set for paper.

// The labels of each menu that leads elsewhere, one menu a line
const menus = () => [...document.querySelectorAll('nav')]
  .map((nav) => [...nav.querySelectorAll('a[href]:not([href^="#"])')].map((link) => link.textContent.trim()).join(' '))
  .filter((labels) => labels.includes(' '));

// The texts of each row of a list, table or definition list, kept apart by line ends
const rows = () => [...document.querySelectorAll('main :is(li, tr, dl > div)')]
  .filter((row) => visible(row) && !row.querySelector('li, tr'))
  .map((row) => texts(row).map((node) => node.data.replace(/\s+/g, ' ')).join('\n'))
  .filter((row) => row);

// All that the page says, piece by piece
const said = () => texts(document.querySelector('main')).map((node) => node.data);

// What only a screen can use, and is on paper all the same
const screenOnly = () => [...document.querySelectorAll('form, button, select, details.reading, .crumbs, .slip, .note-back, .skip')]
  .filter((element) => visible(element) && element.getClientRects().length).map(name);

// Headings of every kind, those of tables included
const headings = () => [...document.querySelectorAll('main :is(h1, h2, h3, h4, caption, figcaption, thead)')]
  .filter((heading) => texts(heading).length)
  .map((heading) => texts(heading).map((node) => node.data).join(''));

// Lists of headings, which look like them
const contents = () => [...document.querySelectorAll('main nav')]
  .map((nav) => texts(nav).map((node) => node.data).join('')).filter((text) => text);

// Notes and the numbers that lead to them
const notes = () => [...document.querySelectorAll('.note-list > li')]
  .map((note) => texts(note).map((node) => node.data).join(''));
const numbers = () => [...document.querySelectorAll('main .src:not([aria-hidden])')]
  .filter((mark) => !texts(mark).length).map(name);

// What is not dark on white: texts, and grounds behind them
const channels = (color) => color.match(/[\d.]+/g).map(Number);
const light = (color) => {
  const [red, green, blue] = channels(color);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
};
const seen = (color) => (channels(color)[3] ?? 1) > 0;
const pale = () => [
  ...[...new Set(texts(document.body).map((node) => node.parentElement))]
    .filter((element) => light(style(element).color) > 0.35).map((element) => 'text: ' + name(element)),
  ...[...document.querySelectorAll('html, body, body *')]
    .filter((element) => visible(element) && seen(style(element).backgroundColor) && light(style(element).backgroundColor) < 0.99)
    .map((element) => 'ground: ' + name(element)),
  ...[...document.querySelectorAll('main svg *')]
    .filter((element) => style(element).fill.startsWith('rgb') && seen(style(element).fill) && light(style(element).fill) > 0.5
      && light(style(element).fill) < 0.99).map((element) => 'fill: ' + name(element)),
];

// As an older reader may have set the page; the reading bar is closed
const moreContrast = () => document.querySelectorAll('.reading input[name=contrast][value="2"]')
  .forEach((input) => { input.checked = true; }) || [];

// A table of many rows, and a link that leaves the site
const longTable = () => {
  const body = document.querySelector('main .data:not(.matrix) tbody');
  const rows = [...body.rows];
  for (let i = 0; i < 20; i++) {
    rows.forEach((row) => body.append(row.cloneNode(true)));
  }
  return [...document.querySelectorAll('main .data:not(.matrix) thead')].map((head) => head.textContent);
};
const linkOutside = () => {
  const link = document.createElement('a');
  link.href = 'https://elsewhere.example/notice';
  link.textContent = 'outside';
  document.querySelector('main p').append(link);
  return [];
};

const checks = { menus, rows, said, screenOnly, headings, contents, notes, numbers, pale, moreContrast, longTable, linkOutside };
