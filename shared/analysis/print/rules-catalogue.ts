import { dimensions } from '../../catalogue/itil4/dimensions';
import { principles } from '../../catalogue/itil4/principles';
import { wastes } from '../../catalogue/wastes';
import { formatShare } from '../../model/units-format';
import { en } from '../../text/en';
import { allRules } from '../all-rules';
import { type Example, exampleName } from '../example';
import { formatLimit } from '../limits';
import { groupOf } from '../severity-groups';
import type { AnalysisRule } from '../rule';
import { type RuleChapter, ruleChapters, type RuleEntry } from '../rule-reference';
import { plain } from './markdown';

const words = en.findings.catalogue;

function ruleAsData(rule: AnalysisRule): object {
  return {
    id: rule.id,
    title: rule.title,
    category: rule.category,
    severity: groupOf(rule.defaultSeverity),
    scope: rule.scope,
    tier: rule.tier,
    needs: rule.needs,
    options: rule.options,
    evidence: rule.evidence,
    principles: rule.principles,
    wastes: rule.wastes,
    dimensions: rule.dimensions,
    supersedes: rule.supersedes,
    blocksCalculation: rule.blocksCalculation,
    judgesAbsence: rule.judgesAbsence,
    whyItMatters: rule.whyItMatters,
    whatToDo: rule.whatToDo,
    whenItIsFine: rule.whenItIsFine,
    source: rule.source,
  };
}

/** Every rule as JSON, as `rules --format json` prints it; ends with a line break. */
export function rulesToJson(): string {
  return `${JSON.stringify({ schema: 1, rules: allRules.map(ruleAsData) }, null, 2)}\n`;
}

/** Every rule in two columns, as `rules` prints it; ends with a line break. */
export function rulesToText(): string {
  const width = Math.max(...allRules.map((rule) => rule.id.length)) + 2;
  return allRules
    .map((rule) => `${rule.id.padEnd(width)}${groupOf(rule.defaultSeverity).padEnd(9)}${rule.title}\n`)
    .join('');
}

/** The stream of an example in one line: Register → Screen → Register (rework 25 %). */
function drawn(example: Example): string {
  if (example.flows === undefined) return Object.keys(example.steps).map(exampleName).join(' → ');
  return example.flows
    .filter((flow) => flow.from !== 'start' && flow.to !== 'end')
    .map(({ from, to, kind, share }) => {
      const mean = typeof share === 'number' ? share : (share?.likely ?? null);
      const part = mean === null ? null : formatShare(mean, 0);
      const label = kind === undefined ? part : words.rework(kind, part);
      return `${exampleName(from)} → ${exampleName(to)}${label === null ? '' : ` (${label})`}`;
    })
    .join('; ');
}

function namesIn(all: readonly { id: string; name: string }[], ids: readonly string[]): string {
  return all
    .filter((each) => ids.includes(each.id))
    .map((each) => each.name)
    .join(', ');
}

function limitLines(rule: AnalysisRule): string[] {
  return Object.entries(rule.options).map(([name, option]) => {
    const [value, min, max] = [option.default, option.min, option.max].map((each) =>
      formatLimit(option, each),
    );
    return `  - \`${name}\`: ${plain(option.label)}, ${plain(words.between(value ?? '', min ?? '', max ?? ''))}`;
  });
}

function factLines(rule: AnalysisRule): string[] {
  const facts: readonly (readonly [string, string])[] = [
    [words.severity, groupOf(rule.defaultSeverity)],
    [words.category, rule.category],
    [words.principles, namesIn(principles, rule.principles)],
    [words.wastes, namesIn(wastes, rule.wastes)],
    [words.dimensions, namesIn(dimensions, rule.dimensions)],
    [words.needs, rule.needs.join(', ')],
    [words.folds, rule.supersedes.join(', ')],
    [words.source, rule.source],
  ];
  const limits = limitLines(rule);
  return [
    ...facts.filter(([, value]) => value !== '').map(([name, value]) => `- ${name}: ${plain(value)}`),
    ...(limits.length === 0 ? [] : [`- ${words.limits}:`, ...limits]),
  ];
}

/** Where the picture of a rule is, from the page of the rules on. */
export const pictureOf = (rule: string): string => `pictures/rules/${rule}.svg`;

function ruleSection({ rule, sentence }: RuleEntry): string {
  const examples = [
    ...rule.examples.flagged.map((example) => [words.flagged, example] as const),
    ...rule.examples.clean.map((example) => [words.clean, example] as const),
  ];
  return [
    `### \`${rule.id}\``,
    `**${plain(rule.title)}**`,
    plain(rule.whyItMatters),
    `![${plain(words.picture(rule.title))}](${pictureOf(rule.id)})`,
    `> ${plain(sentence)}`,
    `${en.findings.whatToDo}: ${plain(rule.whatToDo)}`,
    `${en.findings.whenItIsFine}: ${plain(rule.whenItIsFine)}`,
    factLines(rule).join('\n'),
    examples
      .map(([verdict, example]) => `- ${verdict}: ${plain(example.title)}. ${plain(drawn(example))}`)
      .join('\n'),
  ].join('\n\n');
}

function contentsOf(chapters: readonly RuleChapter[]): string {
  return chapters
    .flatMap(({ heading, entries }) => [
      `- ${heading}`,
      ...entries.map(({ rule }) => `  - [${plain(rule.title)}](#${rule.id})`),
    ])
    .join('\n');
}

/** The reference of all rules, as `rules --format markdown` prints it and `docs/rules.md` holds it; ends with a line break. */
export function rulesToMarkdown(): string {
  const chapters = ruleChapters();
  const parts = [
    `# ${words.heading}`,
    words.introduction,
    words.count(allRules.length),
    `## ${words.contents}`,
    contentsOf(chapters),
    ...chapters.flatMap(({ heading, entries }) => [`## ${heading}`, ...entries.map(ruleSection)]),
  ];
  return `${parts.join('\n\n')}\n`;
}
