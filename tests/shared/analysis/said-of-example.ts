import { analyse } from '../../../shared/analysis/analyse';
import { type Example, exampleMapId, exampleProject } from '../../../shared/analysis/example';
import type { Finding, Report } from '../../../shared/analysis/types';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { graphOf } from '../../../shared/model/queries';
import { today } from './judge-map';

/** The whole report on an example, by the profile "review". */
export function reportOn(example: Omit<Example, 'title'>): Report {
  const graph = graphOf(exampleProject({ title: 'Example', ...example }), exampleMapId);
  if (graph === null) throw new Error('An example has no map.');
  return analyse(graph, {
    pack: itil4,
    profile: 'review',
    today,
    suppressForTemplates: false,
    sampled: example.sampled ?? null,
  });
}

/** The one finding of a rule on an example, with plain spaces for no-break ones; fails where there is none or more than one. */
export function findingOn(rule: string, example: Omit<Example, 'title'>): Finding {
  const findings = reportOn(example).findings.filter((finding) => finding.rule === rule);
  const [only] = findings;
  if (only === undefined || findings.length > 1)
    throw new Error(`${rule} has ${String(findings.length)} findings instead of one.`);
  return { ...only, message: only.message.replaceAll('\u00a0', ' ') };
}

/** What a rule asks on an example: the fields that it lacks. */
export function askedOn(rule: string, example: Omit<Example, 'title'>): string[] {
  const gaps = reportOn(example).gaps.filter((gap) => gap.rule === rule);
  return gaps.flatMap((gap) => gap.missing);
}
