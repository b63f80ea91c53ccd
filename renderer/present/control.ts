import { lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { bridge } from '../bridge';
import { derivedNow } from '../derive';
import { makeId } from '../make-id';
import { steadyNow } from '../steady-now';
import { prefer, showMap, useApp } from '../store';
import { openLink, type SlideLink } from './link';
import { presentKey } from './keys';
import { usePresent } from './present-state';
import { type Slide, slidesOf, todayOf } from './slides';
import { isLong, type Walk, walkSlides } from './walk';

const words = en.present;
let link: SlideLink | null = null;

/** The slides of the shown map; none where there is no map. */
export function slidesNow(): readonly Slide[] {
  const derived = derivedNow();
  if (!derived) return [];
  const { project } = useApp.getState().history;
  const { walk, shownBefore } = usePresent.getState();
  return slidesOf(project, derived.graph, walkSlides(derived, project, walk), shownBefore);
}

/** Goes through the steps in another way, now and the next time; the slide that is shown stays where there is one. */
export function chooseWalk(walk: Walk): void {
  const { index } = usePresent.getState();
  const kind = slidesNow()[index]?.kind;
  usePresent.setState({ walk });
  prefer({ presentWalk: walk });
  const slides = slidesNow();
  usePresent.setState({
    index: Math.max(
      0,
      slides.findIndex((slide) => slide.kind === kind),
    ),
  });
  announce(words.walk.chosen(words.walk.ways[walk], slides.length));
}

/** Shows a slide by its place, from 0; before the first and after the last it stays where it is. */
export function goTo(index: number): void {
  const slides = slidesNow();
  const at = Math.min(Math.max(index, 0), slides.length - 1);
  usePresent.setState({ index: at, isGrid: false, typed: '' });
  const slide = slides[at];
  if (slide) announce(words.slideOf(at + 1, slides.length, slide.title));
}

/** What a node of a future state was copied from. */
const sourceOf = (node: string | null): string | undefined =>
  lookUp(useApp.getState().history.project.nodes, node ?? '')?.copiedFrom;

/** Begins a presentation with today, whatever map is shown: at the slide of a step where one is named, else at the first. Where there is a second screen the slides go there. */
export async function startPresenting(node: string | null): Promise<void> {
  if (usePresent.getState().isOn) return;
  const { history, mapId } = useApp.getState();
  const today = todayOf(history.project, mapId);
  usePresent.setState({ shownBefore: today === mapId ? null : mapId });
  showMap(today);
  const derived = derivedNow();
  // A short map is gone through step by step, and so is a map that is begun at one step.
  const isStepwise = node !== null || !derived || !isLong(derived);
  usePresent.setState({ walk: isStepwise ? 'every' : useApp.getState().preferences.presentWalk });
  const slides = slidesNow();
  if (slides.length === 0) return;
  const index = slides.findIndex(
    (slide) => slide.kind === 'step' && (slide.node === node || slide.node === sourceOf(node)),
  );
  usePresent.setState({
    isOn: true,
    index: Math.max(index, 0),
    isGrid: false,
    cover: 'none',
    hasLaser: false,
    spot: null,
    typed: '',
    isSecond: false,
    startedAt: steadyNow(),
  });
  const channel = makeId();
  link = openLink(channel, { onKey: press, onGone: () => usePresent.setState({ isSecond: false }) });
  const { isSecond } = await bridge.call['present:start']({ channel });
  if (usePresent.getState().isOn) usePresent.setState({ isSecond });
}

/** Ends the presentation and shows the editor again. */
export function leavePresenting(): void {
  const { shownBefore } = usePresent.getState();
  usePresent.setState({ isOn: false, isSecond: false, shownBefore: null });
  if (shownBefore !== null) showMap(shownBefore);
  link?.close();
  link = null;
  void bridge.call['present:end']();
}

function leaveOneThing(): void {
  const { isGrid, typed } = usePresent.getState();
  if (typed !== '') usePresent.setState({ typed: '' });
  else if (isGrid) usePresent.setState({ isGrid: false });
  else leavePresenting();
}

function cover(wanted: 'black' | 'white'): void {
  usePresent.setState({ cover: wanted });
  announce(wanted === 'black' ? words.isBlack : words.isWhite);
}

/** Does what a key means; false where it means nothing here. */
export function press(event: Parameters<typeof presentKey>[0]): boolean {
  const state = usePresent.getState();
  const wanted = presentKey(event, state.typed);
  if (!wanted) return false;
  if (state.cover !== 'none') {
    usePresent.setState({ cover: 'none' });
    return true;
  }
  switch (wanted.kind) {
    case 'next':
      goTo(state.index + 1);
      break;
    case 'previous':
      goTo(state.index - 1);
      break;
    case 'first':
      goTo(0);
      break;
    case 'last':
      goTo(slidesNow().length - 1);
      break;
    case 'grid':
      usePresent.setState({ isGrid: !state.isGrid });
      break;
    case 'laser':
      usePresent.setState({ hasLaser: !state.hasLaser, spot: null });
      break;
    case 'black':
    case 'white':
      cover(wanted.kind);
      break;
    case 'digit':
      usePresent.setState({ typed: `${state.typed}${wanted.digit}`.slice(-3) });
      break;
    case 'jump':
      goTo(Number(state.typed) - 1);
      break;
    case 'leave':
      leaveOneThing();
  }
  return true;
}
