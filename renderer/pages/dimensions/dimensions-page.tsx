import { boundSteps, dimensionFacts } from '../../../shared/analysis/dimension-summary';
import { stepsAlong } from '../../../shared/analysis/value-balance';
import { dimensions } from '../../../shared/catalogue/itil4/dimensions';
import { findPractice } from '../../../shared/catalogue/packs';
import { setNode } from '../../../shared/commands/nodes';
import type { MapGraph } from '../../../shared/model/queries';
import { outsideFactors } from '../../../shared/model/value-sets';
import { en } from '../../../shared/text/en';
import { useDerived } from '../../derive';
import { dispatch } from '../../store';
import { ChipList } from '../../ui/chip-list';
import { goToElements } from '../go-to';
import { PageFrame } from '../page-frame';
import { DimensionCard } from './dimension-card';
import styles from './dimensions.module.css';

const words = en.dimensions;
const { outsideFactors: factorNames } = en.inspector;

/** The outside factors with the steps that each of them bounds. */
function Outside({ graph }: { graph: MapGraph }): React.JSX.Element {
  const bound = boundSteps(graph);
  const steps = stepsAlong(graph);
  return (
    <section className={styles.outside} aria-label={words.outside.title}>
      <header>
        <h2>{words.outside.title}</h2>
        <p>{words.outside.lead}</p>
      </header>
      <div className={styles.factors}>
        {outsideFactors.map((factor) => (
          <div key={factor} className={styles.factor}>
            <h3>{factorNames[factor]}</h3>
            <p>{words.outside.asks[factor]}</p>
            <ChipList
              label={words.outside.stepsOf(factorNames[factor])}
              isLabelHidden
              name={factor}
              addLabel={words.outside.add}
              removeLabel={words.outside.remove}
              searchLabel={en.value.searchSteps}
              emptyText={en.value.noMoreSteps}
              chips={bound[factor]}
              choices={steps
                .filter(({ outsideFactor }) => outsideFactor !== factor)
                .map(({ id, name, outsideFactor: now }) => ({
                  id,
                  name: now === undefined ? name : words.outside.now(name, factorNames[now]),
                }))}
              openLabel={en.value.goToStep}
              onOpen={(id) => goToElements([id], { withFields: true })}
              onAdd={({ id }) => {
                if (id !== null) dispatch(setNode({ ids: [id], patch: { outsideFactor: factor } }));
              }}
              onRemove={(id) => {
                dispatch(setNode({ ids: [id], patch: { outsideFactor: undefined } }));
              }}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

/** What the map says on the four dimensions of service management, and what bounds it from outside. */
export function DimensionsPage(): React.JSX.Element | null {
  const derived = useDerived();
  if (!derived) return null;
  const { graph, figures, pack } = derived;
  const facts = dimensionFacts(graph, figures, (id) => findPractice(pack, id)?.name ?? id);
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <div className={styles.layout}>
        {dimensions.map((dimension) => (
          <DimensionCard
            key={dimension.id}
            id={dimension.id}
            dimension={dimension}
            facts={facts[dimension.id]}
            derived={derived}
          />
        ))}
        <Outside graph={graph} />
      </div>
    </PageFrame>
  );
}
