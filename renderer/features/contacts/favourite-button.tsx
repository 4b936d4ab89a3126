import type { ContactView } from '../../../shared/model/people.ts';
import { failureOf } from '../../app/bridge.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Star } from '../../ui/icons.ts';
import styles from './contacts.module.css';
import { useSetFavourite } from './use-contacts.ts';

const words = strings.contacts;

/** The star: pressed for a favourite. */
export function FavouriteButton({ contact }: { readonly contact: ContactView }) {
  const save = useSetFavourite();
  const { id: contactId, isFavourite } = contact;
  const trouble = save.isError ? strings.failures(failureOf(save.error)) : undefined;
  return (
    <>
      {trouble && (
        <span className={styles.trouble} role="alert">
          {words.notSaved}: {trouble.title}
        </span>
      )}
      <IconButton
        label={isFavourite ? words.removeFavourite : words.addFavourite}
        icon={<Star className={isFavourite ? styles.star : undefined} />}
        aria-pressed={isFavourite}
        onClick={() => save.mutate({ contactId, isFavourite: !isFavourite })}
      />
    </>
  );
}
