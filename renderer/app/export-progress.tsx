import type { ExportView } from '../../shared/model/keeping.ts';
import { strings } from '../../shared/strings/strings.ts';
import { locale } from '../../shared/strings/language.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { call } from './bridge.ts';
import styles from './export-progress.module.css';
import { dismissExport, useExport, useExportNote } from './use-exports.ts';

const words = strings.keeping.exports;

/** How far an export is, and what became of the last one until it is put away. */
export function ExportProgress() {
  const view = useExport().data ?? undefined;
  const { refused, dismissedId } = useExportNote();
  if (refused) return <Trouble failure={refused} id={undefined} />;
  if (view === undefined) return null;
  if (view.state === 'running') return <Running view={view} />;
  if (view.id === dismissedId) return null;
  if (view.failure) return <Trouble failure={view.failure} id={view.id} />;
  return (
    <Banner
      tone="info"
      isFlush
      role="status"
      title={
        view.state === 'done'
          ? words.done(view.fileName, view.rows)
          : words.cancelled(view.fileName)
      }
      actions={<Button onClick={() => dismissExport(view.id)}>{strings.app.dismiss}</Button>}
    />
  );
}

function Running({ view: { fileName, rows, total } }: { readonly view: ExportView }) {
  const written = words.progress(rows.toLocaleString(locale()), total?.toLocaleString(locale()));
  return (
    <section className={styles.bar} aria-label={words.progressLabel}>
      <span className={styles.words}>
        <strong>{words.running(fileName)}</strong>
        <span className={styles.count}>{written}</span>
      </span>
      <progress
        className={styles.progress}
        aria-label={words.running(fileName)}
        max={total === undefined ? undefined : Math.max(total, 1)}
        value={total === undefined ? undefined : rows}
      />
      <Button onClick={() => void call('exports.cancel', undefined)}>{words.cancel}</Button>
    </section>
  );
}

function Trouble(props: {
  readonly failure: NonNullable<ExportView['failure']>;
  readonly id: string | undefined;
}) {
  const { title, advice } = strings.failures(props.failure);
  return (
    <Banner
      tone="danger"
      isFlush
      role="alert"
      title={title}
      actions={<Button onClick={() => dismissExport(props.id)}>{strings.app.dismiss}</Button>}
    >
      {advice}
    </Banner>
  );
}
