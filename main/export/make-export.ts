import type { RuleSettings } from '../../shared/analysis/rule-settings';
import type { DisplayList } from '../../shared/drawing/display-list';
import { dark, light } from '../../shared/drawing/theme';
import { toBpmn } from '../../shared/exchange/bpmn/to-bpmn';
import { toDrawio } from '../../shared/exchange/drawio/to-drawio';
import {
  drawingOf,
  ExportRefused,
  mapsOfScope,
  markdownOf,
  mermaidOf,
  reportOfScope,
  tableOf,
} from '../../shared/export/content';
import {
  type ExportFormat,
  type ExportWish,
  formatTraits,
  type OnProgress,
} from '../../shared/export/formats';
import type { Project } from '../../shared/model/project';
import { exportText } from '../../shared/text/export';

/** What each maker is given. */
interface Job {
  readonly project: Project;
  readonly wish: ExportWish;
  readonly onProgress: OnProgress;
  /** How rules judge on the computer that asks; none on the command line. */
  readonly rules: RuleSettings['application'];
}

type Maker = (job: Job) => Promise<Uint8Array | string>;

const pictureOf = ({ project, wish, rules }: Job): DisplayList => drawingOf(project, wish, rules);
const themeOf = ({ wish }: Job): typeof light | typeof dark => (wish.theme === 'dark' ? dark : light);

/** How each format is made. What is heavy is loaded when it is asked for. */
const makers: Readonly<Record<ExportFormat, Maker>> = {
  svg: async (job) => {
    const { toSvgFile } = await import('./svg');
    return await toSvgFile(pictureOf(job), themeOf(job), job.wish.fonts);
  },
  png: async (job) => {
    const { toPng } = await import('./png');
    return await toPng(pictureOf(job), themeOf(job), job.wish.scale);
  },
  pdf: async (job) => {
    const { toDiagramPdf } = await import('./diagram-pdf');
    return await toDiagramPdf(pictureOf(job), themeOf(job), job.wish);
  },
  html: async ({ project, wish, rules }) => {
    const { toHtml } = await import('./html/to-html');
    return await toHtml(reportOfScope(project, wish, rules));
  },
  docx: async (job) => {
    const { toDocx } = await import('./docx/to-docx');
    return await toDocx(reportOfScope(job.project, job.wish, job.rules), {
      ...job.wish,
      onProgress: job.onProgress,
    });
  },
  'report-pdf': async ({ project, wish, rules, onProgress }) => {
    const { toReportPdf } = await import('./pdf/to-report-pdf');
    return await toReportPdf(reportOfScope(project, wish, rules), { ...wish, onProgress });
  },
  pptx: async ({ project, wish, rules, onProgress }) => {
    const { toPptx } = await import('./pptx/to-pptx');
    return await toPptx(reportOfScope(project, wish, rules), { ...wish, onProgress });
  },
  xlsx: async ({ project, wish, rules, onProgress }) => {
    const { toXlsx } = await import('./xlsx/to-xlsx');
    return toXlsx(project, mapsOfScope(project, wish.scope), { ...wish, rules, onProgress });
  },
  md: async ({ project, wish, rules }) => markdownOf(project, wish, rules),
  mermaid: async ({ project, wish }) => mermaidOf(project, wish),
  drawio: async ({ project, wish }) => toDrawio(project, mapsOfScope(project, wish.scope), wish),
  bpmn: async ({ project, wish }) => {
    const [map = ''] = mapsOfScope(project, wish.scope);
    const text = toBpmn(project, map, wish);
    if (text === null) throw new ExportRefused(exportText.refused.noMap);
    return text;
  },
  csv: async ({ project, wish }) => tableOf(project, wish),
  json: async ({ project, wish }) => tableOf(project, wish),
};

/**
 * Makes the file of an export, the same for the app and the command line: the same project and wish give the same
 * bytes. `onProgress` is told shares 0 to 1. Throws `ExportRefused` with a sentence.
 */
export async function makeExport(
  project: Project,
  wish: ExportWish,
  onProgress: OnProgress = () => undefined,
  rules: RuleSettings['application'] = [],
): Promise<{ readonly bytes: Uint8Array; readonly extension: string }> {
  onProgress(0, exportText.progress.start);
  const made = await makers[wish.format]({ project, wish, onProgress, rules });
  onProgress(1, exportText.progress.end);
  return {
    bytes: typeof made === 'string' ? new TextEncoder().encode(made) : made,
    extension: formatTraits[wish.format].extension,
  };
}
