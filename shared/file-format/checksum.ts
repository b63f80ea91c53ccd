import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalText } from './canonical-text';

/** Hex digest of the canonical text of a document without its `sha256` field. */
export function checksumOf(document: object): string {
  const { sha256: _own, ...rest } = { sha256: null, ...document };
  return bytesToHex(sha256(utf8ToBytes(canonicalText(rest))));
}
