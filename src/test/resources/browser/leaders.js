// Whether the leaders of the map go on in the strips of the rows and point at their names, to half a pixel.

const box = (element) => element.getBoundingClientRect();
const named = () => [...document.querySelectorAll('.place-list > li')].filter((row) => row.querySelector('.lane'));
const rows = () => named().map((row) => row.querySelector('h3 a').textContent);

function astray() {
  const map = box(document.querySelector('.bearings'));
  const scale = map.width / document.querySelector('.bearings').viewBox.baseVal.width;
  let edge = map.bottom;
  return named().flatMap((row) => {
    const heading = box(row.querySelector('h3'));
    const found = [...row.querySelectorAll('.lane')].flatMap((lane) => [
      ['does not begin where the leaders end', box(lane).top - edge],
      ['does not stand under the map', box(lane).left - map.left],
      ['has another scale', box(lane).width - lane.viewBox.baseVal.width * scale],
    ]);
    const [turn, pass] = row.querySelectorAll('.lane');
    found.push(['turns beside the name', box(turn).top + box(turn).height / 2 - heading.top - heading.height / 2]);
    found.push(['reaches into the name', Math.max(0, box(turn).right - box(row.querySelector('h3 a')).left)]);
    if (pass) {
      found.push(['ends before the row', box(pass).bottom - box(row).bottom]);
    }
    edge = box(row).bottom;
    return found.filter(([, by]) => Math.abs(by) > 0.5).map(([what, by]) => `${name(row)} ${what}: ${by.toFixed(1)} px`);
  });
}

// The largest letters of the reading bar, which no media query sees
function enlarge() {
  document.querySelector('.reading [name=size][value="3"]').checked = true;
  return [];
}

const checks = { rows, astray, enlarge };
