import Papa from 'papaparse';
import { dimensionFacts } from '../analysis/dimension-summary';
import { stakeholdersOf } from '../analysis/value-balance';
import { packOf } from '../catalogue/packs';
import { computeFigures } from '../figures/compute-figures';
import type { TablePart } from '../export/formats';
import type { Project } from '../model/project';
import { graphOf, lookUp, type MapGraph, membersOf } from '../model/queries';
import { writeDuration } from '../model/units-format';
import { shareCell } from './next-cell';
import { escaped } from './escape-cell';
import { streamRow, type WrittenRow } from './write-rows';

/** Who has a stake in the stream, in their order. */
export function stakeholderRows(graph: MapGraph, project: Project): WrittenRow[] {
  return stakeholdersOf(project, graph.stream.id).map(({ id, name, kind, note }) => ({
    id,
    name,
    ...(kind === undefined ? {} : { kind }),
    ...(note === undefined ? {} : { note }),
  }));
}

/** What the stream gives to each stakeholder and takes, with the ids of the steps of this map that bring or burden it. */
export function valueRows(graph: MapGraph): WrittenRow[] {
  return graph.valueItems.map(({ name, kind, aspect, stakeholder, steps }) => {
    const here = membersOf(steps).filter((id) => graph.node.has(id));
    return {
      stakeholder,
      kind,
      name,
      ...(aspect === undefined ? {} : { aspect }),
      ...(here.length === 0 ? {} : { steps: here }),
    };
  });
}

/** What the map says on each of the four dimensions, a fact a row; an unknown value is left out. */
export function dimensionRows(graph: MapGraph, project: Project): WrittenRow[] {
  const { practices } = packOf(project.pack);
  const practiceName = (id: string): string => practices.find((each) => each.id === id)?.name ?? id;
  const facts = dimensionFacts(graph, computeFigures(graph), practiceName);
  return Object.entries(facts).flatMap(([dimension, list]) =>
    list.map(({ key, value, unit, of, names, steps }): WrittenRow => {
      const said =
        value === null
          ? null
          : unit === 'minutes'
            ? writeDuration(value)
            : unit === 'share'
              ? shareCell({ likely: value })
              : value;
      return {
        dimension,
        fact: key,
        ...(said === null ? {} : { value: said }),
        ...(of === undefined ? {} : { of }),
        ...(names.length === 0 ? {} : { names }),
        ...(steps.length === 0 ? {} : { steps }),
      };
    }),
  );
}

const cell = (value: WrittenRow[string] | undefined): string => {
  if (value === undefined) return '';
  if (Array.isArray(value)) return escaped(value.map((each) => String(each).replaceAll(';', ',')).join('; '));
  return typeof value === 'object' ? '' : escaped(String(value));
};

const csvOf = (headings: readonly string[], rows: readonly WrittenRow[]): string =>
  `${Papa.unparse([headings, ...rows.map((row) => headings.map((heading) => cell(row[heading])))], { newline: '\n' })}\n`;

/** One table beside the steps as CSV, with names in the place of ids; null where the project has no such map. */
export function writeAbout(
  project: Project,
  mapId: string,
  part: Exclude<TablePart, 'steps'>,
): string | null {
  const graph = graphOf(project, mapId);
  if (graph === null) return null;
  const named = (row: WrittenRow): WrittenRow => ({
    ...row,
    ...(Array.isArray(row.steps)
      ? { steps: row.steps.map((id) => graph.node.get(String(id))?.name ?? String(id)) }
      : {}),
  });
  if (part === 'charter') {
    const rows = Object.entries(streamRow(graph, project)).map(([field, value]) => ({ field, value }));
    return csvOf(['field', 'value'], rows);
  }
  if (part === 'dimensions')
    return csvOf(
      ['dimension', 'fact', 'value', 'of', 'names', 'steps'],
      dimensionRows(graph, project).map(named),
    );
  const items = valueRows(graph).map((row): WrittenRow => {
    const id = typeof row.stakeholder === 'string' ? row.stakeholder : undefined;
    const who = lookUp(project.stakeholders, id);
    return {
      ...named(row),
      stakeholder: who?.name ?? '',
      ...(who?.kind === undefined ? {} : { stakeholder_kind: who.kind }),
    };
  });
  return csvOf(['stakeholder', 'stakeholder_kind', 'kind', 'name', 'aspect', 'steps'], items);
}
