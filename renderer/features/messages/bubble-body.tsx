import { useState } from 'react';
import { PhoneText } from '../../app/phone/phone-text.tsx';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Attachments } from './attachments/attachments.tsx';
import styles from './bubble.module.css';
import type { Bubble } from './view-model.ts';

/** What a text may hold is 1,000 units; from outside anything can come. Laying out a megabyte blocks. */
const longestShown = 5000;

/** What a text says and brings along. */
export function BubbleBody({ bubble }: { readonly bubble: Bubble }) {
  return (
    <>
      <Words text={bubble.text} />
      {bubble.attachments.length > 0 && <Attachments bubble={bubble} />}
      {isEmpty(bubble) && <span className={styles.nothing}>{strings.messages.noText}</span>}
    </>
  );
}

/** RingCentral can have a text of which nothing came along. */
function isEmpty({ text, attachments }: Bubble): boolean {
  return text.trim() === '' && attachments.length === 0;
}

/** The words of a text; an endless one is shown from its start until all of it is asked for. */
function Words({ text }: { readonly text: string }) {
  const [isWhole, setIsWhole] = useState(false);
  if (isWhole || text.length <= longestShown) return <PhoneText text={text} />;
  return (
    <>
      <PhoneText text={`${text.slice(0, longestShown)}…`} />{' '}
      <Button variant="quiet" onClick={() => setIsWhole(true)}>
        {strings.messages.showAll}
      </Button>
    </>
  );
}
