import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { analyse } from '../../../shared/analysis/analyse';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { sampleLeadTime } from '../../../shared/simulation/sample-lead-time';
import { arguedDifferences, ownRules } from './published-differences';
import { builtStream, hasPublishedStreams, publishedStreams, targetOf } from './published-streams';

const ids = new Set(allRules.map((rule) => rule.id));

if (!hasPublishedStreams)
  console.warn('Published streams left out: ../shared/domain/templates.json is not beside this checkout.');

describe.skipIf(!hasPublishedStreams)('the published streams', () => {
  it('are four', () => {
    expect(publishedStreams().map((stream) => stream.id)).toEqual([
      'incident-restoration',
      'service-request-fulfilment',
      'normal-change',
      'major-incident',
    ]);
  });

  it.each(publishedStreams().map((stream) => [stream.id, stream] as const))(
    '%s has exactly its published findings, but for the differences that are argued',
    (_id, stream) => {
      const { graph } = builtStream(stream);
      const report = analyse(graph, {
        pack: itil4,
        profile: 'workshop',
        today: '2026-11-21',
        suppressForTemplates: false,
        sampled: sampleLeadTime(graph, { runs: 2000, seed: 7 }),
      });
      const found = report.findings
        .filter(({ rule }) => !ownRules.includes(rule))
        .map(({ rule, about }) => `${rule} ${targetOf(graph, about)}`);
      const argued = arguedDifferences.filter((difference) => difference.stream === stream.id);
      const replaced = new Set(argued.map(({ published }) => published));
      const published = stream.expectedFindings.map(({ rule, target }) => `${rule} ${target}`);
      for (const each of replaced) if (each !== null) expect(published).toContain(each);
      const expected = [
        ...stream.expectedFindings
          .filter(({ rule, target }) => ids.has(rule) && !replaced.has(`${rule} ${target}`))
          .map(({ rule, target }) => `${rule} ${target}`),
        ...argued.flatMap((difference) => difference.found ?? []),
      ];
      expect(found.sort()).toEqual(expected.sort());
      expect(report.failed).toEqual([]);
    },
  );
});
