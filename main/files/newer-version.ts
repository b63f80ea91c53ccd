import { readProject } from '../../shared/file-format/read';
import { openFile } from './open-file';

/** True for a map that a newer version saved: it is never written over. False for what is not there or is no map. */
export async function isOfNewerVersion(path: string): Promise<boolean> {
  const file = await openFile(path);
  if (file.kind !== 'opened') return false;
  const read = readProject(file.text);
  return read.kind === 'newer' || (read.kind === 'read' && read.isReadOnly);
}
