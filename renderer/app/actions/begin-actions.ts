import type { Failure } from '../../../shared/failure.ts';
import type { Capability } from '../../../shared/model/session.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../bridge.ts';
import {
  beginCallList,
  focusDialer,
  openCompose,
  openContactPanel,
  openSeparate,
} from '../ui-store.ts';
import type { Action, Facts } from './action.ts';
import { tellOutcome } from './news.ts';

const words = strings.actions;
const { keywords } = words;

/** What is begun: calls, texts, contacts, lists. */
export function beginActions({ session }: Facts): readonly Action[] {
  const noCalls = obstacleOf(session?.canCall);
  const noTexts = obstacleOf(session?.canText);
  return [
    {
      id: 'call',
      group: 'begin',
      label: words.call,
      keywords: keywords.newCall,
      obstacle: noCalls,
      page: () => ({ kind: 'people', deed: 'call' }),
    },
    {
      id: 'text',
      group: 'begin',
      label: words.text,
      keywords: keywords.newText,
      obstacle: noTexts,
      page: () => ({ kind: 'people', deed: 'text' }),
    },
    {
      id: 'person',
      group: 'begin',
      label: words.open,
      page: () => ({ kind: 'people', deed: 'open' }),
    },
    {
      id: 'new-call',
      group: 'begin',
      label: words.newCall,
      keywords: keywords.newCall,
      shortcut: 'dialer',
      run: focusDialer,
    },
    {
      id: 'new-text',
      group: 'begin',
      label: words.newText,
      keywords: keywords.newText,
      shortcut: 'new-text',
      run: () => openCompose(),
    },
    {
      id: 'quick-text',
      group: 'begin',
      label: words.quickText,
      keywords: keywords.quickText,
      run: () => void tellOutcome(call('quick.open', {}), {}),
    },
    {
      id: 'separate',
      group: 'begin',
      label: words.separate,
      keywords: keywords.separate,
      obstacle: noTexts,
      run: () => openSeparate({ from: 'csv' }),
    },
    {
      id: 'new-contact',
      group: 'begin',
      label: words.newContact,
      keywords: keywords.newContact,
      run: () => openContactPanel('new'),
    },
    {
      // Offered by the composer in hand, where there is one.
      id: 'insert-template',
      group: 'begin',
      label: words.insertTemplate,
      keywords: keywords.template,
      obstacle: words.noComposer,
      run: () => openCompose(),
    },
    {
      id: 'import-contacts',
      group: 'begin',
      label: words.importContacts,
      keywords: keywords.importContacts,
      run: () => openContactPanel('import'),
    },
    {
      id: 'new-call-list',
      group: 'begin',
      label: words.newCallList,
      keywords: keywords.newCallList,
      run: () => beginCallList({ from: 'file' }),
    },
  ];
}

/** Why something is off, in words; undefined while it works or nothing is known yet. */
export function obstacleOf(capability: Capability | undefined): string | undefined {
  return capability?.can === false ? titleOf(capability.failure) : undefined;
}

function titleOf(failure: Failure): string {
  return strings.failures(failure).title;
}
