import { create } from 'zustand';
import type { BlockClock } from '../../../shared/model/agenda-clock';
import type { roomText } from '../../../shared/text/room';
import { steadyNow } from '../../steady-now';

/** A part of the workshop page. */
export type RoomTab = Exclude<keyof typeof roomText.tabs, 'label'>;

/** The dots that somebody is giving in a ballot; they count once they are done. */
export interface HalfCast {
  /** The name that was typed; null for the one that is offered. */
  readonly voter: string | null;
  readonly dots: Readonly<Record<string, number>>;
}

interface RoomState {
  tab: RoomTab;
  /** The clock of the running block; it lives outside the document and survives every page. */
  clock: BlockClock | null;
  /** Wall clock, ms; moves on while a clock runs. */
  now: number;
  /** True where a soft tone says that the time is over. */
  hasSound: boolean;
  /** True where the bar stands above the map. */
  isBarOpen: boolean;
  /** Who said it is hidden until it is asked for. */
  showsNames: boolean;
  filter: string;
  /** Dots that are being given, by ballot. */
  casting: Readonly<Record<string, HalfCast>>;
}

/** What the workshop remembers while the window lives; none of it is in the document. */
export const useRoom = create<RoomState>()(() => ({
  tab: 'agenda',
  clock: null,
  now: steadyNow(),
  hasSound: false,
  isBarOpen: false,
  showsNames: false,
  filter: '',
  casting: {},
}));
