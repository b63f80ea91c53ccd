import { ArrowDown, ArrowUp, GripVertical } from 'lucide';
import { useState } from 'react';
import type { ExportChoices } from '../../shared/export/choices';
import { movedTo, sectionsInOrder } from '../../shared/export/section-order';
import type { SectionName } from '../../shared/report/types';
import { en } from '../../shared/text/en';
import { reportText } from '../../shared/text/report';
import { announce } from '../announce';
import { Button, IconButton } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Icon } from '../ui/icon';
import styles from './export.module.css';
import { choose } from './wish';

const text = en.exportUi;
const reasons: Readonly<Partial<Record<SectionName, string>>> = reportText.empty;

interface LineProps {
  name: SectionName;
  place: number;
  all: number;
  isOn: boolean;
  isEmpty: boolean;
  onMove: (to: number) => void;
  onSwitch: (isOn: boolean) => void;
  dragged: SectionName | null;
  onDrag: (name: SectionName | null) => void;
}

function Line(props: LineProps): React.JSX.Element {
  const { name, place, all, onMove } = props;
  const title = reportText.sections[name];
  const reason = props.isEmpty ? (reasons[name] ?? '') : '';
  const leftOut = props.isEmpty && props.isOn ? text.leftOut : '';
  const note = `${reason} ${leftOut}`.trim();
  return (
    // The whole line can be dragged; its buttons and keys do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles.sectionLine}
      data-dragged={props.dragged === name}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', title);
        props.onDrag(name);
      }}
      onDragEnd={() => props.onDrag(null)}
      onDragOver={(event) => {
        if (props.dragged === null) return;
        event.preventDefault();
        if (props.dragged !== name) onMove(place);
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(place + (event.key === 'ArrowUp' ? -1 : 1));
      }}
    >
      <span className={styles.grip}>
        <Icon of={GripVertical} size={14} />
      </span>
      <div className={styles.sectionName} data-empty={props.isEmpty}>
        <CheckField label={title} value={props.isOn} onChange={props.onSwitch} />
        {note !== '' && <p>{note}</p>}
      </div>
      <span className={styles.sectionMoves}>
        <IconButton
          icon={ArrowUp}
          size={13}
          label={text.up(title)}
          isDisabled={place === 0}
          onPress={() => onMove(place - 1)}
        />
        <IconButton
          icon={ArrowDown}
          size={13}
          label={text.down(title)}
          isDisabled={place === all - 1}
          onPress={() => onMove(place + 1)}
        />
      </span>
    </li>
  );
}

/** The report builder: which sections a report has, and in which order. */
export function SectionList(props: {
  choices: ExportChoices;
  /** Sections that have nothing to say. */
  empty: readonly SectionName[];
}): React.JSX.Element {
  const { choices } = props;
  const [dragged, setDragged] = useState<SectionName | null>(null);
  const sections = sectionsInOrder(choices.sections);
  const move = (name: SectionName, to: number): void => {
    const next = movedTo(sections, name, to);
    if (next === sections) return;
    choose({ sections: [...next] });
    announce(text.moved(reportText.sections[name], to + 1, next.length));
  };
  const { off } = choices;
  return (
    <section className={styles.option} aria-label={text.sections}>
      <h3 className={styles.optionTitle}>{text.sections}</h3>
      <p className={styles.hint}>{text.sectionsHint}</p>
      <ol className={styles.sectionList}>
        {sections.map((name, place) => (
          <Line
            key={name}
            name={name}
            place={place}
            all={sections.length}
            isOn={!off.includes(name)}
            isEmpty={props.empty.includes(name)}
            dragged={dragged}
            onDrag={setDragged}
            onMove={(to) => move(dragged ?? name, to)}
            onSwitch={(isOn) => choose({ off: isOn ? off.filter((each) => each !== name) : [...off, name] })}
          />
        ))}
      </ol>
      {off.length === sections.length && (
        <p className={styles.warning} role="alert">
          {text.noSections}
        </p>
      )}
      <Button kind="quiet" onPress={() => choose({ sections: [], off: [] })}>
        {text.usual}
      </Button>
    </section>
  );
}
