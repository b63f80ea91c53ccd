import type { AppState } from '../app-state';
import { useApp } from '../store';
import type { presentKey } from './keys';
import { usePresent } from './present-state';

type PressedKey = Parameters<typeof presentKey>[0];

/** What the second window shows: the document, as this window has it. */
type Shown = Pick<
  AppState,
  'mapId' | 'preferences' | 'today' | 'analysis' | 'sampled' | 'histogram' | 'ranges' | 'platform'
> & { readonly project: AppState['history']['project'] };

type Live = Pick<
  ReturnType<typeof usePresent.getState>,
  'index' | 'walk' | 'cover' | 'spot' | 'isGrid' | 'shownBefore'
>;

/** From the window of the presenter to the window of the slides. */
type ToSlides =
  | { readonly kind: 'document'; readonly shown: Shown }
  | { readonly kind: 'live'; readonly live: Live };

/** And back. */
type ToPresenter = { readonly kind: 'hello' | 'gone' } | { readonly kind: 'key'; readonly key: PressedKey };

const nameOf = (channel: string): string => `present-${channel}`;

/** The line to the window of the slides. */
export interface SlideLink {
  readonly close: () => void;
}

/** Opens the line of the presenter: it sends the document once the other window is there, and every change from then on. */
export function openLink(
  channel: string,
  on: { readonly onKey: (key: PressedKey) => void; readonly onGone: () => void },
): SlideLink {
  const line = new BroadcastChannel(nameOf(channel));
  const send = (message: ToSlides): void => line.postMessage(message);
  const sendDocument = (): void => {
    const { history, mapId, preferences, today, analysis, sampled, histogram, ranges, platform } =
      useApp.getState();
    const { project } = history;
    send({
      kind: 'document',
      shown: { project, mapId, preferences, today, analysis, sampled, histogram, ranges, platform },
    });
  };
  const sendLive = (): void => {
    const { index, walk, cover, spot, isGrid, shownBefore } = usePresent.getState();
    send({ kind: 'live', live: { index, walk, cover, spot, isGrid, shownBefore } });
  };
  line.addEventListener('message', ({ data }: MessageEvent<ToPresenter>) => {
    if (data.kind === 'key') on.onKey(data.key);
    else if (data.kind === 'gone') on.onGone();
    else {
      sendDocument();
      sendLive();
    }
  });
  const forget = usePresent.subscribe(sendLive);
  return {
    close: () => {
      forget();
      line.close();
    },
  };
}

/** Joins the line in the window of the slides: what comes is shown, keys go back. */
export function joinLink(channel: string): (key: PressedKey) => void {
  const line = new BroadcastChannel(nameOf(channel));
  const send = (message: ToPresenter): void => line.postMessage(message);
  line.addEventListener('message', ({ data }: MessageEvent<ToSlides>) => {
    if (data.kind === 'live') {
      usePresent.setState(data.live);
      return;
    }
    const { project, ...shown } = data.shown;
    const { history } = useApp.getState();
    useApp.setState({ ...shown, screen: 'editor', history: { ...history, project } });
  });
  window.addEventListener('pagehide', () => send({ kind: 'gone' }));
  send({ kind: 'hello' });
  return ({ key, shiftKey, ctrlKey, metaKey, altKey }) =>
    send({ kind: 'key', key: { key, shiftKey, ctrlKey, metaKey, altKey } });
}
