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
  /** What must be known of them before anything is decided, a sentence each. */
  readonly remarks?: readonly string[];
}

/** What can be decided while two versions are looked at, the main way last; it ends the comparison. */
export interface Decision {
  readonly title: string;
  readonly kind: 'plain' | 'primary' | 'danger';
  readonly go: () => void;
}
