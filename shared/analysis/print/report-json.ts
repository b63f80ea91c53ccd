import type { MapGraph } from '../../model/queries';
import { groupOf } from '../severity-groups';
import type { EvidenceValue, Finding, Report } from '../types';

const hours = (minutes: number | null): number | null => (minutes === null ? null : minutes / 60);

function printedValue(evidence: EvidenceValue): { unit: string; value: number | string } {
  return evidence.unit === 'minutes' ? { unit: 'hours', value: evidence.value / 60 } : { ...evidence };
}

function printedFinding(finding: Finding): object {
  const evidence = Object.entries(finding.evidence).map(([name, value]) => [name, printedValue(value)]);
  return {
    rule: finding.rule,
    severity: groupOf(finding.severity),
    about: finding.about,
    message: finding.message,
    evidence: Object.fromEntries(evidence) as Record<string, object>,
    threshold: finding.threshold,
    impact: {
      leadTimeHours: hours(finding.impact.leadTime),
      effortHoursPerMonth: hours(finding.impact.effortPerMonth),
    },
    confidence: finding.confidence,
    supersededBy: finding.supersededBy,
    waived: finding.waived,
    waiver: finding.waiver,
    returned: finding.returned,
  };
}

/** A report as `check --format json` prints it: raw findings, times in hours, ids as they are stored; ends with a line break. */
export function reportToJson(report: Report, graph: MapGraph): string {
  const printed = {
    schema: 1,
    map: { id: graph.id, name: graph.map.name, state: graph.map.state },
    findings: report.findings.map(printedFinding),
    gaps: report.gaps.map(({ rule, about, missing, question }) => ({ rule, about, missing, question })),
    failed: report.failed,
    coverage: report.coverage,
  };
  return `${JSON.stringify(printed, null, 2)}\n`;
}
