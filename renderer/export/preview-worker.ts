import { type PreviewJob, previewOf } from './preview';

addEventListener('message', ({ data }: MessageEvent<PreviewJob>) => {
  postMessage(previewOf(data));
});
