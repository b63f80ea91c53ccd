import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { asFileProblem, codeOf, type FileProblemKind } from './file-problem';
import { decodeRecords, type JournalRecord } from './journal-records';
import { isProcessAlive } from './process-alive';
import { type JournalSubject, RecoveryJournal, removeJournalFolder } from './recovery-journal';

/** Unsaved work that a dead process left: the last snapshot and the patches after it, `lastEditAt` in ms of the wall clock. */
export interface RecoverableDocument extends JournalSubject {
  readonly docId: string;
  readonly lastEditAt: number;
  readonly snapshotText: string;
  readonly patches: readonly string[];
}

/** What recovery takes from outside. `session` is new at every start, so that a reused process number is told apart. */
export interface RecoverySetting {
  /** The folder of all journals, `<userData>/recovery`. */
  readonly folder: string;
  readonly session: string;
  readonly now: () => number;
  readonly onProblem: (kind: FileProblemKind) => void;
  readonly pid?: number;
  /** An app that holds the single-instance lock of its profile gives `() => false`: no other owner can be alive. */
  readonly isAlive?: (pid: number) => boolean;
}

/** The journals of one profile. */
export interface Recovery {
  /** Starts the journal of a document; `docId` (letters, digits, - and _) is new for every opening. */
  readonly open: (document: JournalSubject & { readonly docId: string }) => RecoveryJournal;
  /** What dead processes left, the latest edit first. */
  readonly listRecoverable: () => Promise<readonly RecoverableDocument[]>;
  /** Removes a journal for good; false when the disk refused. */
  readonly discard: (docId: string) => Promise<boolean>;
}

const docIdPattern = /^[A-Za-z0-9_-]{1,64}$/;
const journalPattern = /^([1-9][0-9]*)\.journal$/;
const headerSchema = z.object({
  title: z.string(),
  sourcePath: z.string().nullable(),
  pid: z.number().int().positive(),
  session: z.string(),
  // Journals of older versions do not have these.
  stamp: z.object({ mtimeMs: z.number(), size: z.number(), sha256: z.string() }).nullish(),
  edits: z.number().int().nonnegative().optional(),
  map: z.string().optional(),
  editedAt: z.number().optional(),
});
type Header = z.infer<typeof headerSchema>;

interface Replay {
  readonly header: Header;
  readonly document: RecoverableDocument;
}

/** Opens the recovery folder of a profile; touches the disk only when asked. */
export function createRecovery(setting: RecoverySetting): Recovery {
  const { folder, session, now, onProblem, pid = process.pid, isAlive = isProcessAlive } = setting;
  const folderOf = (docId: string) => {
    if (!docIdPattern.test(docId)) throw new RangeError(`not a document id: ${docId}`);
    return join(folder, docId);
  };
  const isLeft = ({ header }: Replay) =>
    header.session !== session && !(header.pid !== pid && isAlive(header.pid));

  return {
    open: ({ docId, ...subject }) =>
      new RecoveryJournal({ folder: folderOf(docId), now, pid, session, onProblem }, subject),
    async listRecoverable() {
      const docIds = (await namesIn(folder)).filter((name) => docIdPattern.test(name));
      const replays = await Promise.all(docIds.map((docId) => replayFolder(folder, docId)));
      return replays
        .filter((replay) => replay !== null)
        .filter(isLeft)
        .map(({ document }) => document)
        .sort((a, b) => b.lastEditAt - a.lastEditAt);
    },
    async discard(docId) {
      try {
        await removeJournalFolder(folderOf(docId));
        return true;
      } catch (error) {
        onProblem(asFileProblem(error).kind);
        return false;
      }
    },
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return [];
  }
}

/** The newest journal of a document that can be read; an older one stands in for a damaged one. */
async function replayFolder(folder: string, docId: string): Promise<Replay | null> {
  const numbers = (await namesIn(join(folder, docId)))
    .map((name) => Number(journalPattern.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => b - a);
  for (const number of numbers) {
    const bytes = await readFile(join(folder, docId, `${number}.journal`)).catch(() => Buffer.alloc(0));
    const replay = replayRecords(docId, decodeRecords(bytes));
    if (replay !== null) return replay;
  }
  return null;
}

function replayRecords(docId: string, [first, snapshot, ...rest]: readonly JournalRecord[]): Replay | null {
  if (first?.type !== 'header' || snapshot?.type !== 'snapshot') return null;
  const header = parseHeader(first.text);
  if (header === null) return null;
  const patches = rest.filter((record) => record.type === 'patch');
  const { pid: _pid, session: _session, ...subject } = header;
  const document = {
    docId,
    ...subject,
    lastEditAt: patches.at(-1)?.at ?? header.editedAt ?? snapshot.at,
    snapshotText: snapshot.text,
    patches: patches.map(({ text }) => text),
  };
  return { header, document };
}

function parseHeader(text: string): Header | null {
  try {
    return headerSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
