import {
  drawingOf,
  ExportRefused,
  markdownOf,
  mermaidOf,
  reportOfScope,
  tableOf,
} from '../../shared/export/content';
import { type ExportWish, formatTraits } from '../../shared/export/formats';
import { unembeddedCharacters } from '../../shared/export/unembedded';
import type { RuleSettings } from '../../shared/analysis/rule-settings';
import type { DisplayList } from '../../shared/drawing/display-list';
import type { Project } from '../../shared/model/project';
import { type Report, type SectionName, sectionNames } from '../../shared/report/types';
import { type Cells, readCells } from '../../shared/tables/cells-text';

/** Rows and lines that a preview shows at most. */
export const mostRows = 200;

/** What an export will hold, as far as it can be looked at. */
export type Preview =
  | { readonly kind: 'drawing'; readonly drawing: DisplayList }
  | {
      readonly kind: 'report';
      readonly report: Report;
      /** Markdown shows its text instead of sheets. */
      readonly text: string | null;
      /** Sections that have nothing to say, also those that were left out. */
      readonly empty: readonly SectionName[];
    }
  | { readonly kind: 'cells'; readonly cells: Cells; readonly rows: number }
  | { readonly kind: 'text'; readonly text: string; readonly isWhole: boolean }
  | { readonly kind: 'nothing'; readonly sentence: string };

export interface PreviewJob {
  readonly id: number;
  readonly project: Project;
  readonly wish: ExportWish;
  readonly rules: RuleSettings['application'];
}

export interface PreviewAnswer {
  readonly id: number;
  readonly preview: Preview;
  /** Characters that a file of this format would show as boxes. */
  readonly missing: readonly string[];
}

function textPreview(text: string): Preview {
  const lines = text.split('\n');
  const shown = lines.slice(0, mostRows);
  return { kind: 'text', text: shown.join('\n'), isWhole: shown.length === lines.length };
}

function reportPreview(project: Project, wish: ExportWish, rules: PreviewJob['rules']): Preview {
  const all = reportOfScope(
    project,
    { ...wish, sections: [...new Set([...wish.sections, ...sectionNames])] },
    rules,
  );
  const filled = new Set(all.sections.map(({ name }) => name));
  return {
    kind: 'report',
    report: { ...all, sections: all.sections.filter(({ name }) => wish.sections.includes(name)) },
    text: wish.format === 'md' ? markdownOf(project, wish, rules) : null,
    empty: sectionNames.filter((name) => !filled.has(name)),
  };
}

function make({ project, wish, rules }: PreviewJob): Preview {
  switch (wish.format) {
    case 'mermaid':
      return textPreview(mermaidOf(project, wish));
    case 'json':
      return textPreview(tableOf(project, wish));
    case 'csv':
    case 'xlsx': {
      const cells = readCells(tableOf(project, { ...wish, format: 'csv' }));
      return { kind: 'cells', cells: cells.slice(0, mostRows), rows: Math.max(0, cells.length - 1) };
    }
    default:
      return formatTraits[wish.format].kind === 'report'
        ? reportPreview(project, wish, rules)
        : { kind: 'drawing', drawing: drawingOf(project, wish, rules) };
  }
}

function missingIn(preview: Preview, { format }: ExportWish): readonly string[] {
  if (!formatTraits[format].embedsFonts) return [];
  if (preview.kind === 'drawing') return unembeddedCharacters(preview.drawing);
  return preview.kind === 'report' ? unembeddedCharacters(preview.report) : [];
}

/** What an export will hold; a refusal is shown in its place. */
export function previewOf(job: PreviewJob): PreviewAnswer {
  try {
    const preview = make(job);
    return { id: job.id, preview, missing: missingIn(preview, job.wish) };
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    return { id: job.id, preview: { kind: 'nothing', sentence: error.message }, missing: [] };
  }
}
