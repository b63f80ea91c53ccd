import { formatDuration } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import { loadRest } from '../load-rest';
import styles from './start.module.css';
import { type TemplateCard, templateCards } from './template-cards-data';

const inks: Readonly<Record<keyof TemplateCard['bars'], string>> = {
  VA: 'var(--va)',
  NNVA: 'var(--nnva)',
  NVA: 'var(--nva)',
  unknown: 'var(--waitBar)',
};
const classes = ['VA', 'NNVA', 'NVA', 'unknown'] as const;

/** A small picture of a template: its boxes in the colours of their value classes, and its flows. */
function Picture(props: { card: TemplateCard }): React.JSX.Element {
  const { place, boxes, flows, rework, bars } = props.card;
  const stroke = Math.max(2, Number(place.split(' ')[2]) / 340);
  return (
    <svg className={styles.picture} viewBox={place} aria-hidden="true" strokeWidth={stroke} fill="none">
      <path d={flows} stroke="var(--borderStrong)" />
      <path
        d={rework}
        stroke="var(--nvaText)"
        strokeDasharray={`${String(stroke * 3)} ${String(stroke * 2)}`}
      />
      <path d={boxes} fill="var(--surface)" stroke="var(--borderStrong)" />
      {classes.map((value) => (
        <path key={value} d={bars[value]} fill={inks[value]} />
      ))}
    </svg>
  );
}

function Card(props: { card: TemplateCard }): React.JSX.Element {
  const { card } = props;
  const leadTime = card.leadTime === null ? '' : formatDuration(card.leadTime);
  return (
    <button
      type="button"
      className={styles.template}
      data-template={card.id}
      onClick={() => void loadRest().then(({ startFromTemplate }) => startFromTemplate(card.id))}
    >
      <Picture card={card} />
      <span className={styles.templateText}>
        <strong>{card.name}</strong>
        <span className={styles.hint}>{card.purpose}</span>
        <span className={styles.facts}>{en.start.templateFacts(card.steps, leadTime)}</span>
      </span>
    </button>
  );
}

/** A card for each template: pressed, it starts a stream from it. */
export function TemplateCards(): React.JSX.Element {
  return (
    <div className={styles.templates}>
      {templateCards.map((card) => (
        <Card key={card.id} card={card} />
      ))}
    </div>
  );
}
