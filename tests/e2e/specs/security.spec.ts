import type {} from '../../../renderer/bridge';
import { expect, test } from '../harness/fixture';
import { tell } from '../../helpers/tell';
import { waitUntilReady } from '../harness/launch';
import { listen, tryAttacks, watchOutside } from '../pages/attack-ground';
import { pageAttacks } from '../pages/attacks';
import { powerAttacks } from '../pages/attacks-on-powers';
import { addressesOfOthers } from '../pages/file-attacks';

/** What a page may not do must be refused without harm; Chromium logs each refusal as an error. */
const refusals =
  /Content Security Policy|Trusted|Failed to load|Not allowed|[Bb]locked|refused|Refused|denied|Permission|Failed to execute|ERR_|not be loaded|Unsafe attempt/;

test('no attack from inside a page gets through', async ({ running, window, complaints }) => {
  complaints.expect(refusals);
  // Settings of Chromium are set anew when the look of the app changes; what is copied must stay unread after that too.
  await running.app.evaluate(({ clipboard }) => clipboard.writeText('a secret'));
  const preferences = await window.evaluate(() => self.streamwright.call['preferences:get']());
  const loud = { ...preferences, theme: 'dark', zoom: 1.1 } as const;
  await window.evaluate((wanted) => self.streamwright.call['preferences:set'](wanted), loud);
  const server = await listen();
  const outside = await watchOutside(running.app);
  const address = window.url();
  const through: string[] = [];
  let count = 0;
  for (const [group, attacks] of Object.entries({ ...pageAttacks, ...powerAttacks }))
    await test.step(group, async () => {
      count += attacks.length;
      through.push(...(await tryAttacks(window, attacks, server.url)));
      expect(window.url().replace(/#$/, '')).toBe(address);
    });
  await test.step('files', async () => {
    const addresses = addressesOfOthers();
    count += addresses.length;
    const read = await window.evaluate(
      async (all) =>
        await Promise.all(
          all.map((each) =>
            fetch(each).then(
              (answer) => (answer.ok ? each : null),
              () => null,
            ),
          ),
        ),
      addresses,
    );
    through.push(...read.filter((each) => each !== null));
    const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];
    count += methods.length;
    const answered = await window.evaluate(
      async (all) =>
        await Promise.all(
          all.map((method) =>
            fetch('app://streamwright/index.html', { method }).then(
              ({ ok }) => (ok ? method : null),
              () => null,
            ),
          ),
        ),
      methods,
    );
    through.push(...answered.filter((each) => each !== null));
  });
  await test.step('an empty page in the place of ours', async () => {
    count += 1;
    await window.evaluate(() => location.assign('about:blank')).catch(() => undefined);
    await window.waitForURL(address);
    await waitUntilReady(window);
  });
  expect(through).toEqual([]);
  expect(server.heard).toEqual([]);
  expect(await outside()).toEqual([]);
  expect(running.app.windows()).toHaveLength(1);
  expect(await window.evaluate(() => self.streamwright.call['preferences:get']().then(() => 'lives'))).toBe(
    'lives',
  );
  server.stop();
  console.log(`Attacks from inside a page: ${count} of ${count} held.`);
  tell('S2', count, 'attacks from inside a page, 0 through');
});
