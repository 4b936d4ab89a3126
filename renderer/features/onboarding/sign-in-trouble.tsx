import type { Failure } from '../../../shared/failure.ts';
import { RedirectUri } from '../../app/redirect-uri.tsx';
import { en } from '../../strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { isOtherHost, needsRedirectUri, redirectUriIn, withoutRedirectUri } from './view-model.ts';

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
      <Banner
        tone="warning"
        role="alert"
        title={en.failures(failure).title}
        actions={
          <>
            {props.onChangeHost && (
              <Button onClick={props.onChangeHost}>{en.onboarding.otherHost.change}</Button>
            )}
            <Button variant="primary" onClick={props.onConfirmHost}>
              {en.onboarding.otherHost.confirm}
            </Button>
          </>
        }
      >
        {en.onboarding.otherHost.question}
      </Banner>
    );
  }
  const hasRedirectUri = needsRedirectUri(failure);
  const words = en.failures(hasRedirectUri ? withoutRedirectUri(failure) : failure);
  return (
    <>
      <Banner tone="danger" role="alert" title={words.title} actions={props.mend}>
        {words.advice}
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
