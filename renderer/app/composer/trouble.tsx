import type { ReactNode } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { useSession } from '../queries.ts';
import { isToldAbove } from '../trouble.ts';
import { textQuestionOf } from '../text-rules/view-model.ts';
import type { Composing } from './composing.ts';
import { useTexts } from './store.ts';
import { isAboutRecipients } from './view-model.ts';

/** What stands against texts, or against the one that was just sent. */
export function Trouble(props: {
  readonly composing: Composing;
  /** The way to what says more, where nothing can be sent at all. */
  readonly help: ReactNode;
}) {
  const { composing, help } = props;
  const failure = useTexts((texts) => texts.failures[composing.draftKey]);
  const canText = useSession().data?.canText;
  const off = canText?.can === false ? canText.failure : undefined;
  const trouble = off ?? (failure && !isAboutRecipients(failure) ? failure : undefined);
  if (trouble === undefined || textQuestionOf(trouble) !== undefined) return null;
  // Why it is that no number can text is said of the number itself.
  if (off?.message === 'text.no-sender' && composing.sender.obstacle !== undefined) return null;
  const words = strings.failures(trouble);
  return (
    <Banner
      tone="danger"
      title={words.title}
      role="alert"
      actions={off !== undefined && !isToldAbove(off) && help}
    >
      {words.advice}
    </Banner>
  );
}
