import type { TextRules } from '../text-rules/service.ts';
import type { Templates } from '../templates/service.ts';
import { createBatches, type SendText } from './batches/service.ts';
import { createSeparateHandlers } from './handlers.ts';
import { createSeparateReading, type SeparateReadingDeps } from './service.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';

/** A text of its own to each of several people: who gets one, and handing them over. */
export type Separate = {
  readonly handlers: ReturnType<typeof createSeparateHandlers>;
  stop(): Promise<void>;
};

/** Builds it. */
export function createSeparate(
  deps: Omit<SeparateReadingDeps, 'archive' | 'clock' | 'outlook' | 'ownValues'> & {
    readonly archive: Archive;
    readonly clock: Clock;
    readonly events: Pick<Events, 'changed'>;
    readonly rules: Pick<TextRules, 'outlook'>;
    readonly templates: Pick<Templates, 'ownValues'>;
    readonly send: SendText;
  },
): Separate {
  const { rules, templates, ...common } = deps;
  const reading = createSeparateReading({
    ...common,
    outlook: rules.outlook,
    ownValues: templates.ownValues,
  });
  const batches = createBatches(deps);
  return {
    handlers: createSeparateHandlers(reading, batches),
    async stop() {
      reading.stop();
      await batches.stop();
    },
  };
}
