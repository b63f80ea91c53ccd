/** A guard of the product, how it is broken, and the tests that must notice. */
export interface Guard {
  /** What the guard sees to, in a few words. */
  readonly guard: string;
  /** The promises of RELIABILITY.md that stand on it. */
  readonly promises: readonly string[];
  readonly file: string;
  /** Text of the file that is replaced; it must be there exactly once. */
  readonly find: string;
  readonly replace: string;
  /** A file of unit tests, or of end-to-end tests with the words by which one of them is chosen. */
  readonly test: string | { readonly spec: string; readonly named: string };
}

const writer = 'main/files/write-safely.ts';

const saving: readonly Guard[] = [
  {
    guard: 'the folder is flushed before a save is called saved',
    promises: ['R2'],
    file: writer,
    find: '    await syncFolder(dirname(target));\n',
    replace: '',
    test: 'tests/main/files/fault-matrix.test.ts',
  },
  {
    guard: 'the file is flushed before it takes its name',
    promises: ['R1', 'R2'],
    file: writer,
    find: '  await handle.sync();\n',
    replace: '',
    test: 'tests/main/files/fault-matrix.test.ts',
  },
  {
    guard: 'what was written is read back before it takes the name',
    promises: ['R1', 'R9'],
    file: writer,
    find: "  if (written.sha256 !== wanted.sha256) throw new FileProblem('io-error', 'EIO');\n",
    replace: '',
    test: 'tests/main/files/fault-matrix.test.ts',
  },
  {
    guard: 'a short write is followed by another, never believed',
    promises: ['R1', 'R5'],
    file: 'main/files/durable.ts',
    find: '  while (done < bytes.length) {',
    replace: '  while (done === 0 && bytes.length > 0) {',
    test: 'tests/main/files/durable.test.ts',
  },
  {
    guard: 'a file that somebody else changed is not written over',
    promises: ['R6'],
    file: writer,
    find: 'const isExpected = held.stamp.sha256 === options.expected.sha256;',
    replace: "const isExpected = held.stamp.sha256 !== '';",
    test: 'tests/main/files/write-safely-processes.test.ts',
  },
  {
    guard: 'a file of a newer version is never written over',
    promises: ['R7'],
    file: 'main/save-document.ts',
    find: '  if (await isOfNewerVersion(path)) return refused(mainText.refused.readOnly(basename(path)));\n',
    replace: '',
    test: 'tests/main/newer-file.test.ts',
  },
  {
    guard: 'only temporary files of dead owners are swept',
    promises: ['R15'],
    file: 'main/files/temp-file.ts',
    find: '!isProcessAlive(owner) }',
    replace: 'owner > 0 }',
    test: 'tests/main/files/write-safely-processes.test.ts',
  },
];

const others: readonly Guard[] = [
  {
    guard: 'a wrong checksum is told also where the version of others takes the place',
    promises: ['R9'],
    file: 'renderer/document/put-in-place.ts',
    find: "  if (remark !== '') tell(en.dialogs.openWarning, remark);\n",
    replace: '',
    test: { spec: 'conflicts.spec', named: 'does not fit its checksum' },
  },
  {
    guard: 'what others wrote is called saved only once the disk has confirmed it',
    promises: ['R2'],
    file: 'main/files/confirm-on-disk.ts',
    find: '    await flush(path);\n',
    replace: '',
    test: 'tests/main/files/confirm-on-disk.test.ts',
  },
  {
    guard: 'theirs is taken only as it was looked at',
    promises: ['R6'],
    file: 'main/handlers/outside.ts',
    find: "  if (!isSeen) return { kind: 'changed-once-more' };\n",
    replace: '',
    test: 'tests/main/outside-ways.test.ts',
  },
  {
    guard: 'what others wrote in the moment of a save is put beside it',
    promises: ['R6'],
    file: 'main/save-document.ts',
    find: 'displaced !== undefined && { warning:',
    replace: 'displaced === null && { warning:',
    test: 'tests/main/same-moment.test.ts',
  },
];

const keeping: readonly Guard[] = [
  {
    guard: 'a torn or damaged entry of the recovery journal is not believed',
    promises: ['R4'],
    file: 'main/files/journal-records.ts',
    find: ' || crc32(covered) !== bytes.readUInt32LE(start + 4)',
    replace: '',
    test: 'tests/main/files/recovery.test.ts',
  },
  {
    guard: 'what was kept goes only after a save that holds it',
    promises: ['R4'],
    file: 'main/save-document.ts',
    find: '  if (session.kept.last() === before) await session.kept.clear();',
    replace: '  await session.kept.clear();',
    test: 'tests/main/kept-until-saved.test.ts',
  },
  {
    guard: 'damaged settings come back from their good copy',
    promises: ['R18'],
    file: 'main/files/last-good-copy.ts',
    find: "return isSettings(text) ? text : 'damaged';",
    replace: 'return text;',
    test: 'tests/main/files/last-good-copy.test.ts',
  },
];

