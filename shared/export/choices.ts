import { z } from 'zod';
import { sectionNames } from '../report/types';
import { exportFormats, papers, tableParts } from './formats';

/** What the dialog makes: a file of a format, or sheets for a printer. */
export const exportTargets = [...exportFormats, 'print'] as const;
export type ExportTarget = (typeof exportTargets)[number];

/** What somebody exports; which map, nodes or maps that is depends on what is shown. */
export const scopeKinds = ['map', 'selection', 'group', 'compare', 'project'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

const scopeKind = z.enum(scopeKinds);

/** The choices of an export that are remembered on a computer. */
export const exportChoicesSchema = z.strictObject({
  target: z.enum(exportTargets),
  /** Of drawings, models and tables. */
  scope: scopeKind,
  reportScope: scopeKind,
  theme: z.enum(['light', 'dark']),
  ladder: z.boolean(),
  scale: z.union([z.literal(1), z.literal(2), z.literal(4)]),
  fonts: z.enum(['embedded', 'outlined']),
  paper: z.enum(papers),
  /** Of the pages of a report. */
  orientation: z.enum(['portrait', 'landscape']),
  /** Of sheets that a drawing is put on. */
  sheetOrientation: z.enum(['portrait', 'landscape']),
  /** How a PDF of one drawing is paged. */
  pages: z.enum(['drawing', 'one', 'poster']),
  /** What a printer gets: the drawing on one sheet or as a poster, or the report. */
  print: z.enum(['one', 'poster', 'report']),
  table: z.enum(tableParts),
  /** Every section once, in the order of the report. */
  sections: z.array(z.enum(sectionNames)).max(sectionNames.length),
  /** The sections that are left out. */
  off: z.array(z.enum(sectionNames)).max(sectionNames.length),
});
export type ExportChoices = z.infer<typeof exportChoicesSchema>;

/** The choices of somebody who has exported nothing yet. */
export const usualChoices: ExportChoices = {
  target: 'svg',
  scope: 'map',
  reportScope: 'project',
  theme: 'light',
  ladder: true,
  scale: 2,
  fonts: 'embedded',
  paper: 'a4',
  orientation: 'portrait',
  sheetOrientation: 'landscape',
  pages: 'drawing',
  print: 'one',
  table: 'steps',
  sections: [...sectionNames],
  off: [],
};
