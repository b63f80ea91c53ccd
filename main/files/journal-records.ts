import { crc32 } from 'node:zlib';

/** One entry of a recovery journal; `at` is the wall clock in ms when it was appended. */
export interface JournalRecord {
  readonly type: 'header' | 'snapshot' | 'patch';
  readonly at: number;
  readonly text: string;
}

// length of the text (4), checksum (4), then what the checksum covers: type (1), time (8), text
const prefixSize = 8;
const fixedSize = 9;
const typeCodes = { header: 1, snapshot: 2, patch: 3 } as const;
const typesByCode = new Map<number, JournalRecord['type']>([
  [typeCodes.header, 'header'],
  [typeCodes.snapshot, 'snapshot'],
  [typeCodes.patch, 'patch'],
]);

/** One record as bytes: length and CRC-32 before the content, so that a torn end is recognised. */
export function encodeRecord({ type, at, text }: JournalRecord): Buffer {
  const content = Buffer.from(text, 'utf8');
  const record = Buffer.alloc(prefixSize + fixedSize + content.length);
  record.writeUInt32LE(content.length, 0);
  record.writeUInt8(typeCodes[type], prefixSize);
  record.writeDoubleLE(at, prefixSize + 1);
  content.copy(record, prefixSize + fixedSize);
  record.writeUInt32LE(crc32(record.subarray(prefixSize)), 4);
  return record;
}

/** All whole records from the start of a journal; the first torn or damaged one ends the reading. */
export function decodeRecords(bytes: Buffer): readonly JournalRecord[] {
  const records: JournalRecord[] = [];
  let start = 0;
  while (start + prefixSize + fixedSize <= bytes.length) {
    const end = start + prefixSize + fixedSize + bytes.readUInt32LE(start);
    if (end > bytes.length) break;
    const covered = bytes.subarray(start + prefixSize, end);
    const type = typesByCode.get(covered.readUInt8(0));
    if (type === undefined || crc32(covered) !== bytes.readUInt32LE(start + 4)) break;
    records.push({ type, at: covered.readDoubleLE(1), text: covered.toString('utf8', fixedSize) });
    start = end;
  }
  return records;
}
