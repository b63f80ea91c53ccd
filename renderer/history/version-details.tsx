import { ArrowRight, CopyPlus, GitCompareArrows } from 'lucide';
import { useEffect } from 'react';
import type { FigureChange } from '../../shared/analysis/compare-figures';
import type { KeptVersionInfo } from '../../shared/ipc/history';
import { en } from '../../shared/text/en';
import { fixesText } from '../../shared/text/fixes';
import { Drawing } from '../canvas/drawing';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { SelectField } from '../ui/select-field';
import styles from './history.module.css';
import type { ChosenFacts } from './messages';
import { whenOf } from './say-version';
import {
  compareTwo,
  compareWithNow,
  lookAtChosen,
  openAsCopy,
  useVersions,
  versionBefore,
} from './versions-state';

const text = en.history;
const { marks } = fixesText;

function Figures(props: { figures: readonly FigureChange[] }): React.JSX.Element {
  return (
    <table className={styles.figures}>
      <caption className="visuallyHidden">{text.figures.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.figures.figure}</th>
          <th scope="col">{text.figures.earlier}</th>
          <th scope="col">{text.figures.now}</th>
          <th scope="col">{text.figures.difference}</th>
        </tr>
      </thead>
      <tbody>
        {props.figures.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td>{row.before}</td>
            <td>{row.after}</td>
            <td data-mark={row.mark}>
              {row.difference !== null && (
                <>
                  <span aria-hidden="true">{marks.signs[row.mark]} </span>
                  {row.difference}
                  <span className="visuallyHidden"> {marks.words[row.mark]}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Facts(props: { facts: ChosenFacts; when: string }): React.JSX.Element {
  const { drawing, map, figures, since, isTooLarge } = props.facts;
  return (
    <>
      <div className={styles.drawing}>
        {drawing ? (
          <Drawing list={drawing} label={text.picture(map ?? '', props.when)} />
        ) : (
          <p className={styles.hint}>{isTooLarge ? text.noPicture : text.emptyMap}</p>
        )}
      </div>
      {map !== null && <p className={styles.hint}>{text.map(map)}</p>}
      {since.length === 0 ? (
        <p>{text.sameAsNow}</p>
      ) : (
        <p className={styles.since}>
          <strong>{text.sinceThen}</strong>
          <Icon of={ArrowRight} size={13} />
          {since.join(', ')}
        </p>
      )}
      {figures.length > 0 && <Figures figures={figures} />}
    </>
  );
}

/** What can be done with a version; comparing it with now comes first unless there is nothing to see. */
function Buttons(props: { version: KeptVersionInfo; isSame: boolean }): React.JSX.Element {
  const { version, isSame } = props;
  const versions = useVersions((state) => state.versions) ?? [];
  const before = versionBefore(version.version);
  const others = versions.filter((each) => each.version !== version.version && each.isThere);
  return (
    <div className={styles.buttons}>
      <Button
        kind={isSame ? 'plain' : 'primary'}
        icon={GitCompareArrows}
        onPress={() => void compareWithNow(version)}
      >
        {text.compareNow}
      </Button>
      {before?.isThere === true && (
        <Button kind={isSame ? 'primary' : 'plain'} onPress={() => void compareTwo(before, version)}>
          {text.compareBefore}
        </Button>
      )}
      <Button icon={CopyPlus} onPress={() => void openAsCopy(version)}>
        {text.openCopy}
      </Button>
      {others.length > 1 && (
        <div className={styles.other}>
          <SelectField
            label={text.compareOther}
            choices={others.map((each) => ({ value: String(each.version), name: whenOf(each) }))}
            value={null}
            none={text.chooseOther}
            onChange={(chosen) => {
              const other = others.find((each) => String(each.version) === chosen);
              if (other) void compareTwo(version, other);
            }}
          />
        </div>
      )}
    </div>
  );
}

/** The chosen version: its picture, its figures beside those of now, and what can be done with it. */
export function VersionDetails(props: { version: KeptVersionInfo }): React.JSX.Element {
  const { version } = props;
  const known = useVersions((state) => state.details.get(version.version));
  const project = useApp((state) => state.history.project);
  const { version: number, isThere } = version;
  useEffect(() => {
    // What is walked past by the arrow keys is not looked at.
    const timer = isThere ? setTimeout(() => void lookAtChosen(number), 80) : undefined;
    return () => clearTimeout(timer);
  }, [number, isThere, project]);
  const when = whenOf(version);
  return (
    <section className={styles.details} aria-label={when}>
      <div className={styles.detailsHead}>
        <h3>{when}</h3>
        <span className={styles.why}>{text.why[version.why]}</span>
      </div>
      {isThere && known?.kind !== 'failed' && (
        <Buttons version={version} isSame={known?.kind === 'known' && known.facts.since.length === 0} />
      )}
      {!isThere && <p role="alert">{text.damaged}</p>}
      {isThere && !known && <p className={styles.hint}>{text.loading}</p>}
      {isThere && known?.kind === 'failed' && <p role="alert">{known.sentence}</p>}
      {isThere && known?.kind === 'known' && <Facts facts={known.facts} when={when} />}
    </section>
  );
}
