import { RedirectUri } from '../../app/redirect-uri.tsx';
import { strings } from '../../../shared/strings/strings.ts';
import { perLocale } from '../../../shared/strings/language.ts';
import styles from './sign-in.module.css';

const words = strings.onboarding.help;
const list = perLocale((tag) => new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' }));

/** What has to be set up at RingCentral before anyone can sign in. */
export function WhatYouNeed(props: { readonly redirectUri: string | undefined }) {
  return (
    <div className={styles.help}>
      <p>{words.intro}</p>
      <ol className={styles.steps}>
        <li>{words.type}</li>
        <li>
          {words.redirect}
          <RedirectUri uri={props.redirectUri} isAdviceHidden isLabelHidden />
        </li>
        <li>{words.permissions(list().format(words.permissionNames))}</li>
        <li>{words.refresh}</li>
        <li>{words.clientId}</li>
      </ol>
    </div>
  );
}
