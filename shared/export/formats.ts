import { z } from 'zod';
import { laneKinds } from '../model/value-sets';
import { sectionNames } from '../report/types';

/** What can be made of a project; each id is also what the command line takes after `--to`. */
export const exportFormats = [
  'svg',
  'png',
  'pdf',
  'report-pdf',
  'pptx',
  'docx',
  'xlsx',
  'html',
  'md',
  'mermaid',
  'drawio',
  'bpmn',
  'csv',
  'json',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a format is: one drawing of a map, a report in sections, a model for another tool, or tables. */
export type ExportKind = 'drawing' | 'report' | 'model' | 'table';

export interface FormatTraits {
  readonly kind: ExportKind;
  /** End of the file's name, without the dot. */
  readonly extension: string;
  readonly hasTheme: boolean;
  readonly hasPaper: boolean;
  /** Whether characters must be embedded by us, so that those of no bundled font are told before. */
  readonly embedsFonts: boolean;
}

const drawing = { kind: 'drawing', hasTheme: true, hasPaper: false, embedsFonts: true } as const;
const report = { kind: 'report', hasTheme: true, hasPaper: true, embedsFonts: false } as const;
const model = { kind: 'model', hasTheme: false, hasPaper: false, embedsFonts: false } as const;
const table = { kind: 'table', hasTheme: false, hasPaper: false, embedsFonts: false } as const;

export const formatTraits: Readonly<Record<ExportFormat, FormatTraits>> = {
  svg: { ...drawing, extension: 'svg' },
  png: { ...drawing, extension: 'png' },
  pdf: { ...drawing, extension: 'pdf' },
  'report-pdf': { ...report, extension: 'pdf', embedsFonts: true },
  pptx: { ...report, extension: 'pptx', hasPaper: false },
  docx: { ...report, extension: 'docx', hasTheme: false },
  xlsx: { ...table, extension: 'xlsx' },
  html: { ...report, extension: 'html', hasTheme: false, hasPaper: false, embedsFonts: true },
  md: { ...report, extension: 'md', hasTheme: false, hasPaper: false },
  mermaid: { ...model, extension: 'mmd' },
  drawio: { ...model, extension: 'drawio' },
  bpmn: { ...model, extension: 'bpmn' },
  csv: { ...table, extension: 'csv' },
  json: { ...table, extension: 'json' },
};

/** True for a format that can hold all maps of a project; the others hold one. */
export function holdsManyMaps(format: ExportFormat): boolean {
  return formatTraits[format].kind === 'report' || format === 'drawio' || format === 'xlsx';
}

/** What of a project is exported; `nodes` of a selection are on its one map. */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('project') }),
  z.strictObject({ kind: z.literal('map'), map: z.string().max(100) }),
  z.strictObject({
    kind: z.literal('selection'),
    map: z.string().max(100),
    nodes: z.array(z.string().max(100)).max(20_000),
  }),
  z.strictObject({ kind: z.literal('compare'), from: z.string().max(100), to: z.string().max(100) }),
]);
export type ExportScope = z.infer<typeof exportScopeSchema>;

export const papers = ['a4', 'a3', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** The tables of a map that a CSV file can hold: its steps, the charter, what the stream gives and takes, what the map says on the four dimensions. */
export const tableParts = ['steps', 'charter', 'value', 'dimensions'] as const;
export type TablePart = (typeof tableParts)[number];

/** Everything that decides the bytes of an export, besides the project. */
export const exportWishSchema = z.strictObject({
  format: z.enum(exportFormats),
  scope: exportScopeSchema,
  /** Lanes of every map; null for those that each map was given. */
  lanes: z.enum(laneKinds).nullable(),
  theme: z.enum(['light', 'dark']),
  ladder: z.boolean(),
  /** Pixels of a PNG per pixel at 100 %. */
  scale: z.union([z.literal(1), z.literal(2), z.literal(4)]),
  /** `embedded` fonts keep the text of an SVG a text; `outlined` looks the same everywhere. */
  fonts: z.enum(['embedded', 'outlined']),
  paper: z.enum(papers),
  orientation: z.enum(['portrait', 'landscape']),
  /** How a PDF of one drawing is paged: as large as the drawing, fitted on one sheet, or a poster tiled over sheets with marks for cutting. */
  pages: z.enum(['drawing', 'one', 'poster']),
  /** Sections of a report in their order; those that are not named are left out. */
  sections: z.array(z.enum(sectionNames)).max(sectionNames.length),
  /** The table of a CSV file; its steps unless given. */
  table: z.enum(tableParts).optional(),
  /** ISO date that rules judge by and that the file shows. */
  today: z.iso.date(),
});
export type ExportWish = z.infer<typeof exportWishSchema>;

/** Progress of an export: share done 0 to 1, and what is being made, as a sentence. */
export type OnProgress = (done: number, doing: string) => void;

/** What every maker of a file is given besides its content. */
export interface WriterOptions {
  readonly theme: 'light' | 'dark';
  readonly paper: Paper;
  readonly orientation: 'portrait' | 'landscape';
  /** ISO date written into the file's own properties, so that the same input gives the same bytes. */
  readonly today: string;
  readonly onProgress?: OnProgress;
}
