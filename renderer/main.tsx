import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app';
import { WhenBroken } from './shell/when-broken';

// The content security policy forbids code made from text.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        <WhenBroken>
          <App />
        </WhenBroken>
      </Tooltip.Provider>
    </CSPProvider>,
  );
}
