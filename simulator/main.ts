import { parseArgs } from 'node:util';

import { startSimulator } from './server.ts';

const USAGE = `Usage: npm run simulator -- [--port 8123] [--state file] [--seed number] [--control]
Runs a RingCentral on this machine, for any client, until it is interrupted.
`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8123' },
      state: { type: 'string' },
      seed: { type: 'string' },
      control: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const simulator = await startSimulator({
    port: wholeNumber('port', values.port),
    control: values.control,
    ...(values.state === undefined ? {} : { statePath: values.state }),
    ...(values.seed === undefined ? {} : { seed: wholeNumber('seed', values.seed) }),
  });
  const { clientId, jwt } = simulator.credentials;
  const { email, password } = simulator.account.login;
  process.stdout.write(
    `Address:   ${simulator.url}\nMedia:     ${simulator.mediaUrl}\nClient id: ${clientId}\nJWT:       ${jwt}\nSign-in:   ${email} / ${password}\n`,
  );
  // Keeps the process up also while the server plays dead.
  setInterval(() => undefined, 2 ** 30);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}".`);
  return Number(text);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
});
