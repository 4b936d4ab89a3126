import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { TextRules } from './service.ts';

/** Answers what a text would be. */
export function createTextRulesHandlers(
  rules: Pick<TextRules, 'outlook'>,
): Handlers<'texts.get-outlook'> {
  return { 'texts.get-outlook': async ({ to, from }) => ok(await rules.outlook(to, from)) };
}
