import type { TableColumnName } from '../text/paste-table';

/** What data boxes call their figures, in lower case, signs aside. */
const names: ReadonlyMap<string, TableColumnName> = new Map<string, TableColumnName>([
  ['c/t', 'process_time'],
  ['ct', 'process_time'],
  ['cycle time', 'process_time'],
  ['p/t', 'process_time'],
  ['pt', 'process_time'],
  ['process time', 'process_time'],
  ['processing time', 'process_time'],
  ['touch time', 'process_time'],
  ['work time', 'process_time'],
  ['w/t', 'wait'],
  ['wt', 'wait'],
  ['wait', 'wait'],
  ['wait time', 'wait'],
  ['waiting time', 'wait'],
  ['queue', 'wait'],
  ['queue time', 'wait'],
  ['l/t', 'lead_time'],
  ['lt', 'lead_time'],
  ['lead time', 'lead_time'],
  ['c/o', 'changeover'],
  ['co', 'changeover'],
  ['changeover', 'changeover'],
  ['change over', 'changeover'],
  ['setup', 'changeover'],
  ['%c&a', 'complete_accurate'],
  ['% c&a', 'complete_accurate'],
  ['c&a', 'complete_accurate'],
  ['%ca', 'complete_accurate'],
  ['first pass yield', 'complete_accurate'],
  ['fpy', 'complete_accurate'],
  ['first time right', 'complete_accurate'],
  ['batch', 'batch'],
  ['batch size', 'batch'],
  ['lot size', 'batch'],
  ['wip', 'wip'],
  ['inventory', 'wip'],
  ['people', 'crew'],
  ['operators', 'crew'],
  ['staff', 'crew'],
  ['fte', 'crew'],
  ['every', 'cadence'],
]);

const unitWords: readonly (readonly [RegExp, string])[] = [
  [/(\d)\s*(?:dy|dys|tage?)\b/gi, '$1d'],
  [/(\d)\s*(?:std|stunden?)\b/gi, '$1h'],
  [/(\d)\s*(?:pcs?|pieces|items|units)\b\.?/gi, '$1'],
];

/** A figure with units as tables know them: `5 dy` is `5d`. */
export function plainFigure(text: string): string {
  const bare = unitWords.reduce((line, [from, to]) => line.replace(from, to), text.trim());
  return bare.replace(/^[~≈]\s*/, '').trim();
}

/** A line of a data box by its column, `C/T = 44 sec`; null where its name means nothing here. */
export function readDataLine(
  line: string,
): { readonly column: TableColumnName; readonly text: string } | null {
  const [, name = '', value = ''] = /^(%?[^=:\d]*?)\s*(?:[=:]|\s(?=[\d~≈]))\s*(.+)$/.exec(line.trim()) ?? [];
  const column = names.get(name.trim().toLowerCase().replace(/\.$/, ''));
  return column === undefined || value === '' ? null : { column, text: plainFigure(value) };
}

/** The share and the words of the label of a flow: `80 % yes`, `Yes (80%)`. */
export function readFlowLabel(label: string): { readonly share: string | null; readonly label: string } {
  const line = label.replace(/\s+/g, ' ').trim();
  const found = /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,4})?)\s?%/.exec(line);
  const share = Number((found?.[1] ?? '').replace(',', '.'));
  if (!found || share > 100) return { share: null, label: line };
  const words = line
    .replace(found[0], ' ')
    .replace(/[([]\s*[)\]]/g, ' ')
    .replace(/\s+/g, ' ');
  return { share: `${String(share)}%`, label: words.replace(/^[\s:;,–-]+|[\s:;,–-]+$/g, '') };
}
