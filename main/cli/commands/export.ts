import path from 'node:path';
import {
  type ExportFormat,
  exportFormats,
  type ExportScope,
  type ExportWish,
  formatTraits,
  holdsManyMaps,
  papers,
  tableParts,
} from '../../../shared/export/formats';
import type { Project } from '../../../shared/model/project';
import { laneKinds } from '../../../shared/model/value-sets';
import { type SectionName, sectionNames } from '../../../shared/report/types';
import { cliText } from '../../../shared/text/cli';
import { type Arguments, choice, dateOption, demand, readArguments } from '../arguments';
import { chooseMap, openProject, refuseSameFile, writeOutput } from '../files';
import { BadInput, type CliCommand, exitCodes } from '../io';

const themes: readonly ExportWish['theme'][] = ['light', 'dark'];
const orientations: readonly ExportWish['orientation'][] = ['portrait', 'landscape'];
const pages: readonly ExportWish['pages'][] = ['drawing', 'one', 'poster'];
const fonts: readonly ExportWish['fonts'][] = ['embedded', 'outlined'];
const scopes = ['map', 'project'] as const;

const shape = {
  operands: ['FILE'],
  options: {
    '--to': null,
    '--output': null,
    '--map': null,
    '--compare': null,
    '--scope': scopes,
    '--scale': ['1', '2', '4'],
    '--lanes': laneKinds,
    '--theme': themes,
    '--paper': papers,
    '--orientation': orientations,
    '--pages': pages,
    '--fonts': fonts,
    '--sections': null,
    '--table': tableParts,
    '--today': null,
  },
};

function formatOf(args: Arguments): ExportFormat {
  const wanted = demand(args, '--to');
  const format = exportFormats.find((each) => each === wanted);
  if (format === undefined) throw new BadInput(cliText.badChoice('--to', wanted, exportFormats.join(', ')));
  return format;
}

/** A report tells of the whole project unless a map is named, everything else of one map. */
function scopeOf(project: Project, format: ExportFormat, args: Arguments): ExportScope {
  const [map, other] = [args.option('--map'), args.option('--compare')];
  const { kind } = formatTraits[format];
  const usual = kind === 'report' && map === null && other === null ? 'project' : 'map';
  if (choice(args, '--scope', scopes, usual) === 'project') {
    if (!holdsManyMaps(format) && Object.keys(project.maps).length > 1)
      throw new BadInput(cliText.oneMapOnly(format));
    return { kind: 'project' };
  }
  const { id } = chooseMap(project, map);
  return other === null
    ? { kind: 'map', map: id }
    : { kind: 'compare', from: id, to: chooseMap(project, other).id };
}

function sectionsOf(args: Arguments): SectionName[] {
  const typed = args.option('--sections');
  if (typed === null) return [...sectionNames];
  return typed.split(',').map((each) => {
    const name = sectionNames.find((known) => known === each.trim());
    if (name !== undefined) return name;
    throw new BadInput(cliText.badChoice('--sections', each.trim(), sectionNames.join(', ')));
  });
}

function wishOf(project: Project, format: ExportFormat, args: Arguments, today: string): ExportWish {
  const scales = { '1': 1, '2': 2, '4': 4 } as const;
  const lanes = args.option('--lanes');
  return {
    format,
    scope: scopeOf(project, format, args),
    lanes: laneKinds.find((each) => each === lanes) ?? null,
    theme: choice(args, '--theme', themes, 'light'),
    ladder: true,
    scale: scales[choice(args, '--scale', ['1', '2', '4'], '2')],
    fonts: choice(args, '--fonts', fonts, 'embedded'),
    paper: choice(args, '--paper', papers, 'a4'),
    orientation: choice(args, '--orientation', orientations, 'portrait'),
    pages: choice(args, '--pages', pages, 'drawing'),
    sections: sectionsOf(args),
    table: choice(args, '--table', tableParts, 'steps'),
    today,
  };
}

/** `export`: a diagram, a report, a model for another tool, or tables. */
export const exportMap: CliCommand = {
  usage: cliText.usage.export,
  run: async (args, io) => {
    const given = readArguments(args, shape);
    const file = given.operand('FILE');
    const output = demand(given, '--output');
    const today = dateOption(given, io.today);
    const format = formatOf(given);
    sectionsOf(given);
    await refuseSameFile(file, output);
    const project = await openProject(file, io);
    const wish = wishOf(project, format, given, today);
    // The makers are heavy: only an export loads them.
    const [{ makeExport }, { ExportRefused, unembeddedIn }, { sayUnembedded }] = await Promise.all([
      import('../../export/make-export'),
      import('../../../shared/export/content'),
      import('../../../shared/export/unembedded'),
    ]);
    try {
      const { bytes } = await makeExport(project, wish);
      const missing = sayUnembedded(unembeddedIn(project, wish));
      await writeOutput(output, bytes, io);
      if (missing !== null) io.err(`${cliText.warning(missing)}\n`);
    } catch (error) {
      throw error instanceof ExportRefused ? new BadInput(error.message) : error;
    }
    io.out(cliText.written(path.basename(output)));
    return exitCodes.done;
  },
};
