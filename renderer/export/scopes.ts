import type { ExportTarget, ScopeKind } from '../../shared/export/choices';
import { type ExportScope, formatTraits, holdsManyMaps } from '../../shared/export/formats';
import { listOf, lookUp } from '../../shared/model/queries';
import type { Project } from '../../shared/model/project';
import { exportUi } from '../../shared/text/export-ui';
import type { AppState } from '../app-state';
import { pairOf, useCompare } from '../pages/compare/compare-state';

const words = exportUi.scopes;

/** Something that can be exported now. */
export interface ScopeChoice {
  readonly kind: ScopeKind;
  readonly scope: ExportScope;
  readonly name: string;
}

/** What an export is made for: the whole of a report, one drawing, or the data of maps. */
type Purpose = 'drawing' | 'report' | 'maps' | 'one-map';

const taken: Readonly<Record<Purpose, readonly ScopeKind[]>> = {
  drawing: ['map', 'selection', 'group', 'compare'],
  report: ['project', 'map', 'selection', 'compare'],
  maps: ['map', 'project'],
  'one-map': ['map'],
};

/** What a target is made for; `print` says what a printer gets. */
export function purposeOf(target: ExportTarget, print: 'one' | 'poster' | 'report'): Purpose {
  if (target === 'print') return print === 'report' ? 'report' : 'drawing';
  const { kind } = formatTraits[target];
  if (kind === 'drawing' || kind === 'report') return kind;
  return holdsManyMaps(target) ? 'maps' : 'one-map';
}

/** The nodes of the shown map that a selection means; a folded group stands for its members. */
function selectedNodes(project: Project, mapId: string, selection: readonly string[]): string[] {
  const chosen = new Set(selection);
  return listOf(project.nodes).flatMap(({ id, map, group }) =>
    map === mapId && (chosen.has(id) || (group !== undefined && chosen.has(group))) ? [id] : [],
  );
}

/** What can be exported now for a purpose, the usual first. */
export function scopesNow(
  { history, mapId, selection, inside }: AppState,
  purpose: Purpose,
): readonly ScopeChoice[] {
  const { project } = history;
  const nameOf = (id: string): string => lookUp(project.maps, id)?.name ?? '';
  const selected = selectedNodes(project, mapId, selection);
  const members = inside === null ? [] : selectedNodes(project, mapId, [inside]);
  const pair = pairOf(project, mapId, useCompare.getState().pair);
  const maps = Object.keys(project.maps).length;
  const choices: Readonly<Record<ScopeKind, ScopeChoice | null>> = {
    map: { kind: 'map', scope: { kind: 'map', map: mapId }, name: words.map(nameOf(mapId)) },
    selection:
      selected.length === 0
        ? null
        : {
            kind: 'selection',
            scope: { kind: 'selection', map: mapId, nodes: selected },
            name: words.selection(selected.length),
          },
    group:
      members.length === 0
        ? null
        : {
            kind: 'group',
            scope: { kind: 'selection', map: mapId, nodes: members },
            name: words.group(lookUp(project.groups, inside ?? '')?.name ?? ''),
          },
    compare: pair && {
      kind: 'compare',
      scope: { kind: 'compare', from: pair.before, to: pair.after },
      name: words.compare(nameOf(pair.before), nameOf(pair.after)),
    },
    project: maps < 2 ? null : { kind: 'project', scope: { kind: 'project' }, name: words.project(maps) },
  };
  return taken[purpose].flatMap((kind) => choices[kind] ?? []);
}
