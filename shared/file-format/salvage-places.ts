import { damageText, type TableName } from '../text/damage';
import type { Branch } from './lenient-types';
import type { Losses } from './salvage-losses';
import { kindOf } from './salvage-tables';
import { tableSchemas } from './table-schemas';

type Rows = Readonly<Record<string, Branch>>;

/** Says which parts of records that were kept could not be read; a record that is gone is told of elsewhere. */
export function sayPlaces(
  damaged: readonly (readonly string[])[],
  tables: ReadonlyMap<TableName, Rows>,
  losses: Losses,
): void {
  let places = 0;
  for (const [first = '', id, field, ...deeper] of damaged) {
    const table = [...tableSchemas.keys()].find((name) => name === first);
    if (table === undefined) {
      if (first !== 'sha256') places += 1;
      continue;
    }
    if (id === undefined) {
      losses.say(damageText.partOfTable(table));
      continue;
    }
    const rows = tables.get(table) ?? {};
    const record = Object.hasOwn(rows, id) ? rows[id] : undefined;
    if (record === undefined) continue;
    const name = typeof record['name'] === 'string' ? record['name'] : '';
    const kind = kindOf(table, record);
    const isGone = field !== undefined && deeper.length === 0 && !Object.hasOwn(record, field);
    if (isGone) losses.field(kind, id, name, field);
    else losses.say(damageText.partOf(damageText.thing(kind, name)));
  }
  if (places > 0) losses.say(damageText.partOfFile(places));
}
