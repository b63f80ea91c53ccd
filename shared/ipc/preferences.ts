import { z } from 'zod';
import { exportChoicesSchema, usualChoices } from '../export/choices';
import { laneKinds, severities } from '../model/value-sets';

/** True for a record of at most so many entries. */
const holds =
  (most: number) =>
  (record: object): boolean =>
    Object.keys(record).length <= most;

/** Preferences of this computer. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Lanes of maps that were given none. */
  lanes: z.enum(laneKinds),
  panels: z.strictObject({
    left: z.number().min(0).max(2000),
    right: z.number().min(0).max(2000),
    bottom: z.number().min(0).max(2000),
    leftOpen: z.boolean(),
    rightOpen: z.boolean(),
    bottomOpen: z.boolean(),
  }),
  snap: z.boolean(),
  minimap: z.boolean(),
  /** How large everything is, 0.8 to 2; the zoom of the canvas is another matter. */
  zoom: z.number().min(0.8).max(2).default(1),
  contrast: z.enum(['system', 'more']).default('system'),
  motion: z.enum(['system', 'reduced']).default('system'),
  /** Five symbols and no more, for newcomers. */
  isSimple: z.boolean().default(false),
  /** Lines and gaps that show where things align while they are moved. */
  guides: z.boolean().default(true),
  /** Own shortcuts by the id of the action, as tinykeys writes them; an empty list takes them all away. */
  keys: z
    .record(z.string().max(100), z.array(z.string().max(100)).max(5))
    .refine(holds(1000))
    .default({}),
  /** How a presentation goes through a long map: each step, by stages, or the steps that stand out. */
  presentWalk: z.enum(['every', 'stages', 'marked']).default('every'),
  /** Columns of the step table in their order; none for the usual ones. */
  tableColumns: z.array(z.string().max(40)).max(60).default([]),
  /** What the columns of pasted tables meant, by their headings. */
  tableMappings: z
    .record(z.string().max(500), z.array(z.string().max(60)).max(100))
    .refine(holds(100))
    .default({}),
  /** False where shortcuts of one character are off, which a voice or a resting hand sets off by accident. */
  letters: z.boolean().default(true),
  /** True where older versions of saved files are kept on this computer. */
  keepsVersions: z.boolean().default(true),
  /** The choices of the last export. */
  exports: exportChoicesSchema.default(usualChoices),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** How a rule judges on this computer wherever a project says nothing else. */
const applicationRuleSchema = z.strictObject({
  rule: z.string().min(1).max(100),
  severity: z.enum([...severities, 'off']).exactOptional(),
  options: z.record(z.string().max(100), z.number()).refine(holds(100)).exactOptional(),
});

/** What the analysis remembers on this computer: settings of rules, and who accepts findings here. */
export const analysisSettingsSchema = z.strictObject({
  author: z.string().max(200),
  rules: z.array(applicationRuleSchema).max(1000),
});
export type AnalysisSettings = z.infer<typeof analysisSettingsSchema>;
