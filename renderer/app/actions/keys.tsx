import { capsOf, isMac } from './key-caps.ts';
import styles from './keys.module.css';

/** Keys as they are written on the keyboard, beside what they do. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <kbd className={styles.keys}>
      {capsOf(keys, isMac()).map((cap) => (
        <kbd key={cap} className={styles.key}>
          {cap}
        </kbd>
      ))}
    </kbd>
  );
}
