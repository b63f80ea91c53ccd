import { edit } from '../saving-app';
import { leaveWork, whole } from './recovering';
import { dialogAfter, dialogOf, opened, type Scene, whenShown } from './stage';

const inWindow = 'Yes: in the window, marked as not saved, and in the safety copy on this computer.';

/** Faults of the app itself that a save meets. */
export const insideScene: Scene = {
  name: 'inside',
  situation: 'saving',
  files: opened,
  profile: (profile) => leaveWork(profile, { token: 'a', title: 'Orders', snapshot: whole }),
  troubles: [
    {
      id: 'not-sound',
      tells: ['main.refused.notSound', 'saveTrouble.safe'],
      when: 'The work does not pass its own check before it is written',
      safe: 'Yes: the file is as it was, and the work is in the window and in the safety copy.',
      todo: 'Undo the last edits and save again.',
      meet: async (stage) => {
        await edit(stage.page, 'Not sound');
        // No work in a window is unsound; here it is the check that finds it so, once.
        await stage.app.evaluate(() => {
          const { parse } = JSON;
          JSON.parse = (text, ...more) => {
            if (!text.includes('"vsmap"')) return parse(text, ...more) as unknown;
            JSON.parse = parse;
            throw new SyntaxError('not sound');
          };
        });
        return await dialogAfter(stage, () => stage.page.keyboard.press('Control+s'));
      },
    },
    {
      id: 'unknown-document',
      tells: ['main.refused.unknownDocument'],
      when: 'The window lost its file inside the app',
      safe: inWindow,
      todo: 'Save it under a name.',
      meet: async (stage) => {
        await stage.page.keyboard.press('Escape');
        await dialogOf(stage).waitFor({ state: 'detached' });
        // The page takes up other work without showing it, which it never does.
        await stage.page.evaluate(async () => {
          const { call } = window.streamwright;
          const [work] = await call['recovery:list']();
          if (work) await call['recovery:restore']({ token: work.token });
        });
        await edit(stage.page, 'Without its file');
        return await dialogAfter(stage, () => stage.page.keyboard.press('Control+s'));
      },
    },
    {
      id: 'internal',
      tells: ['exportUi.printFailed', 'main.refused.internal'],
      when: 'Something goes wrong inside the app while you print',
      safe: 'Yes: printing never touches the map.',
      todo: 'Try again; if it happens again, save the work and start the app anew.',
      meet: async (stage) => {
        await stage.page.keyboard.press('Escape');
        await dialogOf(stage).waitFor({ state: 'detached' });
        // A window that nobody finds.
        await stage.app.evaluate(({ BrowserWindow }) => {
          BrowserWindow.getAllWindows = () => [];
        });
        await stage.page.keyboard.press('Control+e');
        await stage.page.getByRole('radio', { name: /^Printer/ }).press('Space');
        await dialogOf(stage).getByRole('button', { name: 'Print…' }).click();
        return await whenShown(stage.page.getByRole('dialog', { name: 'Nothing was printed' }));
      },
    },
  ],
};
