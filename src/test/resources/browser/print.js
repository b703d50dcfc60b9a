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

const checks = { menus, rows };
