import { ExportRefused } from '../../shared/export/content';
import type { OnProgress } from '../../shared/export/formats';
import { readProject } from '../../shared/file-format/read';
import { makeExport } from './make-export';
import type { ExportJob, ExportOutcome } from './messages';

/** Makes what a job asks for; a refusal is an outcome, anything else is thrown. */
export async function runJob(
  { text, wish, rules }: ExportJob,
  onProgress: OnProgress,
): Promise<ExportOutcome> {
  const read = readProject(text);
  if (read.kind !== 'read') return { kind: 'failed', sentence: read.sentence };
  try {
    const { bytes } = await makeExport(read.project, wish, onProgress, rules);
    return { kind: 'made', bytes };
  } catch (error) {
    if (error instanceof ExportRefused) return { kind: 'failed', sentence: error.message };
    throw error;
  }
}
