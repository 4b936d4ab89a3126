import { runInForeground } from '../process.ts';
import { chooseRuntime, hasDisplay } from '../runtime.ts';
import { buildApp } from '../suites.ts';
import { Trouble } from '../trouble.ts';

/** `npm start [-- arguments]`: builds the app and opens it. */
export async function main(args: readonly string[]): Promise<number> {
  if (!hasDisplay()) {
    throw new Trouble(
      'There is no display to open a window on. Run it with a virtual one: xvfb-run -a npm start',
    );
  }
  const runtime = await chooseRuntime('shown');
  await buildApp(runtime.env);
  return runInForeground(runtime.executable, ['.', ...args], runtime.env);
}
