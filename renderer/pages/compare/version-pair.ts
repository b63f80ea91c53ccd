import type { Project } from '../../../shared/model/project';

/** A state of a document, with the name under which it is shown. */
interface Version {
  readonly name: string;
  readonly project: Project;
}

/** Two states of a document, the older one first. */
export interface VersionPair {
  readonly before: Version;
  readonly after: Version;
}
