/** As long as the date and time of a version are. */
const lettersOfEnd = 18;

/** The part of a file name that says that it is a map, `.vsmap`; empty where it has none. */
export function mapEnding(name: string): string {
  return /\.vsmap$/i.exec(name)?.[0] ?? '';
}

/** A name in two parts: where there is not room for both, the first may be cut, for the end tells versions of a file apart. */
export function cutParts(name: string): readonly [start: string, end: string] {
  const letters = [...name];
  const at = letters.length > 2 * lettersOfEnd ? letters.length - lettersOfEnd : letters.length;
  return [letters.slice(0, at).join(''), letters.slice(at).join('')];
}
