import { en } from '../../../shared/text/en';
import { followsQueues, queueChange } from '../../../shared/what-if/queue-waits';
import { CheckField } from '../../ui/check-field';
import { endMoving, tryChange, useTrial } from './what-if-state';
import styles from './what-if.module.css';

const words = en.whatIf.queueWaitsOf;

/** Lets the waits follow the queues, or not; kept with the scenario like every other change. */
export function QueueSwitch(props: { map: string }): React.JSX.Element {
  const { map } = props;
  const { changes } = useTrial(map);
  const { key, change } = queueChange(map);
  const isOn = followsQueues(map, changes);
  return (
    <div className={styles.queueSwitch}>
      <CheckField
        label={words.follow}
        value={isOn}
        onChange={(next) => {
          tryChange(map, key, next ? change : null);
          endMoving();
        }}
      />
      <p className={styles.note}>{isOn ? words.on : words.off}</p>
    </div>
  );
}
