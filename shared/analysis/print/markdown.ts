/** Text that Markdown shows as it is, in one line. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

/** Text that Markdown shows struck through, in one line. */
export function struck(text: string): string {
  return text.trim() === '' ? '' : `~~${plain(text.trim())}~~`;
}

/** A Markdown table of cells that are Markdown already; columns by number that are set to the right. */
export function rawTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (right.includes(at) ? ' ---: |' : ' --- |')).join('');
  return [line(head), `|${rule}`, ...rows.map(line)].join('\n');
}

/** A Markdown table; cells are made plain. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rawTable(
    head.map(plain),
    rows.map((cells) => cells.map(plain)),
  );
}
