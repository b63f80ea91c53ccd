import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { findActivity, findPractice } from '../../../shared/catalogue/packs';
import { findTemplate, templates } from '../../../shared/catalogue/templates/templates';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import { meanOf, type Quantity } from '../../../shared/model/quantity';
import { graphOf, type MapGraph, membersOf, stepsOf } from '../../../shared/model/queries';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { countIds } from '../../helpers/count-ids';
import { hasReference, readReference } from '../../helpers/reference';

function graphOfTemplate(id: string): MapGraph {
  const made = newFromTemplate(id, { makeId: countIds() });
  const graph = made === null ? null : graphOf(made.project, made.mapId);
  if (graph === null) throw new Error(`no template ${id}`);
  return graph;
}

const ids = templates.map(({ id }) => id);

describe('the templates', () => {
  it('are ten streams, among them restoring service, requests, changes and major incidents', () => {
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
    for (const id of [
      'incident-restoration',
      'service-request-fulfilment',
      'normal-change',
      'major-incident',
    ])
      expect(ids).toContain(id);
    expect(findTemplate('constructor')).toBeUndefined();
    expect(newFromTemplate('no-such-stream', { makeId: countIds() })).toBeNull();
  });

  it.each(ids)('%s becomes a project that the file format accepts, marked as a template', (id) => {
    const made = newFromTemplate(id, { makeId: countIds() });
    if (made === null) throw new Error('not made');
    const read = readProject(writeProject(made.project));
    expect(read).toEqual({ kind: 'read', project: made.project, warnings: [], isReadOnly: false });
    expect(graphOfTemplate(id).stream).toMatchObject({ template: id, name: findTemplate(id)?.name });
  });

  it.each(ids)(
    '%s has a start, an end, and every step with activity, practices, role, times, quality and class',
    (id) => {
      const graph = graphOfTemplate(id);
      const types = graph.nodes.map(({ type }) => type);
      expect(types.filter((type) => type === 'start')).toHaveLength(1);
      expect(types.filter((type) => type === 'end')).toHaveLength(1);
      for (const step of stepsOf(graph)) {
        expect(findActivity(itil4, step.activity), step.id).toBeDefined();
        for (const practice of membersOf(step.practices)) expect(findPractice(itil4, practice)).toBeDefined();
        expect(graph.roles.has(step.role ?? ''), step.id).toBe(true);
        expect(step).toMatchObject({
          processTime: expect.any(Object),
          wait: expect.any(Object),
          completeAccurate: expect.any(Object),
          value: expect.any(String),
          kind: expect.any(String),
        });
      }
    },
  );

  it('tell of the first one what it was drawn from, in minutes', () => {
    const graph = graphOfTemplate('incident-restoration');
    expect(graph.stream).toMatchObject({ demandPerMonth: 1200, demandCv: 1.2, targetLeadTime: 960 });
    expect(graph.calendar.kind).toBe('8x5');
    expect(graph.node.get('diagnose')).toMatchObject({
      activity: 'obtain-build',
      processTime: { low: 15, likely: 60, high: 240 },
      wait: { low: 60, likely: 360, high: 1440 },
      completeAccurate: { likely: 0.85 },
    });
    expect(graph.node.get('close')?.afterValue).toBe(true);
    const loop = graph.flows.find(({ from, to }) => from === 'verify' && to === 'triage');
    expect(loop).toMatchObject({ kind: 'rework', share: { likely: 0.07 }, label: 'not fixed / reopened' });
    expect(graph.roles.get('specialist')).toMatchObject({ people: 11, availability: 0.65 });
  });
});

const range = z.object({ min: z.number(), mode: z.number(), max: z.number() });
const referenceSchema = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(
        z.looseObject({
          id: z.string(),
          name: z.string().optional(),
          ptH: range.optional(),
          waitH: range.optional(),
          ca: z.number().optional(),
          cadenceH: z.number().optional(),
          crew: z.number().optional(),
        }),
      ),
      edges: z.array(z.object({ from: z.string(), to: z.string(), p: z.number(), kind: z.string() })),
      resources: z.array(z.object({ id: z.string(), people: z.number(), availability: z.number() })),
    }),
  ),
});

describe.skipIf(!hasReference)('the templates and the reference they were converted from', () => {
  const reference = hasReference
    ? referenceSchema.parse(readReference('domain/templates.json')).templates
    : [];

  it.each(reference.map((each) => [each.id, each] as const))('%s agrees in every number', (id, expected) => {
    const graph = graphOfTemplate(id);
    expect(graph.nodes.map((node) => node.id)).toEqual(expected.nodes.map((node) => node.id));
    const hours = (quantity: Quantity | undefined): number => (quantity ? meanOf(quantity) / 60 : Number.NaN);
    const pert = ({ min, mode, max }: z.infer<typeof range>): number => (min + 4 * mode + max) / 6;
    for (const node of expected.nodes) {
      const own = graph.node.get(node.id);
      if (node.ptH) expect(hours(own?.processTime)).toBeCloseTo(pert(node.ptH), 9);
      if (node.waitH) expect(hours(own?.wait)).toBeCloseTo(pert(node.waitH), 9);
      expect(own?.completeAccurate?.likely).toBe(node.ca);
      expect(own?.crew?.likely).toBe(node.crew);
      if (node.cadenceH !== undefined) expect(hours(own?.cadence)).toBe(node.cadenceH);
    }
    expect(graph.flows.map(({ from, to, kind, share }) => [from, to, kind, share?.likely ?? 1])).toEqual(
      expected.edges.map(({ from, to, kind, p }) => [from, to, kind, p]),
    );
    for (const { id: role, people, availability } of expected.resources)
      expect(graph.roles.get(role)).toMatchObject({ people, availability });
  });
});
