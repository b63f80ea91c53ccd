import { describe, expect, it } from 'vitest';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import type { ValueItem } from '../../../shared/model/workshop';
import { buildMap, type MapBuilder } from '../../helpers/build-map';
import { inARow, judge } from './judge-map';

/** What one rule finds on a map whose user is said to get these entries. */
function foundWith(
  rule: string,
  tell: (m: MapBuilder) => void,
  entries: Readonly<Record<string, Omit<ValueItem, 'order' | 'stakeholder'>>>,
): number {
  const built = buildMap(tell);
  const project: Project = structuredClone(built.project);
  project.stakeholders.user = { name: 'Ward nurse', order: 1, stream: 'stream', kind: 'user' };
  for (const [id, entry] of Object.entries(entries))
    project.valueItems[id] = { ...entry, order: 1, stakeholder: 'user' };
  const graph = graphOf(project, 'map');
  if (!graph) throw new Error('no map');
  return judge({ ...built, project, graph }).findings.filter((each) => each.rule === rule).length;
}

describe('what is said on the value page', () => {
  const fulfil = (m: MapBuilder): void => inARow(m, { fulfil: { kind: 'work' } });

  it('counts as the outcome of the stream', () => {
    expect(foundWith('value-no-outcome', fulfil, {})).toBe(1);
    const can = { name: 'Can send invoices again', kind: 'outcome' } as const;
    expect(foundWith('value-no-outcome', fulfil, { can })).toBe(0);
  });

  it('is no outcome where it is a cost, or names outputs alone', () => {
    const cost = { name: 'Can no longer choose the device', kind: 'cost-imposed' } as const;
    expect(foundWith('value-no-outcome', fulfil, { cost })).toBe(1);
    const closed = { name: 'Ticket is closed', kind: 'outcome' } as const;
    expect(foundWith('value-no-outcome', fulfil, { closed })).toBe(1);
    const can = { name: 'Can send invoices again', kind: 'outcome' } as const;
    expect(foundWith('value-no-outcome', fulfil, { closed, can })).toBe(0);
  });

  it('lets a step that a warranty is linked to look after it', () => {
    const launch = (m: MapBuilder): void =>
      inARow(m, {
        design: { kind: 'work', practices: ['service-design'] },
        make: { kind: 'build', practices: ['software-development-management'] },
        release: { kind: 'deploy', practices: ['deployment-management'] },
      });
    expect(foundWith('value-warranty-not-designed', launch, {})).toBe(1);
    const loose = { name: 'There at night', kind: 'warranty' } as const;
    expect(foundWith('value-warranty-not-designed', launch, { loose })).toBe(1);
    const linked = { ...loose, steps: { design: 1 } };
    expect(foundWith('value-warranty-not-designed', launch, { linked })).toBe(0);
  });
});
