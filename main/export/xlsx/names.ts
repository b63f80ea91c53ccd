import { xlsxText } from '../../../shared/text/xlsx';

/** The sheets of a map. */
export type SheetKind = keyof typeof xlsxText.sheets;

/** Most characters of the name of a sheet. */
const mostName = 31;

/** Signs that the name of a sheet cannot hold. */
const forbidden = /[[\]:*?/\\\p{Cc}]/gu;

/** Cut between characters, never inside one. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const sign of text) {
    if (kept.length + sign.length > most) break;
    kept += sign;
  }
  return kept;
}

/** How the sheets of a map are called: by what they hold alone, or with the number and the name of the map where there are several. */
export function sheetNames(map: string, at: number, count: number): (kind: SheetKind) => string {
  return (kind) => {
    const plain = xlsxText.sheets[kind];
    if (count === 1) return plain;
    const name = map.replaceAll(forbidden, ' ').replaceAll(/\s+/g, ' ').trim();
    return cut(`${plain} ${at + 1} ${name}`, mostName).replace(/[\s']+$/, '');
  };
}
