import type { JsonObject } from './json';

/** Turns a document of one version into the next; total: it cannot fail, whatever it is given. */
type Migration = (document: JsonObject) => JsonObject;

/** One step for each version before the current one: the first turns version 1 into version 2. */
const migrations: readonly Migration[] = [];

/** The version that is written. */
export const currentVersion = migrations.length + 1;

/** The document in the version behind the last of `steps`; of a newer one as it is. */
export function migrate(document: JsonObject, version: number, steps = migrations): JsonObject {
  return steps.slice(version - 1).reduce((older, step) => step(older), document);
}
