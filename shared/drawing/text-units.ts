/** Pairs of regional letters (flags), keycaps, and emoji with skin tones, tags and joiners: one picture each. */
const picture = String.raw`\p{Extended_Pictographic}(?:[\ufe0e\ufe0f]|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}])*`;
const sequence = String.raw`\p{RI}\p{RI}|[#*0-9]\ufe0f?\u20e3|${picture}(?:\u200d${picture})*`;
const units = new RegExp(`${sequence}|.`, 'gsu');
const needsUnits = /\u200d|\u20e3|\ufe0e|\ufe0f|\p{RI}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]/u;
const selectors = /\ufe0e|\ufe0f/g;

/** Whether a text may hold pictures of several characters. */
export function hasSequences(text: string): boolean {
  return needsUnits.test(text);
}

/** What a text is drawn of, piece by piece: its characters, and emoji of several characters as one; selectors of a single picture are left out. */
export function unitsOf(text: string): readonly string[] {
  if (!hasSequences(text)) return [...text];
  return (text.match(units) ?? []).map((unit) => {
    const bare = unit.replace(selectors, '');
    return bare !== '' && isSingle(bare) ? bare : unit;
  });
}

/** Whether a piece of a text is one code point. */
export function isSingle(unit: string): boolean {
  const point = unit.codePointAt(0) ?? 0;
  return unit.length === (point > 0xffff ? 2 : 1);
}
