import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { CallQuestion } from '../../../shared/model/calls.ts';
import { noAnswers, questionOf, sayYes, type Answers } from '../../app/call-question/view-model.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { call } from '../../app/bridge.ts';
import { startText } from '../../app/start-text.ts';
import { openCompose, openContact, openNewContact, useUi } from '../../app/ui-store.ts';
import { callWithDevice, useDial } from '../../app/use-dial.ts';
import { usePartyWords } from '../../app/party.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { dismissCard } from './use-card-keys.ts';
import { asDialled, headOf, type Deed, type Proposal } from './view-model.ts';

/** A proposal in the hands of the user: what is being asked of them, and what they can do. */
export function useProposal(card: Proposal) {
  const { outlook } = card;
  const { number, party, typed } = outlook;
  const dial = useDial();
  const head = headOf(outlook, usePartyWords());
  const who = head.title;
  const [answers, setAnswers] = useState<Answers>(noAnswers);
  const [question, setQuestion] = useState<CallQuestion>();
  const [refused, setRefused] = useState<Failure>();
  const [callerId, setCallerId] = useState<E164>();
  const [copying, copy] = useCopy(number ?? typed);

  const place = async (said: Answers): Promise<void> => {
    setQuestion(undefined);
    setRefused(undefined);
    const result = await dial({ number: typed, who, cardId: card.id, callerId, ...said });
    // Placed: the card becomes that of its call. Not asked: it was pressed a moment ago already.
    if (result === undefined || result.ok) return;
    const asked = questionOf(result.failure);
    setAnswers(said);
    if (asked === undefined) setRefused(result.failure);
    else setQuestion(asked);
  };
  /** Goes on to the next question that has no yes, and calls when there is none. */
  const goOn = (said: Answers): void => {
    const next = outlook.questions.find((each) => !said.confirmed.includes(each));
    setAnswers(said);
    if (next === undefined) void place(said);
    else setQuestion(next);
  };
  const text = async (): Promise<void> => {
    const recipient = { number: number ?? typed, party };
    if (card.body === undefined) await startText(recipient);
    else openCompose([recipient], { body: card.body });
    dismissCard(card.id);
  };
  const device = async (): Promise<void> => {
    await callWithDevice({ number: typed, who });
    const { deviceNumber, callTrouble } = useUi.getState();
    if (deviceNumber === undefined && callTrouble === undefined) dismissCard(card.id);
  };
  const openCrm = async (): Promise<void> => {
    const opened = await call('cards.open-crm', { cardId: card.id });
    setRefused(opened.ok ? undefined : opened.failure);
  };
  const deeds: Readonly<Record<Deed, () => void>> = {
    call: () => goOn(noAnswers),
    text: () => void text(),
    device: () => void device(),
    copy,
    add: () => openNewContact(number ?? typed),
    open: () => party.contactId && openContact(party.contactId),
    crm: () => void openCrm(),
    cancel: () => dismissCard(card.id),
  };
  return {
    head,
    who,
    dialled: asDialled(outlook),
    question,
    refused,
    copying,
    callerId,
    setCallerId,
    act: (deed: Deed) => deeds[deed](),
    yes: (reason: string) => question && goOn(sayYes(answers, question, reason)),
    no: () => {
      setQuestion(undefined);
      setAnswers(noAnswers);
    },
  };
}
