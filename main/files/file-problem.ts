/** Everything that can stop the reading or writing of one file and that a user can meet. */
export type FileProblemKind =
  | 'missing'
  | 'folder-missing'
  | 'no-permission'
  | 'read-only-file'
  | 'read-only-disk'
  | 'disk-full'
  | 'not-a-file'
  | 'link-loop'
  | 'name-too-long'
  | 'bad-name'
  | 'busy'
  | 'io-error';

/** Carries a named problem from a single step to the function that answers with a result; never leaves main/files. */
export class FileProblem extends Error {
  constructor(
    readonly kind: FileProblemKind,
    readonly code: string | null = null,
  ) {
    super(code === null ? kind : `${kind} (${code})`);
  }
}

const kindOfCode = new Map<string, FileProblemKind>([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'folder-missing'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['EROFS', 'read-only-disk'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EISDIR', 'not-a-file'],
  ['ENXIO', 'not-a-file'],
  ['ELOOP', 'link-loop'],
  ['ENAMETOOLONG', 'name-too-long'],
  ['EINVAL', 'bad-name'],
  ['EILSEQ', 'bad-name'],
  ['ERR_INVALID_ARG_VALUE', 'bad-name'],
  ['EBUSY', 'busy'],
  ['ETXTBSY', 'busy'],
]);

/** The system's code of an error ('ENOSPC'), or null when it carries none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Names an error of the file system; an error of the program itself (no code) is thrown on. */
export function asFileProblem(error: unknown): FileProblem {
  if (error instanceof FileProblem) return error;
  const code = codeOf(error);
  if (code === null) throw error;
  return new FileProblem(kindOfCode.get(code) ?? 'io-error', code);
}
