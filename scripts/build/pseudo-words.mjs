const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const strange = [...'ÀƁÇÐÈƑĜĤÎĴĶĿṀÑÔÞǪŔŠŢÛṼŴẊÝŽàƀçðéƒĝĥîĵķŀṁñôþǫŕšţûṽŵẋýž'];
const accented = new Map([...plain].map((letter, index) => [letter, strange[index]]));

/** Letters with accents, and 40 % more of them at the end, a word of six at a time. */
function stretched(text) {
  const more = Math.ceil([...text].length * 0.4);
  const tail = [...'ẽ'.repeat(more)].map((letter, index) => (index % 6 === 5 ? ' ' : letter)).join('');
  return `${text}${more > 2 ? ' ' : ''}${tail}`.trimEnd();
}

/** A text of the catalogue in strange letters and longer; one that was rewritten before keeps its length. */
export function pseudoWords(text) {
  if (!/[A-Za-z]{2}/.test(text)) return text;
  const isNew = ![...text].some((letter) => strange.includes(letter));
  const letters = [...text].map((letter) => accented.get(letter) ?? letter).join('');
  return isNew ? stretched(letters) : letters;
}

function rewritten(value) {
  if (typeof value === 'string') return pseudoWords(value);
  if (typeof value === 'function') return (...given) => rewritten(value(...given));
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value === 'object' && value !== null) rewrite(value);
  return value;
}

/** Rewrites a part of the catalogue in place, what functions give as well. */
export function rewrite(texts) {
  for (const [key, value] of Object.entries(texts)) texts[key] = rewritten(value);
}
