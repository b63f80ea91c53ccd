import { create } from 'zustand';
import type { Preferences } from '../../shared/ipc/preferences';

interface PresentState {
  /** True while the presentation has the window. */
  isOn: boolean;
  /** Which slide is shown, from 0. */
  index: number;
  /** How the steps are gone through. */
  walk: Preferences['presentWalk'];
  isGrid: boolean;
  cover: 'none' | 'black' | 'white';
  /** True where the pointer shows as a laser. */
  hasLaser: boolean;
  /** Where the laser points, as parts of the slide's width and height; null where it does not. */
  spot: { readonly x: number; readonly y: number } | null;
  /** The number of a slide that is being typed. */
  typed: string;
  /** True while the slides are on another screen and this one shows the notes. */
  isSecond: boolean;
  /** The map that was shown before, and is again afterwards; null where that is the one of today. */
  shownBefore: string | null;
  /** When it began, ms of the steady clock. */
  startedAt: number;
}

/** What a presentation remembers while it runs. */
export const usePresent = create<PresentState>()(() => ({
  isOn: false,
  index: 0,
  walk: 'every',
  isGrid: false,
  cover: 'none',
  hasLaser: false,
  spot: null,
  typed: '',
  isSecond: false,
  shownBefore: null,
  startedAt: 0,
}));
