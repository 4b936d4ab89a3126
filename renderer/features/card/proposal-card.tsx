import type { Failure } from '../../../shared/failure.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { CallerId } from '../../app/caller-id/caller-id.tsx';
import { CallQuestion } from '../../app/call-question/call-question.tsx';
import { PersonBriefView } from '../../app/incoming/person-brief.tsx';
import { LocalTimeLine } from '../../app/local-time/local-time-line.tsx';
import { usePartyWords } from '../../app/party.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Banner } from '../../ui/banner.tsx';
import { cx } from '../../ui/class-names.ts';
import { CardFrame } from './card-frame.tsx';
import styles from './card.module.css';
import { ProposalActions } from './proposal-actions.tsx';
import { Cautions } from './cautions.tsx';
import { RepeatLine } from './repeat-line.tsx';
import { useProposal } from './use-proposal.ts';
import { useQuestionFocus } from './use-question-focus.ts';
import { headOf, type Proposal } from './view-model.ts';

/** A number that waits for a yes: whose it is, exactly what is dialled, and what can be done. */
export function ProposalCard(props: { readonly card: Proposal; readonly isShort: boolean }) {
  const { card, isShort } = props;
  const { obstacle, refusal, typed } = card.outlook;
  const proposal = useProposal(card);
  const { question, refused } = proposal;
  const place = useQuestionFocus(question);
  const reason = refused ?? refusal ?? obstacle;
  return (
    <CardFrame card={card} from={fromWords(card)}>
      <Head card={card} isShort={isShort} />
      {!isShort && <Facts card={card} proposal={proposal} />}
      {!question && <Cautions questions={card.outlook.questions} />}
      <RepeatLine card={card} />
      {reason && <Reason failure={reason} isFinal={refusal !== undefined} />}
      <div ref={place} className={styles.place} tabIndex={-1}>
        {question ? (
          <CallQuestion
            question={question}
            number={typed}
            who={proposal.who}
            isTimeTold
            onYes={proposal.yes}
            onNo={proposal.no}
          />
        ) : (
          <ProposalActions card={card} isShort={isShort} proposal={proposal} />
        )}
      </div>
    </CardFrame>
  );
}

/** Where it came from: a program by its name. */
function fromWords({ askedBy, source }: Proposal): string {
  return askedBy === undefined ? strings.cards.from[source] : strings.cards.askedBy(askedBy);
}

function Head({ card, isShort }: { readonly card: Proposal; readonly isShort: boolean }) {
  const { party, keyIn, localTime, place } = card.outlook;
  const { title, company, number } = headOf(card.outlook, usePartyWords());
  return (
    <div className={styles.who}>
      <Avatar name={party.name} size={isShort ? 'row' : 'large'} />
      <div className={styles.words}>
        <h1 className={cx(styles.title, number === undefined && 'figures')}>{title}</h1>
        {company && <p className={styles.soft}>{company}</p>}
        {number && <p className={cx(styles.number, 'figures')}>{number}</p>}
        {keyIn && (
          <p className={cx(styles.keyIn, 'figures')}>
            {strings.cards.keyIn(keyIn.replace(/,+/g, ' … '))}
          </p>
        )}
        <p className={styles.soft}>
          <LocalTimeLine localTime={localTime} place={place} />
        </p>
      </div>
    </div>
  );
}

/** What there is to know before the first word, and what the other side will see. */
function Facts(props: {
  readonly card: Proposal;
  readonly proposal: ReturnType<typeof useProposal>;
}) {
  const { card, proposal } = props;
  const { party, refusal } = card.outlook;
  if (refusal !== undefined) return null;
  return (
    <>
      <PersonBriefView brief={card.brief} party={party} />
      {card.body !== undefined && (
        <blockquote className={styles.body} aria-label={strings.cards.body}>
          {card.body}
        </blockquote>
      )}
      {card.prefers === 'call' && (
        <CallerId
          outlook={card.outlook}
          chosen={proposal.callerId}
          onChange={proposal.setCallerId}
        />
      )}
    </>
  );
}

function Reason({ failure, isFinal }: { readonly failure: Failure; readonly isFinal: boolean }) {
  const { title, advice } = strings.failures(failure);
  return (
    <Banner tone={isFinal ? 'danger' : 'warning'} role="alert" title={title}>
      {advice}
    </Banner>
  );
}
