import { create } from 'zustand';
import { type ReadResult, readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import type { KeptVersionInfo, VersionResult } from '../../shared/ipc/history';
import { en } from '../../shared/text/en';
import { isDark } from '../actions/theme';
import { bridge } from '../bridge';
import { tell } from '../document/open';
import { compareVersions } from '../pages/compare/compare-versions';
import { useApp } from '../store';
import { askWorker, stopAsking } from './ask-worker';
import type { ChosenFacts, RowFacts } from './messages';
import { whenOf } from './say-version';

const text = en.history;

/** What is known of something that is computed: nothing yet, the facts, or why there are none. */
export type Known<T> =
  | { readonly kind: 'known'; readonly facts: T }
  | { readonly kind: 'failed'; readonly sentence: string };

interface VersionsState {
  /** The file whose versions these are; null before anything was asked. */
  document: string | null;
  /** How many names the work is gone back: 0 for the versions under its present one. */
  back: number;
  /** The name of the file whose versions these are, null for that of the open one; and the name under which earlier ones are kept. */
  name: string | null;
  earlier: string | null;
  /** Null while they are being listed. */
  versions: readonly KeptVersionInfo[] | null;
  /** Why they could not be listed; then nobody knows whether there are any. */
  trouble: string | null;
  isRebuilt: boolean;
  /** When they were listed, ms of the wall clock. */
  listedAt: number;
  chosen: number | null;
  rows: ReadonlyMap<number, Known<RowFacts>>;
  details: ReadonlyMap<number, Known<ChosenFacts>>;
}

const nothing: VersionsState = {
  document: null,
  back: 0,
  name: null,
  earlier: null,
  versions: null,
  trouble: null,
  isRebuilt: false,
  listedAt: 0,
  chosen: null,
  rows: new Map(),
  details: new Map(),
};

/** The versions of the open file, as far as they were looked at. */
export const useVersions = create<VersionsState>()(() => nothing);

/** Texts of the versions that were read last; neighbours need them again at once. */
const texts = new Map<number, Promise<VersionResult>>();
const mostTexts = 6;

function textOf(version: number): Promise<VersionResult> {
  const { document, back } = useVersions.getState();
  const known = texts.get(version);
  if (known) return known;
  const asked = bridge.call['history:read']({ document: document ?? '', version, back });
  texts.set(version, asked);
  const [oldest] = texts.keys();
  if (texts.size > mostTexts && oldest !== undefined) texts.delete(oldest);
  return asked;
}

function forget(): void {
  texts.clear();
  wanted.clear();
  stopAsking();
}

/** Opens the versions of the shown file, or says why there are none. */
export function openVersions(): void {
  forget();
  useVersions.setState(nothing);
  useApp.setState({ dialog: { kind: 'versions' } });
}

/** Lists the versions of the shown file again; what was looked at stays known. */
export async function listVersions(): Promise<void> {
  const { document } = useApp.getState();
  if (document === null) {
    useVersions.setState({ ...nothing, versions: [] });
    return;
  }
  useVersions.setState({ document });
  const { back } = useVersions.getState();
  const listed = await bridge.call['history:list']({ document, back });
  if (useVersions.getState().back !== back) return;
  if (listed.kind === 'failed') {
    useVersions.setState({ versions: [], trouble: listed.sentence });
    return;
  }
  const { name, earlier, versions, isRebuilt } = listed;
  useVersions.setState(({ chosen }) => ({
    name: back === 0 ? null : name,
    earlier,
    versions,
    trouble: null,
    isRebuilt,
    listedAt: Date.now(),
    chosen: versions.some(({ version }) => version === chosen) ? chosen : (versions[0]?.version ?? null),
  }));
}

/** Goes back to the names that the work had before, or forth again, and lists the versions from then. */
export async function goBackBy(names: number): Promise<void> {
  forget();
  const { back } = useVersions.getState();
  useVersions.setState({ ...nothing, back: Math.max(0, back + names) });
  await listVersions();
}

/** The version before one; null where it is the oldest. */
export function versionBefore(version: number): KeptVersionInfo | null {
  const versions = useVersions.getState().versions ?? [];
  return versions[versions.findIndex((each) => each.version === version) + 1] ?? null;
}

/** Lines that were asked for already. */
const wanted = new Set<string>();

function put<T>(
  known: ReadonlyMap<number, Known<T>>,
  version: number,
  value: Known<T>,
): Map<number, Known<T>> {
  return new Map(known).set(version, value);
}

const failed = (sentence: string) => ({ kind: 'failed' as const, sentence });

/** Finds out what a line of the list says; the second wish for the same does nothing. */
export async function lookAtRow(version: number): Promise<void> {
  const name = `row ${String(version)} of ${String(useVersions.getState().back)}`;
  if (wanted.has(name) || useVersions.getState().rows.has(version)) return;
  wanted.add(name);
  const before = versionBefore(version);
  const [own, earlier] = await Promise.all([
    textOf(version),
    before?.isThere ? textOf(before.version) : null,
  ]);
  const isLeft = (): boolean => !wanted.has(name);
  if (isLeft()) return;
  if (own.kind === 'failed') {
    useVersions.setState(({ rows }) => ({ rows: put(rows, version, failed(text.damagedShort)) }));
    return;
  }
  const answer = await askWorker({
    kind: 'row',
    text: own.text,
    earlier: earlier?.kind === 'read' ? earlier.text : null,
    map: useApp.getState().mapId,
    isDark: isDark(),
  });
  if (answer === null || answer.kind === 'chosen' || isLeft()) return;
  const found =
    answer.kind === 'row' ? { kind: 'known' as const, facts: answer.facts } : failed(text.damagedShort);
  useVersions.setState(({ rows }) => ({ rows: put(rows, version, found) }));
}

/** Finds out what is shown of the chosen version beside what the window shows now. */
export async function lookAtChosen(version: number): Promise<void> {
  const { history, mapId } = useApp.getState();
  const { back } = useVersions.getState();
  const isStill = (): boolean => useVersions.getState().back === back;
  if (useVersions.getState().details.has(version)) return;
  const own = await textOf(version);
  if (!isStill()) return;
  if (own.kind === 'failed') {
    useVersions.setState(({ details }) => ({ details: put(details, version, own) }));
    return;
  }
  const now = writeProject(history.project);
  const answer = await askWorker({ kind: 'chosen', text: own.text, now, map: mapId });
  if (answer === null || answer.kind === 'row' || !isStill()) return;
  const found =
    answer.kind === 'chosen' ? { kind: 'known' as const, facts: answer.facts } : failed(answer.sentence);
  useVersions.setState(({ details }) => ({ details: put(details, version, found) }));
}

async function projectOf(version: KeptVersionInfo): Promise<Extract<ReadResult, { kind: 'read' }> | null> {
  const found = await textOf(version.version);
  const read = found.kind === 'failed' ? found : readProject(found.text);
  if (read.kind === 'read') return read;
  tell(text.number(version.version), read.sentence);
  return null;
}

/** Shows a version beside what the window shows now. */
export async function compareWithNow(version: KeptVersionInfo): Promise<void> {
  const read = await projectOf(version);
  if (!read) return;
  compareVersions({
    before: { name: text.versionOf(whenOf(version)), project: read.project },
    after: { name: text.now, project: useApp.getState().history.project },
  });
}

/** Shows two versions beside each other, the older one first. */
export async function compareTwo(one: KeptVersionInfo, other: KeptVersionInfo): Promise<void> {
  const [older, newer] = one.version < other.version ? [one, other] : [other, one];
  const [before, after] = [await projectOf(older), await projectOf(newer)];
  if (!before || !after) return;
  compareVersions({
    before: { name: text.versionOf(whenOf(older)), project: before.project },
    after: { name: text.versionOf(whenOf(newer)), project: after.project },
  });
}

/** Opens a version as new work in a window of its own. */
export async function openAsCopy({ version }: KeptVersionInfo): Promise<void> {
  const { document, back } = useVersions.getState();
  if (document === null) return;
  const result = await bridge.call['history:open-copy']({ document, version, back });
  if (result.kind === 'failed') tell(text.number(version), result.sentence);
}

/** Lets go of what is still being looked at, when the view is left. */
export function leaveVersions(): void {
  forget();
}
