import { describe, expect, it } from 'vitest';
import { roomOf, rooms } from './rooms.ts';
import { importsOf, read, sourceFiles, type Import } from './source.ts';

const house = ['shared', 'main', 'preload', 'renderer', 'simulator'].flatMap(sourceFiles);

/** Says why an import is not allowed, or nothing. */
function objection(file: string, { to, isFile, typeOnly }: Import): string | undefined {
  const room = roomOf(file);
  if (room === undefined) return `${file} is in no room`;
  const allowed = isFile ? room.rooms : room.packages;
  const more = typeOnly ? (room.typesOnly ?? []) : [];
  const matches = [...allowed, ...more].some((start) =>
    isFile ? to === start || to.startsWith(start) : to === start,
  );
  return matches ? undefined : `${file} must not import ${to}`;
}

describe('the rooms of the house', () => {
  it('hold files', () => {
    const empty = rooms.filter(({ path }) => !house.some((file) => roomOf(file)?.path === path));
    expect(empty).toEqual([]);
  });

  it('import only what their row of the table allows', () => {
    const objections = house.flatMap((file) =>
      importsOf(file).flatMap((found) => objection(file, found) ?? []),
    );
    expect(objections).toEqual([]);
  });

  it('refuse what the table does not allow', () => {
    const forbidden: [string, Partial<Import> & { to: string }][] = [
      ['shared/model/ids.ts', { to: 'node:' }],
      ['main/core/core.ts', { to: 'electron' }],
      ['main/core/calls/service.ts', { to: '@ringcentral/sdk' }],
      ['main/core/core.ts', { to: 'main/shell/app.ts', isFile: true }],
      ['main/shell/window.ts', { to: 'simulator/server.ts', isFile: true }],
      ['preload/index.ts', { to: 'zod' }],
      ['renderer/main.tsx', { to: 'zod' }],
      ['renderer/main.tsx', { to: 'shared/contract/index.ts', isFile: true }],
      ['renderer/features/calls/view.tsx', { to: '@base-ui/react' }],
      ['simulator/server.ts', { to: 'main/core/core.ts', isFile: true }],
    ];
    for (const [file, found] of forbidden) {
      expect(objection(file, { isFile: false, typeOnly: false, ...found }), file).toBeDefined();
    }
  });
});

/** Whether a file of the core uses the queries of a room that it is neither in nor around. */
function reachesIntoQueries(file: string, to: string): boolean {
  if (!/^main\/core\/.+\/queries\.ts$/.test(to) || file === 'main/core/db/worker.ts') return false;
  const isInside = file.startsWith(to.slice(0, -'queries.ts'.length));
  const isAround = to.startsWith(file.slice(0, file.lastIndexOf('/') + 1));
  return !isInside && !isAround;
}

describe('features keep their insides to themselves', () => {
  it('in the core: another feature’s service and rows, never its queries', () => {
    const reaching = sourceFiles('main/core').flatMap((file) => {
      return importsOf(file)
        .filter(({ to }) => reachesIntoQueries(file, to))
        .map(({ to }) => `${file} reaches into ${to}`);
    });
    expect(reaching).toEqual([]);
  });

  it('in the core: rooms within a room too', () => {
    const nested = 'main/core/sync/messages/queries.ts';
    expect(reachesIntoQueries('main/core/sync/messages/apply.ts', nested)).toBe(false);
    expect(reachesIntoQueries('main/core/messages/service.ts', nested)).toBe(true);
    expect(reachesIntoQueries('main/core/sync/calls/apply.ts', nested)).toBe(true);
    expect(reachesIntoQueries('main/core/sync/engine.ts', nested)).toBe(false);
    expect(reachesIntoQueries('main/core/calls/service.ts', 'main/core/sync/queries.ts')).toBe(
      true,
    );
  });

  it('in the window: nothing of another feature', () => {
    const reaching = sourceFiles('renderer/features').flatMap((file) => {
      const [, , feature] = file.split('/');
      return importsOf(file)
        .filter(({ to }) => to.startsWith('renderer/features/'))
        .filter(({ to }) => to.split('/')[2] !== feature)
        .map(({ to }) => `${file} reaches into ${to}`);
    });
    expect(reaching).toEqual([]);
  });

  it('and SQL stays in queries, rows and the database room', () => {
    const sql =
      /\b(?:SELECT\s+[\w*(]|INSERT\s+(?:OR\s+\w+\s+)?INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b/;
    const stray = sourceFiles('main')
      .filter((file) => !/\/(?:queries|rows)\.ts$|^main\/core\/db\//.test(file))
      .filter((file) => sql.test(read(file)));
    expect(stray).toEqual([]);
  });
});
