import { type Project, projectSchema } from '../model/project';
import { fileFormatText as text } from '../text/file-format';
import { checksumOf } from './checksum';
import { describeIssue } from './issue-sentence';
import { isObject, type JsonObject, type ParsedJson, parseJson } from './json';
import { currentVersion, migrate } from './migrations';
import { normalize } from './normalize';

/** Something that the user must know of a file that was read all the same. */
interface FileWarning {
  readonly kind: 'checksum' | 'newer' | 'repaired';
  readonly sentence: string;
}

/** A project, or the named reason why there is none, with a sentence for the user. */
export type ReadResult =
  | {
      readonly kind: 'read';
      readonly project: Project;
      readonly warnings: readonly FileWarning[];
      /** True for a file of a newer version: it must never be written over. */
      readonly isReadOnly: boolean;
    }
  | ReadFailure;

interface ReadFailure {
  readonly kind: 'not-json' | 'not-ours' | 'newer' | 'invalid';
  readonly sentence: string;
  /** Where it is invalid, `nodes.log.wait.likely`; absent where the whole file is meant. */
  readonly path?: string;
}

function failedJson(parsed: Exclude<ParsedJson, { kind: 'parsed' }>): ReadFailure {
  switch (parsed.kind) {
    case 'empty':
      return { kind: 'not-json', sentence: text.empty };
    case 'not-json':
      return { kind: 'not-json', sentence: text.notJson };
    case 'too-deep':
      return { kind: 'not-ours', sentence: text.tooDeep };
    case 'too-many':
      return { kind: 'not-ours', sentence: text.notOurs };
    case 'unsafe':
      return invalidAt(parsed.path, parsed.what === 'number' ? text.expected.finite : text.expected.name);
  }
}

function invalidAt(path: string, expected: string): ReadFailure {
  return { kind: 'invalid', sentence: text.invalid(path, expected), path };
}

function checksumWarnings(document: JsonObject, isNewer: boolean): FileWarning[] {
  const missing = isNewer ? text.checksumMissingForGood : text.checksumMissing;
  const differs = isNewer ? text.checksumDiffersForGood : text.checksumDiffers;
  if (document.sha256 === undefined) return [{ kind: 'checksum', sentence: missing }];
  if (document.sha256 === checksumOf(document)) return [];
  return [{ kind: 'checksum', sentence: differs }];
}

function readVersion(document: JsonObject): number | null {
  const { version } = document;
  return typeof version === 'number' && Number.isSafeInteger(version) && version >= 1 ? version : null;
}

function readShape(document: JsonObject, version: number): ReadResult {
  const isNewer = version > currentVersion;
  const { format: _format, version: _version, sha256: _sha256, ...fields } = migrate(document, version);
  const checked = projectSchema.safeParse(fields);
  if (!checked.success) {
    if (isNewer) return { kind: 'newer', sentence: text.newer(version, currentVersion) };
    return { kind: 'invalid', ...describeIssue(checked.error) };
  }
  const { project, repairs } = normalize(checked.data);
  const warnings = checksumWarnings(document, isNewer);
  if (isNewer) warnings.unshift({ kind: 'newer', sentence: text.newerReadOnly(version, currentVersion) });
  if (project !== checked.data)
    warnings.push({
      kind: 'repaired',
      sentence: text.repaired(repairs.flows, repairs.nodes, repairs.streams),
    });
  return { kind: 'read', project, warnings, isReadOnly: isNewer };
}

/** Reads the text of a project file. Total: whatever the text is, the answer is a project or a named failure. */
export function readProject(source: string): ReadResult {
  const parsed = parseJson(source);
  if (parsed.kind !== 'parsed') return failedJson(parsed);
  const document = parsed.value;
  if (!isObject(document) || document.format !== 'vsmap') return { kind: 'not-ours', sentence: text.notOurs };
  const version = readVersion(document);
  if (version === null) return invalidAt('version', text.expected.version);
  return readShape(document, version);
}
