import { useQuery } from '@tanstack/react-query';
import { ask, failureOf } from '../../app/bridge.ts';
import { ExportButton } from '../../app/export-button.tsx';
import { longDate } from '../../app/format.ts';
import { fileSize } from '../../../shared/strings/file-size.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Facts } from '../../ui/facts.tsx';
import { FieldNote } from '../../ui/text-field.tsx';
import styles from './settings.module.css';
import { Card } from './card.tsx';

const words = strings.keeping.archive;

/** How large the archive is, how far it goes back, and how it is protected. */
export function ArchiveSize() {
  const size = useQuery({
    queryKey: ['archive-size'],
    queryFn: () => ask('archive.get-size', undefined),
    // Every sync changes it, and nobody watches it grow.
    staleTime: 0,
  });
  const view = size.data;
  const trouble = size.isError ? strings.failures(failureOf(size.error)) : undefined;
  return (
    <Card place="archive-size" isBusy={size.isPending}>
      {trouble && (
        <FieldNote id="archive-size-trouble" isError>
          {trouble.title}. {trouble.advice}
        </FieldNote>
      )}
      {view && (
        <Facts
          facts={[
            [words.size, fileSize(view.fileBytes)],
            [words.holds, words.listed({ ...view, notes: 0 })],
            [words.since, view.oldestAt === undefined ? undefined : longDate(view.oldestAt)],
          ]}
        />
      )}
      <div className={styles.actions}>
        <ExportButton what={{ kind: 'everything' }} />
      </div>
    </Card>
  );
}
