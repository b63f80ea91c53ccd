import { strFromU8, unzipSync } from 'fflate';
import { importText } from '../text/import';
import { importLimits } from './limits';
import { Refused } from './refused';

/** True where bytes begin like a packed file. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** True where bytes begin like a document of an old Office, or of one with a password. */
export const isOldOffice = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

/** The texts of the wanted parts of a packed file; throws `Refused` where it is damaged, or would grow beyond the limit. */
export function unzipTexts(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, string> {
  let size = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      // Each part gets exactly the room that it says it needs, so that saying less does not help.
      filter: ({ name, originalSize }) => {
        if (!isWanted(name)) return false;
        size += originalSize;
        if (size > importLimits.unpacked)
          throw new Refused(importText.refused.unpacksTooLarge(importLimits.unpacked / 1024 / 1024));
        return true;
      },
    });
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(importText.refused.damaged);
  }
  return new Map(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
}
