import { create } from 'zustand';
import type { OutsideNews } from '../../shared/ipc/outside';

/** What of the news is to be seen to. */
export type Trouble = Exclude<OutsideNews, { kind: 'same' }>;

interface OutsideState {
  /** What others did to the file of this window; null while it is as it was opened or saved here. */
  trouble: Trouble | null;
  /** Since when another Streamwright on this computer shows the file, ISO date and time; null where none does. */
  alsoOpenSince: string | null;
  /** True where the message was put away; the next news shows it again. */
  isHidden: boolean;
}

/** What is known of the file outside this window. */
export const useOutside = create<OutsideState>()(() => ({
  trouble: null,
  alsoOpenSince: null,
  isHidden: false,
}));
