import { useEffect, useRef, useState, type ClipboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Paperclip } from '../../ui/icons.ts';
import type { Composing } from '../composer/composing.ts';
import { addFiles } from './add-files.ts';
import styles from './files.module.css';

/** Takes what is pasted into the field, and what is dropped anywhere on the conversation. */
export function FileDrop(props: { readonly composing: Composing; readonly children: ReactNode }) {
  const { draftKey } = props.composing;
  const around = useRef<HTMLDivElement>(null);
  const area = useDrop(around, draftKey);
  return (
    <div ref={around} onPaste={(event) => paste(event, draftKey)}>
      {props.children}
      {area && createPortal(<Target area={area} />, document.body)}
    </div>
  );
}

/** Where to drop, over all of the conversation. */
function Target({ area }: { readonly area: DOMRect }) {
  const { left, top, width, height } = area;
  return (
    <div className={styles.target} style={{ left, top, width, height }} role="status">
      <p>
        <Paperclip aria-hidden="true" />
        {strings.files.drop}
      </p>
    </div>
  );
}

/** Words go before pictures: office programs put a picture of a text beside it. */
function paste(event: ClipboardEvent, key: DraftKey): void {
  const { clipboardData: data } = event;
  const files = [...data.files];
  if (files.length === 0 || data.getData('text/plain') !== '') return;
  event.preventDefault();
  addFiles(key, files.map(named));
}

/** The clipboard calls every picture `image.png`. */
function named(file: File): File {
  if (file.name !== 'image.png') return file;
  return new File([file], `${strings.files.pasted}.png`, { type: file.type });
}

/** The conversation's place while files are dragged over the window; undefined otherwise. */
function useDrop(
  around: { readonly current: HTMLElement | null },
  key: DraftKey,
): DOMRect | undefined {
  const [area, setArea] = useState<DOMRect>();
  useEffect(() => {
    const pane = (): HTMLElement | undefined =>
      around.current?.closest('form')?.parentElement ?? undefined;
    const isInside = (event: DragEvent): boolean =>
      event.target instanceof Node && pane()?.contains(event.target) === true;
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      // Whatever is dropped beside it is not opened by the window either.
      event.preventDefault();
      event.dataTransfer.dropEffect = isInside(event) ? 'copy' : 'none';
      setArea((before) => before ?? pane()?.getBoundingClientRect());
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setArea(undefined);
    };
    const drop = (event: DragEvent): void => {
      setArea(undefined);
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      if (isInside(event)) addFiles(key, [...event.dataTransfer.files]);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [around, key]);
  return area;
}
