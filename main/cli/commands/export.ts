import path from 'node:path';
import type { View } from '../../../shared/ipc/contract';
import { chosenLanes } from '../../../shared/layout/useful-lanes';
import type { Project } from '../../../shared/model/project';
import { laneKinds } from '../../../shared/model/value-sets';
import { writeTable } from '../../../shared/tables/write-table';
import { cliText } from '../../../shared/text/cli';
import { type Arguments, choice, dateOption, demand, readArguments } from '../arguments';
import { chooseMap, openProject, refuseSameFile, writeOutput } from '../files';
import { BadInput, type CliCommand, exitCodes } from '../io';

const pictures = ['svg', 'png', 'pdf'] as const;
const tables = ['json', 'csv'] as const;
const formats = [...pictures, ...tables] as const;
/** Named by the command line's contract, for versions to come. */
const later = ['pptx', 'docx', 'xlsx', 'html', 'md', 'mermaid', 'drawio', 'bpmn'];
const themes: readonly View['theme'][] = ['light', 'dark'];

const shape = {
  operands: ['FILE'],
  options: {
    '--to': null,
    '--output': null,
    '--map': null,
    '--scale': ['1', '2', '4'],
    '--lanes': laneKinds,
    '--theme': themes,
    '--today': null,
  },
};

function formatOf(args: Arguments): (typeof formats)[number] {
  const wanted = demand(args, '--to');
  const format = formats.find((each) => each === wanted);
  if (format !== undefined) return format;
  throw new BadInput(
    later.includes(wanted)
      ? cliText.noFormatYet(wanted)
      : cliText.badChoice('--to', wanted, formats.join(', ')),
  );
}

async function contentOf(
  project: Project,
  map: string,
  args: Arguments,
  today: string,
): Promise<string | Uint8Array> {
  const format = formatOf(args);
  if (format === 'json' || format === 'csv') return writeTable(project, map, format) ?? '';
  // The renderers are heavy: only an export of a picture loads them.
  const { exportDiagram } = await import('../../export/export-diagram');
  const scales = { '1': 1, '2': 2, '4': 4 } as const;
  return await exportDiagram(project, map, {
    format,
    scale: scales[choice(args, '--scale', ['1', '2', '4'], '2')],
    view: {
      lanes: choice(args, '--lanes', laneKinds, chosenLanes(project, map, 'role')),
      theme: choice(args, '--theme', themes, 'light'),
      ladder: true,
      today,
    },
  });
}

/** `export`: the diagram of a map as SVG, PNG or PDF, or its step table. */
export const exportMap: CliCommand = {
  usage: cliText.usage.export,
  run: async (args, io) => {
    const given = readArguments(args, shape);
    const file = given.operand('FILE');
    const output = demand(given, '--output');
    const today = dateOption(given, io.today);
    formatOf(given);
    await refuseSameFile(file, output);
    const project = await openProject(file, io);
    const graph = chooseMap(project, given.option('--map'));
    await writeOutput(output, await contentOf(project, graph.id, given, today), io);
    io.out(cliText.written(path.basename(output)));
    return exitCodes.done;
  },
};
