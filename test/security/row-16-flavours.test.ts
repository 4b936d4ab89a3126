import { describe, expect, it } from 'vitest';
import { releaseFuses, testFuses } from '../../build/fuses.ts';
import { packageConfig, type Flavour } from '../../build/package.config.ts';

const configOf = (flavour: Flavour) =>
  packageConfig({
    flavour,
    env: { GITHUB_REPOSITORY: 'example/sidetone' },
    output: 'out',
    prepared: 'out',
  });

describe('security 16: what tests can drive is built apart, and never shipped', () => {
  it('it differs in one fuse, the one that lets Playwright in', () => {
    expect(testFuses).toEqual({ ...releaseFuses, enableNodeCliInspectArguments: true });
    expect(configOf('test').electronFuses).toMatchObject({ enableNodeCliInspectArguments: true });
    expect(configOf('release').electronFuses).toMatchObject({
      enableNodeCliInspectArguments: false,
    });
  });

  it('and has nowhere to be published to', () => {
    expect(configOf('test').publish).toBeNull();
  });
});
