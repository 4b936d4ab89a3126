import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../simulator/server.ts';
import { filesWith, productSources } from './support/product.ts';

/** Whether something listens there. */
function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port }, () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.setTimeout(1_000, () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

// What is in the bundles is looked at in test/shell/bundles.test.ts, what is in a package by packing one.
describe('security 22: what is for tests stays out, and the demo account keeps to itself', () => {
  it('no line of the product knows of the stand-in, or of a switch for tests', () => {
    const knowing = [...productSources()].filter(([, text]) =>
      /stand-in|SIDETONE_STAND_IN|from '[./]*test\//.test(text),
    );
    expect(knowing.map(([file]) => file)).toEqual([]);
  });

  it('the simulator is started by the demo account alone', () => {
    expect(filesWith(/from '[./]+\/simulator\/|startDemoServer\(\{/, ['main'])).toEqual(
      expect.arrayContaining(['main/shell/demo.ts']),
    );
    expect(filesWith(/from '[./]+\/simulator\//, ['main', 'renderer', 'shared'])).toEqual([
      'main/shell/demo.ts',
    ]);
  });

  it('and listens on this computer, with no door for tests', async () => {
    const simulator = await startSimulator();
    const { hostname, port } = new URL(simulator.url);
    expect(hostname).toBe('127.0.0.1');
    expect(new URL(simulator.mediaUrl).hostname).toBe('127.0.0.1');
    const elsewhere = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (elsewhere !== undefined) expect(await answers(elsewhere.address, Number(port))).toBe(false);
    expect((await fetch(`${simulator.url}/__simulator/state`)).status).toBe(404);
    await simulator.stop();
  });
});
