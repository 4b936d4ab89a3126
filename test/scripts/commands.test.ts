import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { binOf, inRoot } from '../../scripts/paths.ts';
import { run, runInForeground, runNode } from '../../scripts/process.ts';

const entry = inRoot('scripts', 'run.mjs');

/** Preloaded into a Node, makes it take itself for another version. */
function pretendNode(version: string): string {
  const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

describe('npm start', () => {
  it('without a display says so, names the way out and fails, before anything slow', async () => {
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const outcome = await runNode(
      [
        `--import=data:text/javascript,${encodeURIComponent("Object.defineProperty(process, 'platform', { value: 'linux' })")}`,
        entry,
        'start',
      ],
      { env, timeoutMs: 10_000 },
    );
    expect(outcome.code).toBe(1);
    expect(outcome.output).toContain('xvfb-run -a npm start');
    expect(outcome.output.trim().split('\n')).toHaveLength(1);
  });
});

describe('every script', () => {
  it.each(['20.19.5', '22.17.1'])('explains itself on Node %s', async (version) => {
    const outcome = await runNode([pretendNode(version), entry, 'check']);
    expect(outcome.code).toBe(1);
    expect(outcome.output).toContain(`needs Node 22.18 or newer and found ${version}`);
    expect(outcome.output.trim().split('\n')).toHaveLength(1);
  });

  it('exists under the name package.json gives it', async () => {
    const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [name, line] of Object.entries(manifest.scripts)) {
      expect(line).toBe(`node scripts/run.mjs ${name}`);
      const module = (await import(`../../scripts/commands/${name}.ts`)) as { main: unknown };
      expect(module.main, name).toBeTypeOf('function');
    }
  });
});

describe('binOf', () => {
  it('finds the script behind a command, by its own name or another', () => {
    expect(readFileSync(binOf('vitest'), 'utf8')).not.toBe('');
    expect(readFileSync(binOf('typescript', 'tsc'), 'utf8')).not.toBe('');
    expect(() => binOf('typescript', 'nothing')).toThrow('has no command "nothing"');
  });
});

describe('run', () => {
  it('answers with the exit code and both streams', async () => {
    const code = 'console.log("out"); console.error("err"); process.exitCode = 3';
    const outcome = await runNode(['-e', code]);
    expect(outcome).toMatchObject({ code: 3, timedOut: false });
    expect(outcome.output).toContain('out');
    expect(outcome.output).toContain('err');
  });

  it('ends a command that takes too long, and what it started', async () => {
    const child = 'setTimeout(() => {}, 60_000)';
    const code = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' }); ${child}`;
    const outcome = await runNode(['-e', code], { timeoutMs: 1000 });
    // The pipes close only when the grandchild is gone as well.
    expect(outcome).toMatchObject({ code: 124, timedOut: true });
    expect(outcome.durationMs).toBeLessThan(10_000);
  });

  it('reports a program that is not there', async () => {
    expect((await run('sidetone-no-such-program', [])).code).toBe(127);
  });
});

describe('runInForeground', () => {
  it('passes a signal on and waits for the program, also after other commands were run', async () => {
    const program =
      "process.on('SIGTERM', () => setTimeout(() => process.exit(9), 200)); setInterval(() => {}, 999); console.log('up')";
    const code = [
      `import { run, runInForeground } from ${JSON.stringify(inRoot('scripts', 'process.ts'))};`,
      `await run(process.execPath, ['--version']);`,
      `process.exitCode = await runInForeground(process.execPath, ['-e', ${JSON.stringify(program)}], process.env);`,
    ].join('\n');
    const script = spawn(process.execPath, ['--input-type=module', '-e', code]);
    await once(script.stdout, 'data');
    script.kill('SIGTERM');
    expect(await once(script, 'exit')).toEqual([9, null]);
  });

  it('answers with the exit code, or 128 + n for a signal', async () => {
    const node = (code: string) => runInForeground(process.execPath, ['-e', code], process.env);
    expect(await node('process.exitCode = 7')).toBe(7);
    expect(await node("process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 9000)")).toBe(
      143,
    );
  });
});
