import { light } from '../../../shared/drawing/theme';

interface Look {
  readonly font?: 'title' | 'quiet' | 'strong' | 'heading' | 'bad' | 'warning' | 'good';
  readonly fill?: 'heading' | 'input';
  readonly line?: boolean;
  /** Number format: the id of a built-in one, or a code. */
  readonly format?: number | string;
  readonly align?: 'left' | 'right';
  readonly wrap?: boolean;
  /** A text that a spreadsheet would compute once somebody edits it: it stays a text. */
  readonly quoted?: boolean;
}

const numeric = { line: true, align: 'right' } as const;
const text = { line: true, wrap: true } as const;

/** How cells look, by name; the first is what a cell without a style has. */
const looks = {
  plain: {},
  title: { font: 'title' },
  quiet: { font: 'quiet' },
  note: { font: 'quiet', wrap: true },
  section: { font: 'strong' },
  heading: { font: 'heading', fill: 'heading', line: true, wrap: true },
  headingEnd: { font: 'heading', fill: 'heading', line: true, wrap: true, align: 'right' },
  text,
  quoted: { ...text, quoted: true },
  strong: { ...text, font: 'strong' },
  strongQuoted: { ...text, font: 'strong', quoted: true },
  faint: { ...text, font: 'quiet' },
  faintEnd: { ...numeric, font: 'quiet' },
  bad: { ...text, font: 'bad' },
  warning: { ...text, font: 'warning' },
  good: { ...text, font: 'good' },
  number: { ...numeric },
  hours: { ...numeric, format: '#,##0.00' },
  visits: { ...numeric, format: '0.000' },
  percent: { ...numeric, format: '0.0%' },
  wholePercent: { ...numeric, format: 9 },
  exactPercent: { ...numeric, format: '0.0##########%' },
  inputHours: { ...numeric, fill: 'input', format: '#,##0.00##' },
  inputNumber: { ...numeric, fill: 'input' },
  entry: { line: true, align: 'left' },
  inputEntry: { line: true, align: 'left', fill: 'input' },
  inputPercent: { ...numeric, fill: 'input', format: 9 },
} as const satisfies Readonly<Record<string, Look>>;

/** How a cell looks. */
export type Style = keyof typeof looks;

const names = Object.keys(looks);

/** True where long texts of a style go on in the next line. */
export const isWrapped = (style: Style): boolean => {
  const look: Look = looks[style];
  return look.wrap === true;
};

/** The number of a style in the workbook. */
export const styleNumber = (style: Style): number => names.indexOf(style);

const ink = (colour: string): string => `<color rgb="FF${colour.slice(1)}"/>`;

/** Inter is taken where it is installed; family 2 has another sans-serif face stand in for it. */
const font = (size: number, colour: string, isBold = false): string =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/>${ink(colour)}<name val="Inter"/><family val="2"/></font>`;

const fonts = {
  plain: font(10, light.text),
  title: font(18, light.text, true),
  quiet: font(9, light.text3),
  strong: font(10, light.text, true),
  heading: font(9, light.text2, true),
  bad: font(10, light.error, true),
  warning: font(10, light.warning, true),
  good: font(10, light.ok, true),
} as const;

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour.slice(1)}"/><bgColor indexed="64"/></patternFill></fill>`;

const fills = {
  none: '<fill><patternFill patternType="none"/></fill>',
  grey: '<fill><patternFill patternType="gray125"/></fill>',
  heading: solid(light.sunken),
  input: solid(light.accentSoft),
} as const;

const thin = `<bottom style="thin">${ink(light.border)}</bottom>`;
const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top/>${thin}<diagonal/></border>`,
];

/** Formats of one's own are numbered from here on. */
const firstFormat = 164;

const all: readonly Look[] = Object.values(looks);
const codes = [...new Set(all.flatMap(({ format }) => (typeof format === 'string' ? [format] : [])))];

function formatId(format: number | string | undefined): number {
  return typeof format === 'string' ? firstFormat + codes.indexOf(format) : (format ?? 0);
}

function cellFormat(look: Look): string {
  const at = {
    format: formatId(look.format),
    font: Object.keys(fonts).indexOf(look.font ?? 'plain'),
    fill: Object.keys(fills).indexOf(look.fill ?? 'none'),
    border: look.line === true ? 1 : 0,
  };
  const align =
    look.align === undefined
      ? ''
      : ` horizontal="${look.align}"${look.align === 'right' ? ' indent="1"' : ''}`;
  const wrap = look.wrap === true ? ' wrapText="1"' : '';
  const quoted = look.quoted === true ? ' quotePrefix="1"' : '';
  return (
    `<xf numFmtId="${at.format}" fontId="${at.font}" fillId="${at.fill}" borderId="${at.border}" xfId="0"${quoted}` +
    ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
    `<alignment vertical="top"${align}${wrap}/></xf>`
  );
}

/** The styles of the workbook: fonts, fills, lines and number formats. */
export function stylesXml(): string {
  const list = (tag: string, parts: readonly string[]): string =>
    `<${tag} count="${parts.length}">${parts.join('')}</${tag}>`;
  const escaped = codes.map((code) => code.replaceAll('"', '&quot;'));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    list(
      'numFmts',
      escaped.map((code, at) => `<numFmt numFmtId="${firstFormat + at}" formatCode="${code}"/>`),
    ) +
    list('fonts', Object.values(fonts)) +
    list('fills', Object.values(fills)) +
    list('borders', borders) +
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    list('cellXfs', all.map(cellFormat)) +
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
    '</styleSheet>'
  );
}
