import { describe, expect, it } from 'vitest';
import { wayWithMost, type WayNetwork } from '../../../shared/analysis/way-with-most';
import type { NodeType } from '../../../shared/model/value-sets';

/** A network from its flows; `s…` are steps, `f…` forks, `j…` joins, `d…` choices. */
function network(flows: readonly string[], joinOf: Record<string, string> = {}): WayNetwork {
  const typeOf = (id: string): NodeType =>
    id === 'start' || id === 'end'
      ? id
      : (({ f: 'fork', j: 'join', d: 'decision' } as const)[id[0] as 'f' | 'j' | 'd'] ?? 'step');
  const exits = new Map<string, { to: string }[]>();
  const ids = new Set<string>();
  for (const flow of flows) {
    const [from = '', to = ''] = flow.split('>');
    ids.add(from).add(to);
    exits.set(from, [...(exits.get(from) ?? []), { to }]);
  }
  return {
    nodes: [...ids].map((id) => ({ id, type: typeOf(id) })),
    exits,
    joinOf: new Map(Object.entries(joinOf)),
  };
}

const all = (): boolean => true;

describe('the way that meets the most picked steps', () => {
  it('takes the better way out of a choice', () => {
    const flows = ['start>d1', 'd1>s1', 'd1>s2', 's1>end', 's2>s3', 's3>end'];
    expect(wayWithMost(network(flows), all).picked).toEqual(['s2', 's3']);
    expect(wayWithMost(network(flows), (id) => id === 's1')).toEqual({ steps: ['s1'], picked: ['s1'] });
  });

  it('takes all branches of a fork, and what follows their join once', () => {
    const flows = ['start>d1', 'd1>f1', 'f1>s1', 'f1>s2', 's1>j1', 's2>j1', 'j1>s3', 's3>end'];
    const longer = [...flows, 'd1>s4', 's4>s5', 's5>s6', 's6>s7', 's7>end'];
    expect([...wayWithMost(network(flows, { f1: 'j1' }), all).picked].sort()).toEqual(['s1', 's2', 's3']);
    // Three steps through the fork, four past it: counting s3 twice would choose wrongly.
    expect(wayWithMost(network(longer, { f1: 'j1' }), all).picked).toEqual(['s4', 's5', 's6', 's7']);
  });

  it('goes round no circle', () => {
    expect(wayWithMost(network(['start>s1', 's1>s2', 's2>s1', 's2>end']), all).picked).toEqual(['s1', 's2']);
  });

  it('follows a chain of 20,000 steps', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => `s${String(at)}>s${String(at + 1)}`);
    expect(wayWithMost(network(['start>s0', ...chain]), all).picked).toHaveLength(20_001);
  });

  it('finds nothing where nothing begins', () => {
    expect(wayWithMost(network(['s1>s2']), all)).toEqual({ steps: [], picked: [] });
  });
});
