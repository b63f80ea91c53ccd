import { makeExport } from '../../main/export/make-export';
import { type ExportFormat, exportFormats } from '../../shared/export/formats';
import type { Project } from '../../shared/model/project';
import { exportWish } from '../helpers/export-wish';
import { bigMap } from './big-map';
import { machine, median } from './measure/numbers';

const rounds = 3;

/** Processor time of one export in milliseconds, and the size of its file in kilobytes. Layouts and figures are known from the round before. */
async function measure(project: Project, map: string, format: ExportFormat): Promise<string> {
  const times: number[] = [];
  let size = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const before = process.cpuUsage();
    const { bytes } = await makeExport(
      project,
      exportWish(format, { scope: { kind: 'map', map }, scale: 2 }),
    );
    const { user, system } = process.cpuUsage(before);
    if (round > 0) times.push((user + system) / 1_000);
    size = bytes.length;
  }
  return `${median(times).toFixed(0)} ms, ${(size / 1000).toFixed(0)} kB`;
}

console.log(machine());
for (const steps of [30, 300]) {
  const { project, mapId } = bigMap(steps, true);
  console.log(`${steps} steps`);
  for (const format of exportFormats) console.log(`  ${format}: ${await measure(project, mapId, format)}`);
}
