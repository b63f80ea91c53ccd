import { readLine } from './lenient-lines';

/** The numbers of the lines of a canonical text that hold the entry of this way, or, where there is no such entry, the entries beside which it should stand; with the line of the heading above. */
export function linesAbout(text: string, way: readonly string[]): readonly number[] {
  const above = way.slice(0, -1);
  const here: string[] = [];
  const found: number[] = [];
  const beside: number[] = [];
  const startsWith = (prefix: readonly string[]): boolean => prefix.every((key, at) => here[at] === key);
  text.split('\n').forEach((source, at) => {
    const line = readLine(source);
    if (!('depth' in line) || line.kind === 'end' || line.depth < 1) return;
    here.length = Math.min(here.length, line.depth - 1);
    while (here.length < line.depth - 1) here.push('');
    here.push(line.key ?? '');
    if (here.length >= way.length && startsWith(way)) found.push(at);
    else if (startsWith(above) && here.length === above.length + 1) beside.push(at);
    else if (above.length > 0 && here.length === above.length && startsWith(above)) beside.push(at);
  });
  return found.length > 0 ? found : beside;
}
