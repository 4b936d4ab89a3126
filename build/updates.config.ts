import type { Configuration } from 'electron-builder';

/** Where a build looks for its updates, as electron-builder's `publish` wants it. */
export type UpdateSource = NonNullable<
  Exclude<Configuration['publish'], readonly unknown[] | string>
>;

/**
 * Decided by the environment of the build, never written into the source:
 * `SIDETONE_UPDATES` (an https address with the channel files) wins, then the repository that a release
 * workflow runs in. With neither, the package has no `app-update.yml` and never asks anybody.
 */
export function updateSource(env: NodeJS.ProcessEnv): UpdateSource | undefined {
  const url = env['SIDETONE_UPDATES'];
  if (url !== undefined && url !== '') {
    if (URL.parse(url)?.protocol !== 'https:')
      throw new Error('SIDETONE_UPDATES must be an https address.');
    return { provider: 'generic', url };
  }
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (env['SIDETONE_RELEASE'] !== '1' || !owner || !repo) return undefined;
  return { provider: 'github', owner, repo, releaseType: 'draft' };
}

/** The page that the Linux packages name as theirs. */
export function homepage(env: NodeJS.ProcessEnv): string | undefined {
  const { SIDETONE_HOMEPAGE: page, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  if (page) return page;
  return server && repository ? `${server}/${repository}` : undefined;
}
