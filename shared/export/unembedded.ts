import { missingCharacters } from '../drawing/missing-characters';
import { exportUi } from '../text/export-ui';

/** Characters that are listed before the rest is only hinted at. */
const mostListed = 24;

/** Adds the characters of every text inside a plain value. */
function gather(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') for (const character of value) found.add(character);
  else if (Array.isArray(value)) for (const each of value) gather(each, found);
  else if (typeof value === 'object' && value !== null) gather(Object.values(value), found);
}

/** The characters of a drawing or a report that no font of the app has: files that carry their fonts show a box in the place of each. Control characters, which are never written, are not among them. */
export function unembeddedCharacters(content: object): readonly string[] {
  const found = new Set<string>();
  gather(content, found);
  return missingCharacters([...found].filter((each) => !/\p{C}/u.test(each)).join(''));
}

/** Tells of characters that a file shows as boxes; null where there are none. */
export function sayUnembedded(characters: readonly string[]): string | null {
  if (characters.length === 0) return null;
  const listed = characters.slice(0, mostListed).join(' ');
  return exportUi.missing(characters.length > mostListed ? `${listed} …` : listed, characters.length);
}
