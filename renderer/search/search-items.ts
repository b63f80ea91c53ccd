import { allRules } from '../../shared/analysis/all-rules';
import type { Nameable } from '../../shared/capture/match-names';
import { packOf } from '../../shared/catalogue/packs';
import type { Flow, MapNode, Project } from '../../shared/model/project';
import { listOf, lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import type { SettingsPart } from '../app-state';
import { type Action, keysText } from '../actions/action';
import { keysNow } from '../actions/keys-now';
import { allActions } from '../actions/registry';
import { derivedNow } from '../derive';
import { goToElements, goToMap, goToRow } from '../pages/go-to';
import { pages } from '../pages/pages';
import { openImprovement } from '../pages/plan/plan-state';
import { notify, showPage, useApp } from '../store';

const text = en.search.palette;

export type SearchKind = keyof typeof text.kinds;

/** Something that the search finds and opens. */
export interface SearchItem extends Nameable {
  readonly kind: SearchKind;
  /** Stands behind the name: where it is, what it belongs to. */
  readonly detail: string;
  readonly keys?: string | undefined;
  /** Why it cannot be done now; null where it can. */
  readonly refusal: string | null;
  readonly run: () => void;
}

type Plain = Omit<SearchItem, 'refusal' | 'id'> & { readonly id: string };
const item = ({ id, ...rest }: Plain): SearchItem => ({ ...rest, id: `${rest.kind} ${id}`, refusal: null });

/** What can be done before a stream is open: files, help, and how the app looks. */
const isForTheApp = ({ id, group }: Action): boolean =>
  group === 'file' ||
  group === 'help' ||
  /^view\.(?:theme\w*|contrast|motion|larger|smaller|usualSize)$/.test(id);

function reasonNot(action: Action): string | null {
  const isEditing = useApp.getState().screen === 'editor';
  if (!isEditing && !isForTheApp(action)) return text.needsStream;
  if (action.can?.() ?? true) return null;
  if (!isEditing) return text.needsStream;
  return text.reasons[action.id] ?? text.unavailable;
}

function actionItems(): SearchItem[] {
  const { preferences } = useApp.getState();
  return allActions
    .filter(({ id }) => id !== 'app.palette')
    .map((action) => {
      const [keys] = keysNow(action, preferences);
      const group = en.actions.groups[action.group];
      const name = en.actions.titles[action.id];
      return {
        id: `action ${action.id}`,
        kind: 'action' as const,
        name,
        aliases: [`${group} ${name}`],
        detail: group,
        keys: keys === undefined ? undefined : keysText(keys),
        refusal: reasonNot(action),
        run: action.run,
      };
    });
}

const nodeName = (node: MapNode | undefined): string =>
  node === undefined ? en.inspector.unnamed : node.name || en.inspector.nodeTypes[node.type];

/** Where something is: its role, and its map where that is not the shown one. */
function whereOf(project: Project, map: string, role?: string): string {
  const { mapId } = useApp.getState();
  const mapName = map === mapId ? undefined : lookUp(project.maps, map)?.name;
  return [lookUp(project.roles, role)?.name, mapName].filter(Boolean).join(' · ');
}

function shownFirst<T extends { map: string }>(rows: readonly T[]): readonly T[] {
  const { mapId } = useApp.getState();
  return [...rows.filter(({ map }) => map === mapId), ...rows.filter(({ map }) => map !== mapId)];
}

function elementItems(project: Project): SearchItem[] {
  return shownFirst(listOf(project.nodes)).map((node) =>
    item({
      id: node.id,
      kind: 'element',
      name: nodeName(node),
      aliases: node.note === undefined ? [] : [node.note],
      detail: [en.inspector.nodeTypes[node.type], whereOf(project, node.map, node.role)]
        .filter(Boolean)
        .join(' · '),
      run: () => goToElements([node.id]),
    }),
  );
}

function flowItems(project: Project): SearchItem[] {
  const end = (id: string): string => nodeName(lookUp(project.nodes, id));
  const rows = Object.entries(project.flows).map(([id, flow]): Flow & { id: string } => ({ ...flow, id }));
  return shownFirst(rows).map((flow) =>
    item({
      id: flow.id,
      kind: 'flow',
      name: en.inspector.flowTitle(end(flow.from), end(flow.to)),
      aliases: flow.label === undefined ? [] : [flow.label],
      detail: [en.inspector.flowKinds[flow.kind], flow.label, whereOf(project, flow.map)]
        .filter(Boolean)
        .join(' · '),
      run: () => goToElements([flow.id]),
    }),
  );
}

function selectSteps(name: string, ids: readonly string[]): void {
  if (ids.length === 0) {
    notify(text.nowhere(name));
    return;
  }
  goToElements(ids);
  notify(text.selectedOf(name, ids.length));
}

/** Roles and practices: they lead to the steps of the shown map that have them. */
function peopleItems(project: Project): SearchItem[] {
  const nodes = derivedNow()?.graph.nodes ?? [];
  const having = (
    kind: 'role' | 'practice',
    row: { id: string; name: string; aliases?: readonly string[] },
  ) => {
    const ids = nodes
      .filter((node) =>
        kind === 'role' ? node.role === row.id : Object.hasOwn(node.practices ?? {}, row.id),
      )
      .map(({ id }) => id);
    return item({
      id: row.id,
      kind,
      name: row.name,
      aliases: row.aliases ?? [],
      detail: ids.length === 0 ? text.unused : text.stepsOf(ids.length),
      run: () => selectSteps(row.name, ids),
    });
  };
  return [
    ...listOf(project.roles).map((role) => having('role', role)),
    ...packOf(project.pack).practices.map((practice) => having('practice', practice)),
  ];
}

function mapItems(project: Project): SearchItem[] {
  return listOf(project.maps).map((map) =>
    item({
      id: map.id,
      kind: 'map',
      name: map.name,
      aliases: [en.shell.states[map.state]],
      detail: [lookUp(project.streams, map.stream)?.name, en.shell.states[map.state]]
        .filter(Boolean)
        .join(' · '),
      run: () => goToMap(map.id),
    }),
  );
}

function findingItems(): SearchItem[] {
  const rows = derivedNow()?.presented.rows ?? [];
  return rows.map((row) =>
    item({
      id: row.key,
      kind: 'finding',
      name: row.sentence,
      aliases: [row.title, row.rule],
      detail: row.where.name,
      run: () => goToRow(row),
    }),
  );
}

function improvementItems(project: Project): SearchItem[] {
  return listOf(project.improvements).map(({ id, name, owner = '' }) =>
    item({
      id,
      kind: 'improvement',
      name,
      detail: owner,
      run: () => {
        openImprovement(id);
        showPage('plan');
      },
    }),
  );
}

function pageItems(): SearchItem[] {
  return pages.map(({ name }) =>
    item({ id: name, kind: 'page', name: en.pages.names[name], detail: '', run: () => showPage(name) }),
  );
}

const settings: readonly (readonly [SettingsPart, string])[] = [
  ['appearance', en.settings.theme],
  ['appearance', en.settings.contrast],
  ['appearance', en.settings.zoom],
  ['appearance', en.settings.motion],
  ['canvas', en.settings.simple],
  ['canvas', en.settings.guides],
  ['canvas', en.settings.snap],
  ['canvas', en.settings.minimap],
  ['shortcuts', en.settings.keys.title],
  ['shortcuts', en.settings.letters],
  ['analysis', en.settings.analysisOpen],
  ['project', en.settings.projectText],
];

function settingItems(): SearchItem[] {
  return settings.map(([part, name]) =>
    item({
      id: name,
      kind: 'setting',
      name,
      detail: en.settings.parts[part],
      run: () => useApp.setState({ dialog: { kind: 'settings', part } }),
    }),
  );
}

/** What helps: the sheet of shortcuts, and what each rule of the analysis means. */
function helpItems(): SearchItem[] {
  const own = allActions.filter(({ group }) => group === 'help');
  return [
    ...own
      .filter(({ id }) => id !== 'app.palette')
      .map(({ id, run }) => item({ id, kind: 'help', name: en.actions.titles[id], detail: '', run })),
    ...allRules.map((rule) =>
      item({
        id: rule.id,
        kind: 'help',
        name: rule.title,
        aliases: [rule.id],
        detail: text.rule,
        run: () => useApp.setState({ dialog: { kind: 'rule-reference', rule: rule.id } }),
      }),
    ),
  ];
}

/** Everything that can be found, of the kinds that a sign asks for; all but the rules of the analysis where there is none. */
export function searchItems(sign: string): SearchItem[] {
  const { screen, history } = useApp.getState();
  const { project } = history;
  const isEditing = screen === 'editor';
  if (sign === '>') return actionItems();
  if (sign === '?') return helpItems();
  if (sign === '#') return isEditing ? findingItems() : [];
  if (sign === '@') return isEditing ? [...elementItems(project), ...flowItems(project)] : [];
  const found = isEditing
    ? [
        ...elementItems(project),
        ...flowItems(project),
        ...mapItems(project),
        ...pageItems(),
        ...peopleItems(project),
        ...findingItems(),
        ...improvementItems(project),
      ]
    : [];
  return [...actionItems(), ...found, ...settingItems()];
}
