import { readFileSync, writeFileSync } from 'node:fs';
import { sha256Of } from '../../main/files/file-stamp';
import type { Saver } from '../fault-shim/saver';
import { versionText } from '../fault-shim/versions';

/** What a save that took the name took the place of, by SHA-256; and what it found there too late. */
interface Replaced {
  readonly expected: string | null;
  readonly displaced: string | null;
}

/** One save of one saver; each number is one version. */
interface Blow {
  readonly saver: Saver;
  readonly file: string;
  readonly number: number;
}

/** Bytes cross between processes as JSON of a Buffer. */
function shaOfCrossed(bytes: unknown): string | null {
  if (typeof bytes !== 'object' || bytes === null || !('data' in bytes) || !Array.isArray(bytes.data))
    return null;
  return sha256Of(Uint8Array.from(bytes.data));
}

/** Savers that save one file all the time, and the account of what each save knew. */
export class Hammers {
  readonly counts = { saved: 0, conflicts: 0, busy: 0, unconfirmed: 0, handedBack: 0 };
  /** Every save that took the name, by the SHA-256 of what it wrote. */
  readonly links = new Map<string, Replaced>();
  /** Those of them that were called saved. */
  readonly #acknowledged = new Set<string>();
  #number = 0;

  /** Saves once over what this saver knows; after a conflict it knows what it was told, as a user who says "overwrite". */
  async saveOnce({ saver, file, number }: Blow, known: string | null): Promise<string | null> {
    const content = versionText(number);
    const expected = known === null ? null : { mtimeMs: 0, size: 0, sha256: known };
    const sha256 = sha256Of(Buffer.from(content));
    const result = await saver.save({ path: file, content, options: { expected } });
    switch (result?.kind) {
      case 'saved': {
        this.links.set(sha256, { expected: known, displaced: shaOfCrossed(result.displaced) });
        this.#acknowledged.add(sha256);
        if (result.displaced !== undefined) this.counts.handedBack += 1;
        this.counts.saved += 1;
        return sha256;
      }
      case 'conflict':
        this.counts.conflicts += 1;
        return result.found?.sha256 ?? null;
      case 'unconfirmed':
        // It took the name, but somebody was told of it and saved over it before it could be read back: not called saved.
        this.links.set(sha256, { expected: known, displaced: null });
        this.counts.unconfirmed += 1;
        return result.found?.sha256 ?? null;
      case 'busy':
        this.counts.busy += 1;
        return known;
      default:
        throw new Error(`a save ended with ${result?.kind ?? 'death'}`);
    }
  }

  /** Lets all of them save until so many saves were called saved; what is wrong with the account. What was called saved must form one chain, each link knowing the one before. */
  async hammer(ground: {
    readonly savers: readonly Saver[];
    readonly file: string;
    readonly runs: number;
    readonly pauseMs: () => number;
  }): Promise<readonly string[]> {
    const { savers, file, runs, pauseMs } = ground;
    const first = 'start';
    const firstSha = sha256Of(Buffer.from(first));
    writeFileSync(file, first, { mode: 0o666 });
    await Promise.all(
      savers.map(async (saver) => {
        let known: string | null = firstSha;
        while (this.counts.saved < runs) {
          this.#number += 1;
          known = await this.saveOnce({ saver, file, number: this.#number }, known);
          await new Promise((resolve) => {
            setTimeout(resolve, pauseMs());
          });
        }
        await saver.end();
      }),
    );
    return this.#forks(firstSha, sha256Of(readFileSync(file)));
  }

  #forks(first: string, last: string): readonly string[] {
    const successors = new Map<string | null, number>();
    for (const { expected } of this.links.values())
      successors.set(expected, (successors.get(expected) ?? 0) + 1);
    return [first, ...this.#acknowledged].flatMap((sha256) => {
      const count = successors.get(sha256) ?? 0;
      if (count > 1) return [`${sha256}: ${count} saves took its place, each as if it were alone`];
      return count === 0 && sha256 !== last ? [`${sha256}: gone, and no save knew of it`] : [];
    });
  }
}
