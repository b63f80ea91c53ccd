import { writeDuration } from '../model/units-format';
import { childNamed, type XmlElement } from './xml';

/** How a cell shows its number. */
export type NumberFormat =
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'percent' | 'date' | 'time' };

const plain: NumberFormat = { kind: 'number', unit: '' };

function builtIn(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if ((id >= 14 && id <= 17) || id === 22) return { kind: 'date' };
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? { kind: 'time' } : plain;
}

/** What a format code of a workbook means: `[h]:mm` is a time, `0%` a share, `0 "min"` a number with its unit. */
export function formatOf(code: string): NumberFormat {
  const [first = ''] = code.split(';');
  const bare = first.replace(/"[^"]*"|\\./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (bare.includes('%')) return { kind: 'percent' };
  if (/\[[hms]+\]/i.test(bare)) return { kind: 'time' };
  if (/[yd]/i.test(bare)) return { kind: 'date' };
  if (/[hs]/i.test(bare.replace(/general/i, ''))) return { kind: 'time' };
  const unit = /"([^"]*)"\s*$/.exec(first)?.[1] ?? '';
  return { kind: 'number', unit: unit.trim() };
}

/** The formats of the cells of a workbook by the number of their style. */
export function readFormats(styles: XmlElement | null): NumberFormat[] {
  const codes = new Map(
    (styles && childNamed(styles, 'numFmts')?.children)?.map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? '',
    ]) ?? [],
  );
  const styled = (styles && childNamed(styles, 'cellXfs')?.children) ?? [];
  return styled.map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0);
    const code = codes.get(id);
    return code === undefined ? builtIn(id) : formatOf(code);
  });
}

const day = 24 * 60 * 60 * 1000;

/** A number as its cell shows it: times as `1h 30m`, shares as `80%`, dates as `2026-11-21`. */
export function sayNumber(value: number, format: NumberFormat, is1904: boolean): string {
  const tidy = String(Number(value.toPrecision(15)));
  switch (format.kind) {
    case 'percent':
      return `${String(Number((value * 100).toPrecision(12)))}%`;
    case 'time':
      return value >= 0 ? writeDuration(Number((value * 24 * 60).toPrecision(12))) : tidy;
    case 'date': {
      const date = new Date(
        Date.UTC(is1904 ? 1904 : 1899, is1904 ? 0 : 11, is1904 ? 1 : 30) + Math.floor(value) * day,
      );
      return Number.isNaN(date.getTime()) ? tidy : date.toISOString().slice(0, 10);
    }
    case 'number':
      return format.unit === '' ? tidy : `${tidy} ${format.unit}`;
  }
}
