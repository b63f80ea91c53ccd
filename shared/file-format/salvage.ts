import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Project, projectSchema } from '../model/project';
import { damageText } from '../text/damage';
import { fileFormatText } from '../text/file-format';
import { decodeAnyway } from './decode-anyway';
import { isObject, parseJson } from './json';
import { isInLines, readLines } from './lenient-lines';
import { readTokens } from './lenient-tokens';
import type { LenientRead } from './lenient-types';
import { linesAbout } from './lines-about';
import { mendOneBit } from './mend';
import { currentVersion } from './migrations';
import { readProject, type ReadResult } from './read';
import { salvageProject } from './salvage-project';
import { partsOf } from './salvage-parts';
import { writeProject } from './write';

/** What could be saved of a damaged file. It is always shown as a copy: the file itself stays as it is. */
export interface Salvaged {
  readonly project: Project;
  /** `whole`: exactly what was saved, as its checksum confirms. */
  readonly kind: 'whole' | 'partly';
  /** What is wrong with the file, and where. */
  readonly problem: string;
  /** What was lost, put right or is doubtful; a sentence each, the last one on the checksum. */
  readonly remarks: readonly string[];
}

/** The document of a text, sound or not. */
function readAnyway(text: string): LenientRead {
  const parsed = parseJson(text);
  if (parsed.kind === 'parsed' && isObject(parsed.value))
    return { document: { ...parsed.value }, damaged: [], lines: [], isCut: false };
  return isInLines(text) ? readLines(text) : readTokens(text);
}

/** True for a document that is not a map of ours in a version that is known. */
function isForeign({ document }: LenientRead): boolean {
  const { format, version } = document;
  if (typeof version === 'number' && version > currentVersion) return true;
  return typeof format === 'string' && format !== 'vsmap';
}

/** The numbers of the lines that look damaged: those that cannot be read, else those where the shape is wrong. */
function suspects(text: string, read: LenientRead): readonly number[] {
  if (read.lines.length > 0) return read.lines;
  const odd = text.split('\n').flatMap((line, at) => (line.includes('\ufffd') ? [at] : []));
  if (odd.length > 0) return odd;
  const { format: _format, version: _version, sha256: _sha256, ...fields } = read.document;
  const checked = projectSchema.safeParse(fields);
  const ways = checked.success ? [] : checked.error.issues.slice(0, 3).map(({ path }) => path.map(String));
  if (read.document['format'] !== 'vsmap') ways.push(['format']);
  if (read.document['version'] !== currentVersion) ways.push(['version']);
  return [...new Set(ways.flatMap((way) => linesAbout(text, way)))];
}

/**
 * Where single turned bits are sought: the longest text, characters; the most lines that may look damaged, and of those the
 * most that cannot be read at all, because one bit joins two lines or breaks one, and no more.
 */
const mostSearched = { text: 1024 * 1024, lines: 60, unreadable: 4 };

/** What is wrong, and where: the end, the first line that cannot be read, or what the strict reader says. */
function problemOf(read: LenientRead, sound: ReadResult): string {
  const [line] = read.lines;
  if (read.isCut) return damageText.problem.cut;
  if (line !== undefined) return damageText.problem.line(line + 1, read.lines.length);
  return sound.kind === 'read' ? damageText.problem.contents : sound.sentence;
}

function mended(bytes: Uint8Array, text: string, read: LenientRead): Project | null {
  if (read.isCut || text.length > mostSearched.text || text.includes('\u0000\u0000')) return null;
  if (read.lines.length > mostSearched.unreadable) return null;
  const lines = suspects(text, read);
  const source = lines.length > mostSearched.lines ? null : mendOneBit(bytes, lines);
  const result = source === null ? null : readProject(source);
  if (result?.kind !== 'read' || result.warnings.length > 0) return null;
  return result.project;
}

/** What is said of the checksum of a file that no save writes over: what is found in it opens as a copy. */
const ofCopy: ReadonlyMap<string, string> = new Map([
  [fileFormatText.checksumDiffers, fileFormatText.checksumDiffersForGood],
  [fileFormatText.checksumMissing, fileFormatText.checksumMissingForGood],
]);

function salvagePart(text: string, bytes: Uint8Array | null): Salvaged | null {
  const sound = readProject(text);
  if (sound.kind === 'newer' || (sound.kind === 'read' && sound.isReadOnly)) return null;
  if (sound.kind === 'read' && sound.warnings.length === 0)
    return {
      project: sound.project,
      kind: 'whole',
      problem: damageText.problem.wrapping,
      remarks: [damageText.confirmed],
    };
  const read = readAnyway(text);
  if (isForeign(read)) return null;
  const problem = problemOf(read, sound);
  const whole = mended(bytes ?? utf8ToBytes(text), text, read);
  if (whole !== null) return { project: whole, kind: 'whole', problem, remarks: [damageText.mended] };
  if (sound.kind === 'read') {
    const remarks = sound.warnings.map(({ sentence }) => ofCopy.get(sentence) ?? sentence);
    return { project: sound.project, kind: 'partly', problem, remarks };
  }
  const found = salvageProject(read);
  // What is offered must open again.
  if (found === null || readProject(writeProject(found.project)).kind !== 'read') return null;
  return { project: found.project, kind: 'partly', problem, remarks: [...found.lost, damageText.doubtful] };
}

const recordsIn = (project: Project): number =>
  Object.values(project).reduce<number>(
    (sum, table) => sum + (typeof table === 'object' ? Object.keys(table).length : 0),
    0,
  );

function better(best: Salvaged | null, next: Salvaged | null): Salvaged | null {
  if (best === null || next === null) return best ?? next;
  if (best.kind !== next.kind) return best.kind === 'whole' ? best : next;
  return recordsIn(next.project) > recordsIn(best.project) ? next : best;
}

/** Everything of a map that is sound in the bytes of a damaged file; null where nothing of a map was found, or a newer version wrote it. Total; its work is bounded by the size of the file. */
export function salvage(bytes: Uint8Array): Salvaged | null {
  const { text: source, encoding, unreadable } = decodeAnyway(bytes);
  const { parts, conflicts } = partsOf(source.startsWith('\ufeff') ? source.slice(1) : source);
  const isAsItIs = parts.length === 1 && conflicts === 0 && encoding === 'utf-8' && parts[0] === source;
  const found = parts
    .map((part) => salvagePart(part, isAsItIs ? bytes : null))
    .reduce<Salvaged | null>(better, null);
  if (found === null) return null;
  const remarks = [
    ...(encoding === 'utf-16' ? [damageText.utf16] : []),
    ...(unreadable > 0 && found.kind === 'partly' ? [damageText.characters(unreadable)] : []),
    ...(conflicts > 0 ? [damageText.merge(conflicts)] : []),
    ...(parts.length > 1 ? [damageText.joined(parts.length)] : []),
    ...found.remarks,
  ];
  return { ...found, remarks };
}
