import { allRules } from '../analysis/all-rules';
import type { FindingRow } from '../analysis/present-findings';
import type { NewImprovement } from '../commands/improvements';
import type { Project } from '../model/project';
import { lookUp } from '../model/queries';

/** The idea that answers a finding, at the first node that this is about; named after the finding unless said otherwise. */
export function ideaOf(
  project: Project,
  stream: string,
  row: FindingRow,
  name: string = row.title,
): NewImprovement {
  return {
    name,
    stream,
    node: row.finding.about.find((id) => lookUp(project.nodes, id) !== undefined),
    finding: row.key,
    dimension: allRules.find(({ id }) => id === row.rule)?.dimensions[0],
    status: 'idea',
  };
}
