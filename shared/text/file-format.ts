const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const differs =
  'The contents differ from the checksum in the file: somebody changed it by hand or with another program, or it was damaged. Look through the figures before you rely on them.';
const missing =
  'The file has no checksum: another program wrote it, or it was damaged. Look through the figures before you rely on them.';

/** What is said when the text of a project cannot be read, or was read with a reservation. */
export const fileFormatText = {
  empty: 'The file is empty: there is no map in it.',
  notJson: 'This is not a value-stream map, or it is damaged: its text breaks off or cannot be understood.',
  notOurs:
    'This is not a value-stream map of Streamwright. If another program made it, try to import it (File, Import).',
  tooDeep:
    'This is not a value-stream map of Streamwright: its contents stand inside each other deeper than any map. Is it the right file?',
  newer: (version: number, known: number) =>
    `This file was saved by a newer Streamwright (format ${version}, this one reads up to ${known}). It cannot be shown here and was left as it is. Open it with the newer version.`,
  newerReadOnly: (version: number, known: number) =>
    `This file was saved by a newer Streamwright (format ${version}, this one writes ${known}). You can look at it and change it here, but the file itself is never written over: saving makes a copy under another name.`,
  checksumDiffers: `${differs} The file was left as it is; the next save gives it a right checksum.`,
  checksumMissing: `${missing} The file was left as it is; the next save adds one.`,
  /** The same of a file that no save writes over. */
  checksumDiffersForGood: differs,
  checksumMissingForGood: missing,
  repaired: (flows: number, nodes: number, streams: number) => {
    const parts = [
      flows > 0 ? `${counted(flows, 'flow', 'flows')} without both ends left out` : '',
      nodes > 0 ? `${counted(nodes, 'element', 'elements')} without a map left out` : '',
      streams > 0 ? `${counted(streams, 'missing stream or map', 'missing streams or maps')} added` : '',
    ].filter(Boolean);
    return `Repaired while opening: ${parts.join('; ')}. The file itself was left as it is. Look whether something is missing.`;
  },
  invalid: (path: string, expected: string) => `The file cannot be opened: at “${path}” ${expected}.`,
  wholeFile: 'the whole file',
  expected: {
    number: 'a number was expected',
    string: 'a text was expected',
    boolean: '“true” or “false” was expected',
    object: 'a group of fields was expected',
    array: 'a list was expected',
    missing: 'a value is missing',
    id: 'the id is not allowed: ids are letters, digits, “-” and “_”, at most 64',
    date: 'a date such as 2026-11-21 was expected',
    format: 'the text has the wrong form',
    finite: 'the number is too large',
    name: 'the field name is not allowed',
    version: 'a whole number of at least 1 was expected',
    oneOf: (values: string) => `one of ${values} was expected`,
    atLeast: (limit: string) => `the value is below ${limit}`,
    atMost: (limit: string) => `the value is above ${limit}`,
    other: (problem: string) => `the value ${problem}`,
  },
} as const;
