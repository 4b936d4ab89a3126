import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on the page as it stands, the size of targets as well, of whatever impact. */
export async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    // Advice, not criteria: see the same list in test/renderer/access/scan.ts.
    .options({
      rules: {
        'target-size': { enabled: true },
        region: { enabled: false },
        'page-has-heading-one': { enabled: false },
      },
    })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}
