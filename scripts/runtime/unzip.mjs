import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const DIRECTORY_ENTRY = 0x02014b50;
const STORED_NOT_DEFLATED = 0;

function readAt(fd, position, length) {
  const bytes = Buffer.alloc(length);
  if (readSync(fd, bytes, 0, length, position) !== length) throw new Error('zip: cut short');
  return bytes;
}

function readDirectory(fd) {
  const size = fstatSync(fd).size;
  const tailLength = Math.min(size, 65_557);
  const tail = readAt(fd, size - tailLength, tailLength);
  const end = tail.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw new Error('zip: no directory');
  return readAt(fd, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
}

function readData(fd, entry) {
  const header = readAt(fd, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const raw = readAt(fd, start, entry.packedSize);
  const data =
    entry.method === STORED_NOT_DEFLATED ? raw : inflateRawSync(raw, { maxOutputLength: entry.size + 1 });
  if (data.length !== entry.size) throw new Error(`zip: ${entry.name}: wrong size`);
  return data;
}

/** Gives each entry of a plain zip (stored or deflated, no zip64) to `put(name, mode, readData)`. */
export function unzip(file, put) {
  const fd = openSync(file, 'r');
  try {
    const directory = readDirectory(fd);
    for (let at = 0; at < directory.length; ) {
      if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('zip: bad directory');
      const nameLength = directory.readUInt16LE(at + 28);
      const entry = {
        method: directory.readUInt16LE(at + 10),
        packedSize: directory.readUInt32LE(at + 20),
        size: directory.readUInt32LE(at + 24),
        offset: directory.readUInt32LE(at + 42),
        name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      };
      put(entry.name, directory.readUInt32LE(at + 38) >>> 16, () => readData(fd, entry));
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
  } finally {
    closeSync(fd);
  }
}
