import { Flag, GitFork, Merge, Play, Split, Workflow } from 'lucide';
import type { NodeType } from '../../../shared/model/value-sets';
import type { IconNode } from '../../ui/icon';

/** The glyph of what is no step. */
export const typeIcons: Readonly<Partial<Record<NodeType, IconNode>>> = {
  start: Play,
  end: Flag,
  decision: Split,
  fork: GitFork,
  join: Merge,
  control: Workflow,
};
