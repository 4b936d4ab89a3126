import { describe, expect, it } from 'vitest';

import { routes } from '../../simulator/route-table.ts';
import { nameOf } from './support/answers/run.ts';
import { operationIn, readDocument } from './support/open-api.ts';

const document = readDocument();

describe('the table of endpoints', () => {
  it.each(routes.map((route) => [nameOf(route), route] as const))(
    'counts and allows %s as the OpenAPI file says',
    (name, { group, app, user }) => {
      const operation = operationIn(document, name);
      expect({ group, app, user }).toEqual({
        group: operation?.['x-throttling-group'],
        app: operation?.['x-app-permission'],
        user: operation?.['x-user-permission'],
      });
    },
  );
});
