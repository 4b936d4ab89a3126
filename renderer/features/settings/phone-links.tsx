import { linkSchemes, type LinksView } from '../../../shared/model/links.ts';
import { failureOf } from '../../app/bridge.ts';
import {
  useChangeLinks,
  useLinks,
  useLinksOnReturn,
  type LinksChange,
} from '../../app/links/use-links.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import styles from './settings.module.css';
import { Card } from './card.tsx';

const words = strings.links;

/** Which program opens clicks on phone numbers, and making it Sidetone or giving it back. */
export function PhoneLinks() {
  const links = useLinks(true);
  useLinksOnReturn();
  return (
    <Card place="phone-links">
      {links.isPending && <SkeletonRows rows={3} />}
      {links.isError && (
        <Banner
          tone="danger"
          role="alert"
          title={words.unreadable}
          actions={<Button onClick={() => void links.refetch()}>{strings.app.tryAgain}</Button>}
        >
          {strings.failures(failureOf(links.error)).advice}
        </Banner>
      )}
      {links.data && <Standing view={links.data} />}
    </Card>
  );
}

function Standing({ view }: { readonly view: LinksView }) {
  const change = useChangeLinks();
  const trouble = change.isError ? strings.failures(failureOf(change.error)) : undefined;
  const way = words.ways[view.platform];
  return (
    <>
      <Facts
        facts={linkSchemes.map((scheme) => [
          words.schemes[scheme],
          words.opener(view.standings[scheme], scheme === 'tel' ? view.otherName : undefined),
        ])}
      />
      {trouble && (
        <Banner tone="danger" role="alert" title={trouble.title}>
          {trouble.advice}
        </Banner>
      )}
      <p className={styles.advice}>{view.way === 'unsupported' ? way.unsupported : way.possible}</p>
      <Actions view={view} isBusy={change.isPending} onChange={change.mutate} />
      <p role="status" className={change.isSuccess ? styles.advice : 'read-only-aloud'}>
        {change.isPending && words.working}
        {change.isSuccess && words.done[view.standings.tel]}
      </p>
    </>
  );
}

function Actions(props: {
  readonly view: LinksView;
  readonly isBusy: boolean;
  readonly onChange: (change: LinksChange) => void;
}) {
  const { view, isBusy } = props;
  if (view.way === 'unsupported') return null;
  const standings = Object.values(view.standings);
  const ask = (change: LinksChange) => () => !isBusy && props.onChange(change);
  if (view.way === 'choose') {
    return (
      <div className={styles.actions}>
        <Button aria-disabled={isBusy} onClick={ask('links.take')}>
          {words.choose}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.actions}>
      {standings.some((standing) => standing !== 'sidetone') && (
        <Button variant="primary" aria-disabled={isBusy} onClick={ask('links.take')}>
          {words.take}
        </Button>
      )}
      {view.canGiveBack && standings.includes('sidetone') && (
        <Button aria-disabled={isBusy} onClick={ask('links.give-back')}>
          {words.giveBack}
        </Button>
      )}
    </div>
  );
}
