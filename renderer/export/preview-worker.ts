import { type PreviewAnswer, type PreviewJob, previewOf } from './preview';

addEventListener('message', ({ data }: MessageEvent<PreviewJob>) => {
  const answer: PreviewAnswer = { id: data.id, preview: previewOf(data) };
  postMessage(answer);
});
