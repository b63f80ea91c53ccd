import { officeHours, roundTheClock } from '../../../shared/model/calendar';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MapGraph } from '../../../shared/model/queries';
import type { NodeType } from '../../../shared/model/value-sets';
import { mapOf, type NodeSpec } from './maps';

const file = fileURLToPath(new URL('../../../../shared/domain/templates.json', import.meta.url));

/** True where the published streams lie beside the checkout. */
export const hasTemplates = existsSync(file);

interface Triple {
  min: number;
  mode: number;
  max: number;
}

interface Template {
  id: string;
  calendar: '8x5' | '24x7';
  demand: { perMonth: number };
  targetLeadTimeH: number;
  resources: { id: string; people: number; availability: number }[];
  nodes: {
    id: string;
    type: string;
    role?: string;
    team?: string;
    party?: 'provider' | 'consumer' | 'partner';
    valueClass?: 'VA' | 'NNVA' | 'NVA';
    afterValue?: boolean;
    ca?: number;
    crew?: number;
    ptH?: Triple;
    waitH?: Triple;
  }[];
  edges: { from: string; to: string; p: number; kind: string }[];
  expectedMetrics?: Record<string, number>;
  expectedVisits?: Record<string, number>;
  expectedUtilisation?: Record<string, number>;
}

/** The published streams that state what their figures must be. */
export function templates(): (Template &
  Required<Pick<Template, 'expectedMetrics' | 'expectedVisits' | 'expectedUtilisation'>>)[] {
  if (!hasTemplates) return [];
  const all: { templates: Template[] } = JSON.parse(readFileSync(file, 'utf8'));
  return all.templates.flatMap((each) => {
    const { expectedMetrics, expectedVisits, expectedUtilisation } = each;
    if (!expectedMetrics || !expectedVisits || !expectedUtilisation) return [];
    return [{ ...each, expectedMetrics, expectedVisits, expectedUtilisation }];
  });
}

const minutes = (hours: Triple): readonly [number, number, number] => [
  hours.min * 60,
  hours.mode * 60,
  hours.max * 60,
];

const types: Record<string, NodeType> = {
  'and-split': 'fork',
  'and-join': 'join',
  start: 'start',
  end: 'end',
};

/** A published stream as a map. */
export function graphOfTemplate(template: Template): MapGraph {
  const nodes = template.nodes.map(
    ({ id, type, valueClass, ptH, waitH, ca, crew, role, team, party, afterValue }) => {
      const spec: NodeSpec = {
        type: types[type] ?? 'step',
        ...(ptH ? { pt: minutes(ptH) } : {}),
        ...(waitH ? { wait: minutes(waitH) } : {}),
        ...(ca === undefined ? {} : { ca }),
        ...(crew === undefined ? {} : { crew }),
        ...(role === undefined ? {} : { role }),
        ...(team === undefined ? {} : { team }),
        ...(party === undefined ? {} : { party }),
        ...(valueClass === undefined ? {} : { value: valueClass }),
        ...(afterValue === undefined ? {} : { afterValue }),
      };
      return [id, spec] as const;
    },
  );
  return mapOf({
    nodes: Object.fromEntries(nodes),
    flows: template.edges.map(({ from, to, p, kind }) => `${from} > ${to} ${p} ${kind}`),
    demand: template.demand.perMonth,
    target: template.targetLeadTimeH * 60,
    calendar: template.calendar === '24x7' ? roundTheClock : officeHours,
    roles: Object.fromEntries(
      template.resources.map(({ id, people, availability }) => [id, { people, availability }]),
    ),
  });
}
