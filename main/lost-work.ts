import type { RecoverableWork, RecoveryResult } from '../shared/ipc/results';
import { mainText } from '../shared/text/main';
import type { Recovery } from './files/recovery';
import type { KeptWork } from './kept-work';

/** Work that lost its window: of processes that died, and of windows of this process that stopped working. */
export interface LostWork {
  /** Takes over what a window kept when it stopped working. */
  readonly takeOver: (kept: KeptWork) => void;
  readonly list: () => Promise<readonly RecoverableWork[]>;
  readonly read: (token: string) => Promise<RecoveryResult>;
  /** Removes it for good. */
  readonly discard: (token: string) => Promise<void>;
}

const tokenPattern = /^[0-9a-f]{32}$/;

interface Found extends RecoverableWork {
  readonly text: string;
}

/** Looks into the recovery folder each time it is asked. */
export function createLostWork(recovery: Recovery): LostWork {
  const ofThisProcess = new Map<string, KeptWork>();

  async function find(): Promise<Found[]> {
    const here = [...ofThisProcess.values()].flatMap((kept) => {
      const last = kept.last();
      return last ? [{ token: kept.token, title: last.title, text: last.text, at: last.keptAt }] : [];
    });
    const left = await recovery.listRecoverable();
    const there = left
      .filter(({ docId }) => tokenPattern.test(docId))
      .map(({ docId, title, snapshotText, lastEditAt }) => ({
        token: docId,
        title,
        text: snapshotText,
        at: lastEditAt,
      }));
    return [...here, ...there]
      .sort((a, b) => b.at - a.at)
      .map(({ at, ...work }) => ({ ...work, keptAt: new Date(at).toISOString() }));
  }

  return {
    takeOver(kept) {
      if (kept.last() !== null) ofThisProcess.set(kept.token, kept);
    },
    list: async () => (await find()).map(({ token, title, keptAt }) => ({ token, title, keptAt })),
    async read(token) {
      const found = (await find()).find((work) => work.token === token);
      if (!found) return { kind: 'failed', sentence: mainText.refused.nothingKept };
      return { kind: 'restored', title: found.title, text: found.text };
    },
    async discard(token) {
      const kept = ofThisProcess.get(token);
      ofThisProcess.delete(token);
      if (kept) await kept.clear();
      else if ((await find()).some((work) => work.token === token)) await recovery.discard(token);
    },
  };
}
