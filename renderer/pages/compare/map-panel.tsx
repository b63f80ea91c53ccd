import { ArrowDown, ArrowUp, Map as MapIcon, CopyPlus, Trash2 } from 'lucide';
import { useState } from 'react';
import { leadTimeChange } from '../../../shared/analysis/compare-figures';
import { futuresOf, makeFutureCopy } from '../../../shared/commands/future-copy';
import { moveMap } from '../../../shared/commands/futures';
import { deleteMap, renameMap, setMap } from '../../../shared/commands/maps';
import type { ValueStreamMap } from '../../../shared/model/project';
import { graphOf, lookUp, mapsOf, stepsOf, type WithId } from '../../../shared/model/queries';
import { compareText } from '../../../shared/text/compare';
import { en } from '../../../shared/text/en';
import { fixesText } from '../../../shared/text/fixes';
import { makeId } from '../../make-id';
import { dispatch, notify, showMap, showPage, undoLast, useApp } from '../../store';
import { Button, IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/text-field';
import styles from './compare.module.css';
import { choosePair } from './compare-state';

const words = compareText.maps;
const undo = { title: fixesText.dialog.undo, run: undoLast };

/** Copies a map as a future state and compares both. */
export function copyMap(map: string): void {
  const { project } = useApp.getState().history;
  const copy = makeFutureCopy({ project, map, makeId });
  if (dispatch(copy) !== null) return;
  const [made] = copy.made;
  showMap(made);
  choosePair({ before: map, after: made });
  const name = lookUp(useApp.getState().history.project.maps, made)?.name ?? '';
  notify(words.made(name), 'plain', undo);
}

function removeMap({ id, name }: WithId<ValueStreamMap>): void {
  if (dispatch(deleteMap({ id })) === null) notify(words.removed(name), 'plain', undo);
}

function Gain(props: { map: WithId<ValueStreamMap> }): React.JSX.Element | null {
  const { copiedFrom } = props.map;
  const gain = useApp((state) => {
    const { project } = state.history;
    const [before, after] = [graphOf(project, copiedFrom ?? ''), graphOf(project, props.map.id)];
    return before && after ? (leadTimeChange(before, after)?.difference ?? null) : null;
  });
  return gain === null ? null : <span className={styles.gain}>{gain}</span>;
}

/** Asks before a map goes that others were copied from: they stay, but have nothing to be compared with. */
function DeleteQuestion(props: { map: WithId<ValueStreamMap>; onClose: () => void }): React.JSX.Element {
  const { map, onClose } = props;
  const project = useApp((state) => state.history.project);
  const copies = futuresOf(project, map.id).map((id) => lookUp(project.maps, id)?.name ?? '');
  const graph = graphOf(project, map.id);
  return (
    <Dialog
      title={words.question(map.name)}
      description={words.lost(graph ? stepsOf(graph).length : 0, copies)}
      closeLabel={en.dialogs.close}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{words.keep}</Button>
          <Button
            kind="primary"
            onPress={() => {
              onClose();
              removeMap(map);
            }}
          >
            {words.removeNow}
          </Button>
        </>
      }
    />
  );
}

interface Place {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** What can be done with a map as a whole. */
function Tools(props: Place & { map: WithId<ValueStreamMap> }): React.JSX.Element {
  const { map } = props;
  const { id, name } = map;
  const isSource = useApp((state) => futuresOf(state.history.project, id).length > 0);
  const [isAsking, setAsking] = useState(false);
  return (
    <span className={styles.mapTools}>
      <IconButton
        icon={ArrowUp}
        size={14}
        label={words.up(name)}
        isDisabled={props.isFirst}
        onPress={() => dispatch(moveMap({ id, by: -1 }))}
      />
      <IconButton
        icon={ArrowDown}
        size={14}
        label={words.down(name)}
        isDisabled={props.isLast}
        onPress={() => dispatch(moveMap({ id, by: 1 }))}
      />
      <IconButton
        icon={MapIcon}
        size={14}
        label={words.show(name)}
        onPress={() => {
          showMap(id);
          showPage('map');
        }}
      />
      <IconButton icon={CopyPlus} size={14} label={words.copy(name)} onPress={() => copyMap(id)} />
      <IconButton
        icon={Trash2}
        size={14}
        label={words.remove(name)}
        isDisabled={props.isFirst && props.isLast}
        onPress={() => (isSource ? setAsking(true) : removeMap(map))}
      />
      {isAsking && <DeleteQuestion map={map} onClose={() => setAsking(false)} />}
    </span>
  );
}

function OneMap(
  props: Place & {
    map: WithId<ValueStreamMap>;
    source: string | null;
  },
): React.JSX.Element {
  const { map } = props;
  const { id, name } = map;
  return (
    <li className={styles.mapCard}>
      <div className={styles.mapHead}>
        <span className={styles.state} data-state={map.state}>
          {en.shell.states[map.state]}
        </span>
        <Gain map={map} />
        <Tools map={map} isFirst={props.isFirst} isLast={props.isLast} />
      </div>
      <TextField
        label={words.nameOf(name)}
        value={name}
        onCommit={(text) => (text === name ? null : dispatch(renameMap({ id, name: text })))}
      />
      <TextField
        label={words.noteOf(name)}
        value={map.note ?? ''}
        isMultiline
        onCommit={(text) =>
          text === (map.note ?? '')
            ? null
            : dispatch(setMap({ id, patch: { note: text.trim() === '' ? undefined : text } }))
        }
      />
      <p className={styles.hint}>
        {props.source === null ? words.notCopied : words.copiedFrom(props.source)}
      </p>
    </li>
  );
}

/** The maps of the stream: name, what they are about, what they were copied from, their order. */
export function MapPanel(props: { stream: string }): React.JSX.Element {
  const project = useApp((state) => state.history.project);
  const maps = mapsOf(project, props.stream);
  return (
    <div className={styles.scroll}>
      <ul className={styles.mapList} aria-label={words.heading}>
        {maps.map((map, at) => (
          <OneMap
            key={map.id}
            map={map}
            source={lookUp(project.maps, map.copiedFrom)?.name ?? null}
            isFirst={at === 0}
            isLast={at === maps.length - 1}
          />
        ))}
      </ul>
    </div>
  );
}
