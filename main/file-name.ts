import { basename, extname } from 'node:path';
import { mainText } from '../shared/text/main';
import { stampOnDisk } from './files/file-stamp';

/** The longest name that every file system takes, bytes. */
const mostBytes = 255;
/** A proposed name longer than this is no name any more, UTF-16 units. */
const mostUnits = 80;

// oxlint-disable-next-line no-control-regex -- control characters are exactly what a file name must not have
const forbidden = /[\u0000-\u001f\u007f<>:"/\\|?*]/g;
/** Marks that turn the direction of what follows, so that a name could look like another one. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
/** Halves of signs, which no file system can write. */
const loneSurrogate = /\p{Surrogate}/gu;
/** Names that Windows keeps for devices, whatever follows a dot. */
const reserved = /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])$/i;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The beginning of a text, of whole letters only (accents and joined signs stay with theirs), within both limits. */
function beginning(text: string, units: number, bytes: number): string {
  let kept = '';
  for (const { segment } of letters.segment(text)) {
    const next = kept + segment;
    if (next.length > units || Buffer.byteLength(next) > bytes) break;
    kept = next;
  }
  return kept;
}

const trimmed = (name: string): string => name.replace(/^[. ]+/, '').replace(/[. ]+$/, '');

/** A name that every file system takes, made of a title. */
export function fileNameOf(title: string, ending: string): string {
  const clean = title
    .normalize('NFC')
    .replace(loneSurrogate, '')
    .replace(turning, '')
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ');
  const plain = trimmed(beginning(trimmed(clean), mostUnits, mostBytes - Buffer.byteLength(ending)));
  const name = plain === '' ? mainText.untitled : plain;
  const isReserved = reserved.test((name.split('.')[0] ?? '').trim());
  return `${isReserved ? mainText.unreserved(name) : name}${ending}`;
}

/** What marks a name as that of a version beside a file. */
const versionNote = new RegExp(
  ` \\((?:${[mainText.versions.mine, mainText.versions.theirs].map((say) => say('\\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d')).join('|')})(?: \\d+)?\\)$`,
);

/** The name of a version beside a file, never with two such notes: `map (my version 2026-11-22 10.14).vsmap`; from the second try on with a number. */
export function nameBeside(path: string, version: string, attempt: number): string {
  const ending = extname(path);
  const note = ` (${attempt === 1 ? version : `${version} ${String(attempt)}`})${ending}`;
  const plain = basename(path, ending).replace(versionNote, '');
  const name = beginning(plain, mostBytes, mostBytes - Buffer.byteLength(note));
  return `${name.trimEnd()}${note}`;
}

async function exists(path: string): Promise<boolean> {
  return await stampOnDisk(path).then(
    (stamp) => stamp !== null,
    () => true,
  );
}

/** A path with an extension, asked for once more where adding it meets another file. */
export async function withExtension(
  chosen: string,
  ending: string,
  mayReplace: (name: string) => Promise<boolean>,
): Promise<string | null> {
  if (extname(chosen).toLowerCase() === ending) return chosen;
  const path = `${chosen}${ending}`;
  return !(await exists(path)) || (await mayReplace(basename(path))) ? path : null;
}
