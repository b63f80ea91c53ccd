import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readForeign } from '../../shared/import/read-foreign';
import type { ImportOutcome, ReadForeign } from '../../shared/import/types';
import { graphOf, type MapGraph } from '../../shared/model/queries';
import { countIds } from './count-ids';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/import');

/** The path of a file in tests/fixtures/import. */
export const importFixture = (name: string): string => path.join(folder, name);

/** What the reader makes of bytes or a text under a name. */
export function outcomeOf(name: string, content: string | Uint8Array, mapsColumns = false): ImportOutcome {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const text = (): string => new TextDecoder().decode(bytes);
  return readForeign({ name, bytes, text }, { makeId: countIds(), name: 'File', mapsColumns });
}

/** The same for a file that must be read. */
export function readContent(name: string, content: string | Uint8Array): ReadForeign {
  const outcome = outcomeOf(name, content);
  if (outcome.kind !== 'read') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** A file of tests/fixtures/import. */
export function readFixture(name: string): ReadForeign {
  return readContent(name, readFileSync(importFixture(name)));
}

/** The sentence with which a content is refused. */
export function refusalOf(name: string, content: string | Uint8Array): string {
  const outcome = outcomeOf(name, content);
  return outcome.kind === 'refused' ? outcome.sentence : `it was ${outcome.kind}`;
}

/** The graph of a map that was read. */
export function graphIn({ project, maps }: ReadForeign, at = 0): MapGraph {
  const graph = graphOf(project, maps[at] ?? '');
  if (graph === null) throw new Error('the map is there');
  return graph;
}

/** The flows of a map as `from > to`, with kind, share and label where there are any. */
export function flowLines(graph: MapGraph): string[] {
  const name = (id: string): string => {
    const node = graph.node.get(id);
    return node === undefined ? id : node.name || node.type;
  };
  return graph.flows.map(({ from, to, kind, share, label }) =>
    [
      `${name(from)} > ${name(to)}`,
      kind === 'normal' ? '' : kind,
      share === undefined ? '' : String(share.likely),
      label === undefined ? '' : `“${label}”`,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** The nodes of a map as `type name`. */
export function nodeLines(graph: MapGraph): string[] {
  return graph.nodes.map(({ type, name }) => `${type} ${name}`.trim());
}
