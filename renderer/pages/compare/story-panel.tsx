import { Copy } from 'lucide';
import { storyText } from '../../../shared/analysis/story-text';
import { changedTexts } from '../../../shared/analysis/version-texts';
import { setStream } from '../../../shared/commands/streams';
import type { ValueStream } from '../../../shared/model/project';
import type { WithId } from '../../../shared/model/queries';
import { changeStoryText } from '../../../shared/text/change-story';
import { compareText as words } from '../../../shared/text/compare';
import { versionsText } from '../../../shared/text/versions';
import { dispatch, notify } from '../../store';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import styles from './compare.module.css';
import { chooseDifferences, isChosen, useCompare } from './compare-state';
import type { Comparison } from './use-comparison';

function copyStory({ names, story, found }: Comparison): void {
  const text = storyText(names, story, {
    resolved: found.disappears.map(({ sentence }) => sentence),
    fresh: found.appears.map(({ sentence }) => sentence),
  });
  void navigator.clipboard.writeText(text).then(() => notify(words.story.copied));
}

/** What the sentences call that which goes through the stream. */
function ItemName(props: { stream: WithId<ValueStream> }): React.JSX.Element {
  const { id, itemName } = props.stream;
  return (
    <div className={styles.itemName}>
      <TextField
        label={words.story.itemName}
        value={itemName ?? ''}
        placeholder={changeStoryText.items}
        onCommit={(text) =>
          text.trim() === (itemName ?? '')
            ? null
            : dispatch(setStream({ id, patch: { itemName: text.trim() || undefined } }))
        }
      />
    </div>
  );
}

/** The change in a sentence; of versions with equal maps, the texts that differ. */
function Summary(props: { comparison: Comparison }): React.JSX.Element {
  const { story, isOfVersions, earlier, project } = props.comparison;
  const isSameMap = isOfVersions && story.lines.length === 0;
  const texts = isSameMap ? changedTexts(earlier, project) : [];
  const same = texts.length > 0 ? versionsText.theseDiffer : versionsText.sameMap;
  return (
    <>
      <p className={styles.summary}>{isSameMap ? same : story.summary}</p>
      {texts.map(({ stream, label, before, after }) => (
        <p key={`${stream} ${label}`} className={styles.note}>
          <strong>{label}</strong>: {versionsText.fromTo(before, after)}
        </p>
      ))}
    </>
  );
}

/** What the change does, in plain sentences: all together, then each change with its own effect. */
export function StoryPanel(props: { comparison: Comparison }): React.JSX.Element {
  const { story, found, differences, isSampling, isOfVersions } = props.comparison;
  const chosen = useCompare((state) => state.chosen);
  const nodes = new Set(differences.filter(({ what }) => what === 'node').map(({ id }) => id));
  /** What a line is about, its steps first. */
  const stepsFirst = (about: readonly string[]): readonly string[] => [
    ...about.filter((id) => nodes.has(id)),
    ...about.filter((id) => !nodes.has(id)),
  ];
  return (
    <div className={styles.scroll}>
      <Summary comparison={props.comparison} />
      {isSampling && <p className={styles.hint}>{words.computing}</p>}
      {story.lines.length === 0 && !isOfVersions && <p className={styles.hint}>{words.same}</p>}
      <ol className={styles.story}>
        {story.lines.map(({ sentence, details, about }) => {
          const ids = stepsFirst(about);
          return (
            <li key={`${about.join(' ')} ${sentence}`}>
              <button
                type="button"
                className={styles.line}
                aria-pressed={isChosen(chosen, ids)}
                disabled={ids.length === 0}
                onClick={() => chooseDifferences(ids)}
              >
                <span>{sentence}</span>
                {details.length > 0 && <small>{details.join(', ')}</small>}
              </button>
            </li>
          );
        })}
      </ol>
      {story.note !== null && <p className={styles.note}>{story.note}</p>}
      {story.lines.length > 0 && (
        <>
          <p className={styles.note}>{words.story.waits}</p>
          {(found.disappears.length > 0 || found.appears.length > 0) && (
            <p className={styles.note}>
              {changeStoryText.findings(found.disappears.length, found.appears.length)}
            </p>
          )}
          {!isOfVersions && <ItemName stream={props.comparison.before.stream} />}
          <div className={styles.actions}>
            <Button icon={Copy} onPress={() => copyStory(props.comparison)}>
              {words.story.copy}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
