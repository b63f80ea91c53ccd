import { isDirty } from '../../shared/commands/history';
import { writeProject } from '../../shared/file-format/write';
import { bridge } from '../bridge';
import { useApp } from '../store';
import { shownName } from './shown-name';

/** How long after an edit the recovery text goes out, ms. */
const keepAfter = 700;

/** Tells the main process what is shown and whether it is saved, and keeps a copy of unsaved work. Returns a function that ends it. */
export function keepWork(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const tellState = (): void => {
    const { screen, document, history } = useApp.getState();
    const title = screen === 'editor' ? shownName() : '';
    const dirty = screen === 'editor' && isDirty(history);
    const state = JSON.stringify([document, title, dirty]);
    if (state === told) return;
    told = state;
    void bridge.call['document:state']({ document, title, isDirty: dirty });
  };
  const keep = (): void => {
    timer = undefined;
    const { screen, history } = useApp.getState();
    if (screen !== 'editor' || !isDirty(history)) return;
    void bridge.call['recovery:keep']({ title: shownName(), text: writeProject(history.project) });
  };
  tellState();
  const stop = useApp.subscribe((state, before) => {
    tellState();
    if (state.history.project !== before.history.project && timer === undefined)
      timer = setTimeout(keep, keepAfter);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
