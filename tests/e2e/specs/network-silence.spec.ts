import path from 'node:path';
import { expect, test } from '../harness/fixture';
import { endApp, waitUntilReady } from '../harness/launch';
import { launchTraced, readTrace, whyNoTracing } from '../harness/traced';
import { editAndSave, hintOutside } from '../pages/quiet-session';
import { tell } from '../../helpers/tell';

const reason = whyNoTracing();
if (reason !== null) console.log(`The network is not listened to: ${reason}`);

// The long session is `npm run prove -- network-silence`.
test('nothing is told to the network: no connection, no look-up, no packet, and no other program is started', async ({
  display,
  folder,
}) => {
  test.skip(reason !== null, reason ?? '');
  const file = path.join(folder, 'trace.txt');
  const app = await launchTraced({ display, profile: path.join(folder, 'profile') }, file);
  const child = app.process();
  try {
    const page = await waitUntilReady(await app.firstWindow());
    await editAndSave({ app, page, folder });
    const work = readTrace(file);
    expect(work.calls).toBeGreaterThan(100);
    expect(work.network).toEqual([]);
    tell('S1', work.calls, 'socket calls seen in a short session, 0 connections, 0 look-ups');
    await hintOutside({ app, page, folder });
    const all = readTrace(file);
    expect(all.packets).toEqual([]);
    // WebRTC and the resolver ask the kernel, not the network, which way a packet would go: of addresses of their own.
    const isRouteProbe = (line: string): boolean =>
      /connect\(.*(?:"8\.8\.8\.8"|"2001:4860:4860::8888")/.test(line);
    expect(all.network.filter((line) => !isRouteProbe(line))).toEqual([]);
    expect(all.programs.filter((name) => !/\/electron$|^\/proc\/self\/exe$/.test(name))).toEqual([]);
  } finally {
    await endApp(app, child);
  }
});
