import { describe, expect, it } from 'vitest';
import { templateCards } from '../../renderer/dialogs/template-cards-data';
import { templates } from '../../shared/catalogue/templates/templates';
import { computeFigures } from '../../shared/figures/compute-figures';
import { graphOf, stepsOf } from '../../shared/model/queries';
import { newFromTemplate } from '../../shared/tables/new-from-template';

const count = (path: string, command: RegExp): number => path.match(command)?.length ?? 0;

/** What the template itself says of what its card shows. */
function factsOf(id: string): unknown {
  let ids = 0;
  const made = newFromTemplate(id, { makeId: () => `c${String((ids += 1))}` });
  const graph = made && graphOf(made.project, made.mapId);
  if (!graph) return null;
  const steps = stepsOf(graph);
  const rework = graph.flows.filter(({ kind }) => kind === 'rework').length;
  const bars = (value: string | undefined): number => steps.filter((step) => step.value === value).length;
  return {
    steps: steps.length,
    leadTime: computeFigures(graph).figure.leadTimeExpected.value,
    boxes: graph.nodes.length,
    flows: graph.flows.length - rework,
    rework,
    bars: [bars('VA'), bars('NNVA'), bars('NVA'), bars(undefined)],
  };
}

const isPath = (path: string): boolean => /^(?:[MLQahvz](?:-?\d+(?: -?\d+)*)?\s?)*$/.test(path);

describe('the cards of the start screen (else: node scripts/generate-template-cards.mjs)', () => {
  it('are those of the templates, in their order and words', () => {
    const words = ({ id, name, purpose }: (typeof templateCards)[number] | (typeof templates)[number]) => ({
      id,
      name,
      purpose,
    });
    expect(templateCards.map(words)).toEqual(templates.map(words));
  });

  it.each(templateCards.map((card) => [card.id, card] as const))('tell the facts of %s', (id, card) => {
    const { VA, NNVA, NVA, unknown } = card.bars;
    const paths = [card.boxes, card.flows, card.rework, VA, NNVA, NVA, unknown];
    expect(paths.filter((path) => !isPath(path))).toEqual([]);
    expect({
      steps: card.steps,
      leadTime: card.leadTime,
      boxes: count(card.boxes, /M/g),
      flows: count(card.flows, /M/g),
      rework: count(card.rework, /M/g),
      bars: [VA, NNVA, NVA, unknown].map((path) => count(path, /M/g)),
    }).toEqual(factsOf(id));
  });
});
