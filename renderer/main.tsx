import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { WhenBroken } from './shell/when-broken';
import { startWork } from './start';
import { watchErrors } from './support/watch-errors';

/** How long the first frame waits for what it is to show, ms; then it is the empty window. */
const patience = 150;

const SlideWindow = lazy(async () => ({
  default: (await import('./present/slide-window')).SlideWindow,
}));

/** The line to the presenter's window, where this is the window of the slides on a second screen. */
const slidesChannel = /^#slides=([\w-]+)$/.exec(location.hash)?.[1];

function draw(): void {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        <WhenBroken>
          {slidesChannel === undefined ? (
            <App />
          ) : (
            <Suspense fallback={null}>
              <SlideWindow channel={slidesChannel} />
            </Suspense>
          )}
        </WhenBroken>
      </Tooltip.Provider>
    </CSPProvider>,
  );
}

watchErrors();
const enough = new Promise((resolve) => {
  setTimeout(resolve, patience);
});
if (slidesChannel === undefined) void Promise.race([startWork(), enough]).finally(draw);
else draw();
