import { lookAt } from './look-at';
import type { HistoryJob } from './messages';

addEventListener('message', ({ data }: MessageEvent<HistoryJob>) => {
  postMessage(lookAt(data));
});
