import type { Project } from '../model/project';
import { canonicalText } from './canonical-text';
import { checksumOf } from './checksum';
import { currentVersion } from './migrations';

/** The text of a project file: canonical JSON with its format, version and checksum. Equal projects give equal texts. */
export function writeProject(project: Project): string {
  const document = { ...project, format: 'vsmap', version: currentVersion };
  return canonicalText({ ...document, sha256: checksumOf(document) });
}
