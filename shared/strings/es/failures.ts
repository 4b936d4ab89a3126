import { createFailureWords } from '../failures.ts';
import { apiFailures } from './failures-api.ts';
import { archiveFailures } from './failures-archive.ts';
import { callFailures } from './failures-calls.ts';
import { fileFailures } from './failures-files.ts';
import { outsideFailures } from './failures-outside.ts';
import { sessionFailures } from './failures-session.ts';
import { systemFailures } from './failures-system.ts';
import { templateFailures } from './failures-templates.ts';
import { textFailures } from './failures-texts.ts';
import { textRefusals } from './text-refusals.ts';

export const failureWords = createFailureWords(
  {
    ...callFailures,
    ...outsideFailures,
    ...apiFailures,
    ...textFailures,
    ...templateFailures,
    ...fileFailures,
    ...sessionFailures,
    ...archiveFailures,
    ...systemFailures,
  },
  textRefusals.byCode,
);
