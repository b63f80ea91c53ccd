import type { MapGraph } from '../../model/queries';
import { en } from '../../text/en';
import { allRules } from '../all-rules';
import { nameOf } from '../names';
import { groupOf } from '../severity-groups';
import type { AnalysisRule } from '../rule';
import type { Finding, Gap, Report } from '../types';
import { sayWaiver } from '../wording';

/** What a SARIF log says besides the report. */
export interface SarifContext {
  /** Where the document is, as a URI reference. */
  readonly uri: string;
  /** Version of the program. */
  readonly version: string;
}

const words = en.findings;

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

function ruleEntry(rule: AnalysisRule): object {
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.whyItMatters },
    help: {
      text: [`${words.whatToDo}: ${rule.whatToDo}`, `${words.whenItIsFine}: ${rule.whenItIsFine}`].join('\n'),
    },
    defaultConfiguration: { level: levels[groupOf(rule.defaultSeverity)] },
    properties: { tags: [rule.category, ...rule.principles, ...rule.wastes] },
  };
}

function locationOf(graph: MapGraph, about: readonly string[], { uri }: SarifContext): object {
  return {
    physicalLocation: { artifactLocation: { uri } },
    logicalLocations: about.map((id) => ({
      name: nameOf(graph, id),
      fullyQualifiedName: id === graph.id ? id : `${graph.id}/${id}`,
    })),
  };
}

const indexOf = (rule: string): number => allRules.findIndex((each) => each.id === rule);

/** The waiver is part of the document; one that no longer holds suppresses nothing. */
function suppressionsOf(finding: Finding): object {
  const justification = sayWaiver(finding);
  if (!finding.waived || justification === null) return {};
  return { suppressions: [{ kind: 'inSource', status: 'accepted', justification }] };
}

/** Rules that people switched off, as a log says it. */
function overrides({ coverage }: Report): object {
  const off = coverage.rules.filter(({ state }) => state === 'off');
  if (off.length === 0) return {};
  return {
    ruleConfigurationOverrides: off.map(({ rule }) => ({
      descriptor: { id: rule, index: indexOf(rule) },
      configuration: { enabled: false },
    })),
  };
}

function resultOf(graph: MapGraph, finding: Finding, context: SarifContext): object {
  const where = finding.about.map((id) => nameOf(graph, id)).join(', ');
  return {
    ruleId: finding.rule,
    ruleIndex: indexOf(finding.rule),
    kind: 'fail',
    level: levels[groupOf(finding.severity)],
    message: { text: words.printed.at(where, finding.message) },
    locations: [locationOf(graph, finding.about, context)],
    partialFingerprints: { 'target/v1': `${finding.rule}:${finding.about.join(',')}` },
    ...suppressionsOf(finding),
    properties: {
      evidence: finding.evidence,
      threshold: finding.threshold,
      confidence: finding.confidence,
      ...(finding.returned === null ? {} : { returned: finding.returned, waiver: finding.waiver }),
    },
  };
}

/** A question: judged, but with too little information to decide. */
function openResult(graph: MapGraph, gap: Gap, context: SarifContext): object {
  return {
    ruleId: gap.rule,
    ruleIndex: indexOf(gap.rule),
    kind: 'open',
    level: 'none',
    message: { text: gap.question },
    locations: [locationOf(graph, gap.about, context)],
    properties: { missing: gap.missing },
  };
}

/** A report as a SARIF 2.1.0 log: findings that none folds as failures, questions as open results; ends with a line break. */
export function reportToSarif(report: Report, graph: MapGraph, context: SarifContext): string {
  const findings = report.findings.filter((finding) => finding.supersededBy === null);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: en.shell.appName, version: context.version, rules: allRules.map(ruleEntry) },
        },
        artifacts: [{ location: { uri: context.uri } }],
        results: [
          ...findings.map((finding) => resultOf(graph, finding, context)),
          ...report.gaps.map((gap) => openResult(graph, gap, context)),
        ],
        invocations: [
          {
            executionSuccessful: report.failed.length === 0,
            ...overrides(report),
            toolExecutionNotifications: report.failed.map((rule) => ({
              level: 'error',
              message: { text: words.failed(rule) },
              associatedRule: { id: rule, index: indexOf(rule) },
            })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        properties: { coverage: report.coverage },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
