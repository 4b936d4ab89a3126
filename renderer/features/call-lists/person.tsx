import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { CallListEntry, CallListView } from '../../../shared/model/call-lists.ts';
import type { ActiveCall } from '../../../shared/model/calls.ts';
import { whyCallsAreOff } from '../../app/calls/calls-off.ts';
import { LocalTimeLine } from '../../app/local-time/local-time-line.tsx';
import { CallNotes } from '../../app/notes/call-notes.tsx';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { usePartyWords, whoseOf } from '../../app/party.ts';
import { ClickablePhone } from '../../app/phone/clickable-phone.tsx';
import { useSession } from '../../app/queries.ts';
import { Timeline } from '../../app/timeline/timeline.tsx';
import { isToldAbove, offersDevice } from '../../app/trouble.ts';
import { callWithDevice } from '../../app/use-dial.ts';
import { useOutlook } from '../../app/use-outlook.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Ban, ChevronRight, Phone, RotateCcw, SkipForward, Smartphone } from '../../ui/icons.ts';
import styles from './call-lists.module.css';
import { useWorkOffers } from './use-work-offers.ts';
import { useWork } from './use-work.ts';
import { keyInOf } from './view-model.ts';
import { useWorkKeys } from './work-keys.ts';

const words = strings.callLists.work;

/** Who is in hand, large, with everything to know before the call and to write down after it. */
export function Person(props: {
  readonly list: CallListView;
  readonly entry: CallListEntry;
  /** The part of the window in which the keys work. */
  readonly part: RefObject<HTMLElement | null>;
}) {
  const { list, entry } = props;
  const work = useWork(list, entry);
  const notes = useRef<HTMLDivElement>(null);
  const isRunning = work.running !== undefined;
  const off = whyCallsAreOff(useSession().data);
  const call = (): void => {
    if (!isRunning && off === undefined) void work.call();
  };
  const skip = (): void => {
    if (entry.state === 'open') void work.skip();
  };
  const next = (): void => void work.next();
  useWorkKeys(props.part, { call, skip, next });
  useWorkOffers(entry, { call: off === undefined && !isRunning ? call : undefined, skip, next });
  useFocusAfterCall(isRunning, props.part, notes);
  const whose = whoseOf(entry.party);
  return (
    <article className={styles.person}>
      <PersonFacts entry={entry} />
      <div className={styles.actions}>
        <Button
          variant={entry.state === 'open' ? 'primary' : 'secondary'}
          icon={<Phone />}
          aria-keyshortcuts={isRunning ? undefined : 'Enter'}
          aria-disabled={isRunning || off !== undefined}
          // Held down on what was pressed before, Enter would call whoever has come.
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          onClick={call}
        >
          {callWords(entry, work.running)}
        </Button>
        {entry.state === 'open' && (
          <Button icon={<SkipForward />} aria-keyshortcuts="S" onClick={skip}>
            {words.skip}
          </Button>
        )}
        {entry.state === 'skipped' && (
          <Button icon={<RotateCcw />} onClick={() => void work.settle('open')}>
            {words.takeUp}
          </Button>
        )}
        <Button
          variant={entry.state === 'open' ? 'secondary' : 'primary'}
          icon={<ChevronRight />}
          aria-keyshortcuts="N ArrowRight"
          onClick={next}
        >
          {words.next}
        </Button>
        <span className={styles.keys} role="status">
          {work.isAlone ? words.onlyOne : isRunning ? words.keysInCall : words.keys[entry.state]}
        </span>
      </div>
      <TroubleLine failure={work.failure} />
      {off && <Off failure={off} entry={entry} />}
      {entry.callId && (
        <div ref={notes}>
          <CallNotes callId={entry.callId} party={entry.party} />
        </div>
      )}
      {whose && (
        <div className={styles.timeline}>
          <Timeline whose={whose} {...(entry.callId && { below: entry.callId })} />
        </div>
      )}
    </article>
  );
}

/** What the button says: how the call to them stands while there is one. */
function callWords({ state }: CallListEntry, running: ActiveCall | undefined): string {
  if (running !== undefined) return running.state === 'connected' ? words.inCall : words.calling;
  return state === 'called' ? words.callAgain : words.call;
}

function PersonFacts({ entry }: { readonly entry: CallListEntry }) {
  const { party } = entry;
  const who = usePartyWords().title(party);
  const outlook = useOutlook(entry.dial);
  const heading = useRef<HTMLHeadingElement>(null);
  // The keyboard comes along to whoever was taken in hand, unless somebody writes.
  useEffect(() => {
    if (!isTextField(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, []);
  const keyIn = keyInOf(entry);
  return (
    <>
      <header className={styles.face}>
        <Avatar name={party.name} size="large" />
        <div className={styles.who}>
          <h3 ref={heading} tabIndex={-1} className={styles.fullName} data-in-hand>
            {who}
          </h3>
          <span className={styles.reach}>
            <ClickablePhone number={entry.party.number ?? entry.dial} party={party} />
            {party.company !== undefined && <span>{party.company}</span>}
          </span>
          <LocalTimeLine localTime={outlook?.localTime} place={outlook?.place} />
        </div>
      </header>
      {entry.isDoNotCall && (
        <p className={styles.mark}>
          <Ban aria-hidden="true" />
          {words.doNotCall}
        </p>
      )}
      {keyIn !== undefined && <p className={styles.soft}>{words.keyIn(keyIn)}</p>}
      {entry.listedName !== undefined && (
        <p className={styles.soft}>{words.listedName(entry.listedName)}</p>
      )}
      <Details details={entry.details} />
    </>
  );
}

function Details({ details }: Pick<CallListEntry, 'details'>): ReactNode {
  if (details.length === 0) return null;
  return (
    <dl className={styles.details} aria-label={words.details}>
      {[...new Map(details.map((detail) => [detail.join(':'), detail]))].map(
        ([key, [column, value]]) => (
          <div key={key}>
            <dt>{column || words.unnamed}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** Why nobody can be called now, and the other way. */
function Off(props: {
  readonly failure: Parameters<typeof strings.failures>[0];
  readonly entry: CallListEntry;
}) {
  const { failure, entry } = props;
  const { title, advice } = strings.failures(failure);
  const who = usePartyWords().title(entry.party);
  return (
    <>
      {!isToldAbove(failure) && (
        <Banner tone="danger" role="alert" title={title}>
          {advice}
        </Banner>
      )}
      {offersDevice(failure) && (
        <div className={styles.actions}>
          <Button
            icon={<Smartphone />}
            onClick={() => void callWithDevice({ number: entry.dial, who })}
          >
            {words.withDevice}
          </Button>
        </div>
      )}
    </>
  );
}

/** When a call has ended the outcome is next: the keyboard goes there, unless somebody writes. */
function useFocusAfterCall(
  isRunning: boolean,
  part: RefObject<HTMLElement | null>,
  notes: RefObject<HTMLElement | null>,
): void {
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    const hasEnded = wasRunning.current && !isRunning;
    wasRunning.current = isRunning;
    if (!hasEnded) return;
    const { activeElement: active } = document;
    const isFree = active === document.body || part.current?.contains(active) === true;
    if (isFree && !isTextField(active)) {
      notes.current?.querySelector<HTMLElement>('[role="group"] button')?.focus();
    }
  }, [isRunning, part, notes]);
}

function isTextField(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
