import { useEffect, useRef } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { RedirectUri } from '../../app/redirect-uri.tsx';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { isOtherHost, needsRedirectUri, redirectUriIn, withoutRedirectUri } from './view-model.ts';

const words = strings.onboarding.otherHost;

/** What went wrong and what to do, or the question whether to trust another server. */
export function SignInTrouble(props: {
  readonly failure: Failure;
  readonly redirectUri?: string | undefined;
  readonly onConfirmHost?: () => void;
  readonly onChangeHost?: () => void;
  /** The button that mends it, where there is one. */
  readonly mend?: React.ReactNode;
}) {
  const { failure } = props;
  if (isOtherHost(failure) && props.onConfirmHost) {
    return (
      <OtherHost
        title={strings.failures(failure).title}
        onConfirm={props.onConfirmHost}
        onChange={props.onChangeHost}
      />
    );
  }
  const hasRedirectUri = needsRedirectUri(failure);
  const { title, advice } = strings.failures(
    hasRedirectUri ? withoutRedirectUri(failure) : failure,
  );
  return (
    <>
      <Banner tone="danger" role="alert" title={title} actions={props.mend}>
        {advice}
      </Banner>
      {hasRedirectUri && (
        <RedirectUri
          uri={redirectUriIn(failure) ?? props.redirectUri}
          isAdviceHidden={failure.message === 'session.redirect-mismatch'}
        />
      )}
    </>
  );
}

/** Whether to trust another server; the way back is the one at hand. */
function OtherHost(props: {
  readonly title: string;
  readonly onConfirm: () => void;
  readonly onChange: (() => void) | undefined;
}) {
  const change = useRef<HTMLButtonElement>(null);
  // The button that asked has made room for these two.
  useEffect(() => change.current?.focus(), []);
  return (
    <Banner
      tone="warning"
      role="alert"
      title={props.title}
      actions={
        <>
          {props.onChange && (
            <Button ref={change} variant="primary" onClick={props.onChange}>
              {words.change}
            </Button>
          )}
          <Button onClick={props.onConfirm}>{words.confirm}</Button>
        </>
      }
    >
      {words.question}
    </Banner>
  );
}
