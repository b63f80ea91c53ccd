import { charterColumns, flowColumns, flowExtras, mapExtras, stepColumns } from '../tables/columns';
import type { XmlElement } from './xml';

const columns: ReadonlySet<string> = new Set(
  [...stepColumns, ...flowColumns, ...flowExtras, ...charterColumns, ...mapExtras].map(({ name }) => name),
);

/** Columns beside those of the tables: where figures come from, the roles of a map, its lanes. */
const others = ['provenance', 'roles', 'lanes'];

const prefix = 'vsm:';

/** What this app wrote with an element of a BPMN file: attributes of its extension elements that are named after columns of the step table. */
export function ownCells(element: XmlElement): Map<string, string> {
  const found = new Map<string, string>();
  const take = (from: XmlElement): void => {
    for (const [name, text] of from.attributes) {
      const column = name.startsWith(prefix) ? name.slice(prefix.length) : name;
      if (columns.has(column) || others.includes(column)) found.set(column, text);
    }
  };
  for (const { name, children } of element.children)
    if (name === 'extensionElements') children.filter((each) => each.prefix === 'vsm').forEach(take);
  return found;
}
