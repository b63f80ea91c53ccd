import {
  type Found,
  insideRank,
  scatteredRank,
  searchNames,
  type Stretch,
} from '../../shared/capture/search-names';
import { en } from '../../shared/text/en';
import { type SearchItem, type SearchKind, searchItems } from './search-items';

const text = en.search.palette;

/** A found thing with what of its name was typed. */
interface Row {
  readonly item: SearchItem;
  readonly marks: readonly Stretch[];
}

/** Found things under one title. */
export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What people want most before anything was used. */
const usual: readonly string[] = [
  'action insert.quick',
  'action edit.find',
  'action map.tidy',
  'action problems.show',
  'action map.future',
  'action file.export',
  'action app.settings',
  'action help.shortcuts',
];

/** Ids of what was opened from the search in this window, the last one first. */
let used: readonly string[] = [];

/** Puts something first the next time. */
export function remember(id: string): void {
  used = [id, ...used.filter((each) => each !== id)].slice(0, 20);
}

/** The sign that narrows the search, and what is searched for. */
export function splitSign(typed: string): { sign: string; rest: string } {
  const [first = ''] = typed.trimStart();
  const isSign = text.prefixes.some(({ sign }) => sign === first);
  return isSign ? { sign: first, rest: typed.trimStart().slice(1) } : { sign: '', rest: typed };
}

function byIds(items: readonly SearchItem[], ids: readonly string[], most: number): Row[] {
  return ids
    .flatMap((id) => items.find((each) => each.id === id) ?? [])
    .slice(0, most)
    .map((item) => ({ item, marks: [] }));
}

/** Of equally good ones: first what was used before, then what can be done. */
function order(a: Found<SearchItem>, b: Found<SearchItem>): number {
  const place = ({ entry }: Found<SearchItem>): number => {
    const at = used.indexOf(entry.id);
    return at === -1 ? used.length : at;
  };
  const isOff = ({ entry }: Found<SearchItem>): number => (entry.refusal === null ? 0 : 1);
  return a.rank - b.rank || isOff(a) - isOff(b) || place(a) - place(b);
}

function grouped(found: readonly Found<SearchItem>[], most: number): Group[] {
  const groups = new Map<SearchKind, Row[]>();
  for (const { entry, marks } of found) {
    const rows = groups.get(entry.kind) ?? [];
    if (rows.length < most) rows.push({ item: entry, marks });
    groups.set(entry.kind, rows);
  }
  return [...groups].map(([kind, rows]) => ({ title: text.kinds[kind], rows }));
}

/** Everything that can be found by its sign, listed once for each sign: the search is open over a map that stands still. */
export function itemsBySign(): (sign: string) => readonly SearchItem[] {
  const known = new Map<string, readonly SearchItem[]>();
  return (sign) => {
    const items = known.get(sign) ?? searchItems(sign);
    known.set(sign, items);
    return items;
  };
}

/** What fits the typed text, by kind, the kind of the best fit first; what was used before while nothing is typed. */
export function groupsFor(typed: string, itemsOf: (sign: string) => readonly SearchItem[]): Group[] {
  const { sign, rest } = splitSign(typed);
  const items = itemsOf(sign);
  if (sign === '' && rest.trim() === '') {
    const recent = byIds(items, used, 6);
    const known = new Set(recent.map(({ item }) => item.id));
    const others = byIds(
      items,
      usual.filter((id) => !known.has(id)),
      8,
    );
    return [
      { title: text.recent, rows: recent },
      { title: text.suggested, rows: others },
    ].filter(({ rows }) => rows.length > 0);
  }
  const all = searchNames(items, rest);
  const best = all[0]?.rank ?? 0;
  const found = all.filter(({ rank }) => rank < scatteredRank || best >= insideRank);
  if (rest.trim() !== '') found.sort(order);
  return grouped(found, sign === '' ? 8 : 200);
}
