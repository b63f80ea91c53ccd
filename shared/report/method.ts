import { allRules } from '../analysis/all-rules';
import { formatLimit } from '../analysis/limits';
import { describeProvenance } from '../figures/describe-details';
import { provenanceOf } from '../figures/provenance';
import type { FigureKey } from '../figures/types';
import { hoursPerWeek, workingDaysPerWeek } from '../model/calendar';
import { stepsOf } from '../model/queries';
import { formatNumber } from '../model/units-format';
import { arithmeticText } from '../text/arithmetic';
import { figuresText } from '../text/figures';
import { findingsText } from '../text/findings';
import { reportText } from '../text/report';
import { cell, heading, list, paragraph, strong, table, under } from './blocks';
import type { MapPart, ReportContext } from './context';
import { titleOf } from './figures';
import type { Block, ReportCell } from './types';

const words = reportText.method;

const founded: readonly FigureKey[] = ['leadTimeExpected', 'processTimeOnPath', 'effortPersonHours'];

function basisOf({ graph }: MapPart): string[] {
  const { calendar } = graph;
  const [hours, days] = [hoursPerWeek(calendar), workingDaysPerWeek(calendar)];
  const { basis } = arithmeticText;
  if (hours <= 0) return [basis.noCalendar];
  return [
    hours >= 168 ? basis.allHours : basis.working(formatNumber(hours), formatNumber(days)),
    basis.means,
  ];
}

function originsOf({ graph, figures }: MapPart): string[] {
  return founded.flatMap((key) => {
    const provenance = provenanceOf(graph, figures, key);
    return provenance === null
      ? []
      : [words.originsOf(figuresText.name[key], describeProvenance(provenance))];
  });
}

function endsOf({ graph, figures }: MapPart): string[] {
  const names = figures.openEnds.flatMap((id) => graph.node.get(id)?.name ?? []);
  return names.length === 0 ? [] : [words.ends(names.join(', '))];
}

function judgedTable({ coverage }: MapPart): Block[] {
  return table({
    caption: words.judged,
    columns: [
      [words.subject, 1.5],
      [words.of, 6],
    ],
    rows: coverage.kinds.flatMap(({ title, rows }): ReportCell[][] => {
      if (rows.every((row) => row.rules === 0)) return [];
      const short = rows.filter((row) => row.judged < row.rules);
      const said = short.map((row) => words.partOf(row.name, row.said)).join(', ');
      return [[strong(title), cell(said || words.all)]];
    }),
  });
}

/** Severities and limits that the project sets otherwise than the profile. */
function ruleRows({ project }: ReportContext): ReportCell[][] {
  return Object.values(project.ruleSettings).flatMap(({ rule: id, severity, options = {} }) => {
    const rule = allRules.find((each) => each.id === id);
    if (rule === undefined) return [];
    const limits = Object.entries(options).flatMap(([name, value]) => {
      const option = Object.hasOwn(rule.options, name) ? rule.options[name] : undefined;
      return option === undefined ? [] : [findingsText.limit(option.label, formatLimit(option, value))];
    });
    return [
      [strong(rule.title), cell(limits.join('; ')), cell(severity === 'off' ? words.off : (severity ?? ''))],
    ];
  });
}

function ofMap(part: MapPart): Block[] {
  if (stepsOf(part.graph).length === 0) return [];
  const { gaps } = part.presented;
  return [
    ...under(3, words.basis, list(basisOf(part))),
    ...under(3, words.origins, list([...originsOf(part), ...endsOf(part)])),
    ...under(3, words.questions, [
      ...paragraph(gaps.length === 0 ? '' : words.questionsIntro, 'quiet'),
      ...list(gaps.map(({ question }) => question)),
    ]),
    ...under(3, words.judged, [...paragraph(part.coverage.summary), ...judgedTable(part)]),
  ];
}

/** How the numbers came about, what they rest on, and what nobody knows yet. */
export function methodBlocks(context: ReportContext): Block[] {
  const parts = context.streams.flatMap(({ maps }) => maps);
  const said = parts.flatMap((part) => {
    const blocks = ofMap(part);
    return blocks.length === 0 ? [] : [heading(2, titleOf(part)), ...blocks];
  });
  const rules = table({
    caption: words.rules,
    columns: [
      [words.rule, 4],
      [words.limit, 5],
      [words.severity, 1.5],
    ],
    rows: ruleRows(context),
  });
  return said.length === 0 ? [] : [...paragraph(words.intro), ...said, ...under(2, words.rules, rules)];
}