const reading: readonly Guard[] = [
  {
    guard: 'the checksum of a file is compared',
    promises: ['R9'],
    file: 'shared/file-format/read.ts',
    find: '  if (document.sha256 === checksumOf(document)) return [];\n  return [',
    replace: '  if (document.sha256 !== null) return [];\n  return [',
    test: 'tests/shared/file-format/file-format.test.ts',
  },
  {
    guard: 'texts that are nested without end are refused',
    promises: ['R8'],
    file: 'shared/file-format/json.ts',
    find: "      if (depth > deepest) return 'deep';\n",
    replace: '',
    test: 'tests/shared/file-format/file-format.test.ts',
  },
  {
    guard: 'names such as __proto__ and constructor find nothing',
    promises: ['R8', 'S2'],
    file: 'shared/model/queries.ts',
    find: 'id !== undefined && Object.hasOwn(table, id) ?',
    replace: 'id !== undefined ?',
    test: 'tests/shared/model/hostile-ids.test.ts',
  },
  {
    guard: 'what a packed file grows to has a limit',
    promises: ['R12'],
    file: 'shared/import/unzip.ts',
    find: '        if (size > importLimits.unpacked)',
    replace: '        if (size < 0)',
    test: 'tests/shared/import/hostile.test.ts',
  },
  {
    guard: 'the depth of an XML text has a limit',
    promises: ['R12'],
    file: 'shared/import/limits.ts',
    find: '  depth: 90,',
    replace: '  depth: 90_000_000,',
    test: 'tests/shared/import/hostile.test.ts',
  },
];

const doors: readonly Guard[] = [
  {
    guard: 'a call is answered only to the main frame of our own page',
    promises: ['S3'],
    file: 'main/ipc-guard.ts',
    find: 'sender.isOurs && sender.isMainFrame && ',
    replace: 'sender.isOurs && ',
    test: 'tests/main/ipc-guard.test.ts',
  },
  {
    guard: 'the arguments of a call must fit its channel',
    promises: ['S3'],
    file: 'main/ipc-guard.ts',
    find: '  return result.success ? result.data : null;',
    replace: '  return result.success ? result.data : (given as Arguments<C>);',
    test: 'tests/main/ipc-guard.test.ts',
  },
  {
    guard: 'a window saves only the file that it was given',
    promises: ['S3'],
    file: 'main/session.ts',
    find: '  return session.granted?.token === token ? session.granted : null;',
    replace: '  return token === null ? null : session.granted;',
    test: 'tests/main/grants.test.ts',
  },
  {
    guard: 'the page loads nothing but its own files',
    promises: ['S1', 'S2'],
    file: 'main/asset-path.ts',
    find: "  if (/[\\0\\\\:]/.test(name) || name.split('/').includes('..')) return null;\n",
    replace: '',
    test: 'tests/main/asset-path.test.ts',
  },
  {
    guard: 'no request of a page leaves the computer',
    promises: ['S1'],
    file: 'main/asset-path.ts',
    find: "    if (protocol === 'data:' || protocol === 'blob:') return true;",
    replace: "    if (protocol !== 'file:') return true;",
    test: 'tests/main/asset-path.test.ts',
  },
  {
    guard: 'cells that a spreadsheet would compute are guarded',
    promises: ['S4'],
    file: 'shared/tables/escape-cell.ts',
    find: "(computes.test(text) ? `'${text}` : text)",
    replace: 'text',
    test: 'tests/shared/tables/write-csv-table.test.ts',
  },
  {
    guard: 'the log takes no text that its fields do not allow',
    promises: ['S1'],
    file: 'main/log-events.ts',
    find: "  return { say: (value) => (values.includes(value) ? value : '?') };",
    replace: '  return { say: (value) => value };',
    test: 'tests/main/log-privacy.test.ts',
  },
  {
    guard: 'the message of an error is cut off before its stack is read',
    promises: ['S1'],
    file: 'shared/ipc/error-facts.ts',
    find: '  const rest = start < 0 ? stack : stack.slice(start + message.length);',
    replace: '  const rest = start < 0 ? stack : stack.slice(start);',
    test: 'tests/main/log-privacy.test.ts',
  },
];

const attacks = { spec: 'security.spec', named: 'no attack from inside a page' } as const;

const pages: readonly Guard[] = [
  {
    guard: 'a page runs only our own scripts',
    promises: ['S2'],
    file: 'main/page-files.ts',
    find: '  "script-src \'self\'",',
    replace: "  \"script-src 'self' 'unsafe-inline' 'unsafe-eval' data:\",",
    test: attacks,
  },
  {
    guard: 'a page leads nowhere else',
    promises: ['S2'],
    file: 'main/security.ts',
    find: '      if (!isReload) event.preventDefault();',
    replace: '      if (isReload) event.preventDefault();',
    test: attacks,
  },
];

/** All guards that are broken on purpose, one at a time. */
export const guards: readonly Guard[] = [...saving, ...others, ...keeping, ...reading, ...doors, ...pages];
