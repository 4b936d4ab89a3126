import { z } from 'zod';
import { searchKinds, type SearchPage } from '../model/search.ts';
import { call } from './define.ts';
import { instant, page } from './fields.ts';

export const searchContract = {
  /**
   * Looks through everything the archive has; works without RingCentral. What is typed is plain
   * text: several words must all be there, digits match numbers whatever their punctuation.
   */
  'search.find': call(
    page.extend({
      text: z.string().max(200),
      kind: z.enum(searchKinds).default('all'),
      from: instant.optional(),
      until: instant.optional(),
    }),
  ).returns<SearchPage>(),
};
