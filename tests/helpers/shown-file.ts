import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterEach } from 'vitest';
import { documentHandlers } from '../../main/handlers/documents';
import { openInto } from '../../main/open-document';
import type { Session } from '../../main/session';
import { writeProject } from '../../shared/file-format/write';
import type { SaveResult } from '../../shared/ipc/results';
import { type AppInTest, appIn } from './app-in-test';
import { buildMap } from './build-map';

const { project } = buildMap((m) => m.step('log'));

/** A project file of that name; names of equal length give texts of equal length. */
export const mapOf = (name: string): string => writeProject({ ...project, name });

/** A window that shows the file; it saves as its page would, `replacing` what it was told of. */
interface Shown {
  readonly window: Session;
  readonly token: string;
  readonly save: (text: string, replacing?: string | null) => Promise<SaveResult>;
}

/** The file `docs/map.vsmap` below a folder, which holds `opened`, and apps with profiles there that show it; what was opened is let go after each test. */
export function useShownFile(at: (...names: string[]) => string) {
  const open: { app: AppInTest; window: Session }[] = [];
  const file = (): string => at('docs', 'map.vsmap');
  afterEach(() => {
    for (const { app, window } of open.splice(0)) app.outside.end(window);
  });
  return {
    file,
    app(profile = 'profile'): AppInTest {
      mkdirSync(at('docs'), { recursive: true });
      if (!existsSync(file())) writeFileSync(file(), mapOf('opened'));
      mkdirSync(at(profile));
      return appIn(at(profile));
    },
    async shows(app: AppInTest, isDirty: boolean): Promise<Shown> {
      const window = app.blankWindow();
      open.push({ app, window });
      const opened = await openInto(window, file(), app);
      const token = opened.kind === 'opened' ? opened.document : '';
      const handlers = documentHandlers(app);
      await handlers['document:state'](window, { document: token, title: 'map', isDirty });
      await app.outside.look(window);
      return {
        window,
        token,
        save: async (text, replacing = null) => {
          const wish = { document: token, text, suggestedName: 'map', as: false, replacing };
          return await handlers['document:save'](window, wish);
        },
      };
    },
  };
}
