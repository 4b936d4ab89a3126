import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent } from 'react';
import type { ShortcutView } from '../../../shared/model/links.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ask, failureOf } from '../../app/bridge.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyLine } from '../../ui/copy-line.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { FieldNote } from '../../ui/text-field.tsx';
import { keyCaps, toPressed, type Pressed } from './shortcut-keys.ts';
import cards from './settings.module.css';
import styles from './shortcut.module.css';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.shortcut;
/** What a desktop runs that keeps its keys for itself. */
const command = 'sidetone call --clipboard';

const places = { propose: 'shortcut', 'quick-text': 'quick-text-shortcut' } as const;
const settingOf = { propose: 'shortcut', 'quick-text': 'quickTextShortcut' } as const;
const calls = {
  propose: { get: 'shortcut.get', set: 'shortcut.set' },
  'quick-text': { get: 'quick.get-shortcut', set: 'quick.set-shortcut' },
} as const;

/** Keys from any program: to propose the number in the selection or the clipboard, or to write a text. */
export function Shortcut({ kind }: { readonly kind: keyof typeof calls }) {
  const client = useQueryClient();
  const queryKey = ['settings', 'shortcut', kind] as const;
  const shortcut = useQuery({ queryKey, queryFn: () => ask(calls[kind].get, undefined) });
  const change = useMutation({
    networkMode: 'always',
    mutationFn: (accelerator: string | undefined) =>
      ask(calls[kind].set, { accelerator: accelerator ?? null }),
    onSuccess: (view) => client.setQueryData(queryKey, view),
  });
  const view = shortcut.data;
  const reads = view?.reads.includes('selection') === true ? 'selection' : 'clipboard';
  return (
    <Card place={places[kind]} {...(kind === 'propose' ? { sentence: words.advice[reads] } : {})}>
      {shortcut.isPending && <SkeletonRows rows={1} />}
      {shortcut.isError && (
        <Banner
          tone="danger"
          role="alert"
          title={words.unreadable}
          actions={<Button onClick={() => void shortcut.refetch()}>{strings.app.tryAgain}</Button>}
        >
          {strings.failures(failureOf(shortcut.error)).advice}
        </Banner>
      )}
      {view?.standing === 'unsupported' && <Unsupported kind={kind} />}
      {view && view.standing !== 'unsupported' && (
        <Setting name={settingOf[kind]}>
          <Keys
            view={view}
            change={change}
            names={kind === 'propose' ? words : strings.quick.shortcut}
          />
        </Setting>
      )}
    </Card>
  );
}

type Change = {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly mutate: (accelerator: string | undefined) => void;
  readonly reset: () => void;
};

function Keys(props: {
  readonly view: ShortcutView;
  readonly change: Change;
  /** What its buttons are called: no two on a page alike. */
  readonly names: Readonly<Record<'choose' | 'change' | 'clear', string>>;
}) {
  const { view, change, names } = props;
  const noteId = useId();
  const [isRecording, setRecording] = useState(false);
  const [pressed, setPressed] = useState<Pressed>();
  const refused = change.error ? strings.failures(failureOf(change.error)) : undefined;
  const stop = (): void => {
    setRecording(false);
    setPressed(undefined);
  };
  const press = (event: KeyboardEvent): void => {
    // Tab goes on to what comes next, as it does everywhere.
    if (!isRecording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    const next = toPressed(event.nativeEvent, view.session);
    setPressed(next);
    if (next.kind !== 'accelerator' || event.repeat) return;
    stop();
    change.mutate(next.accelerator);
  };
  const shown = pressed === undefined ? [] : keyCaps(keysOf(pressed), view.session);
  return (
    <>
      <div className={styles.line}>
        <span className={styles.label}>{words.keys}</span>
        <KeyCaps keys={view.accelerator ?? ''} session={view.session} />
        <div className={cards.actions}>
          <Button
            variant={isRecording ? 'primary' : 'secondary'}
            aria-pressed={isRecording}
            aria-describedby={noteId}
            aria-disabled={change.isPending}
            onClick={() => {
              if (change.isPending) return;
              change.reset();
              setRecording(true);
            }}
            onKeyDown={press}
            onKeyUp={() => setPressed((now) => (now?.kind === 'modifiers' ? undefined : now))}
            onBlur={stop}
          >
            {isRecording
              ? shown.length > 0
                ? shown.join(' + ')
                : words.recording
              : view.accelerator === undefined
                ? names.choose
                : names.change}
          </Button>
          {view.accelerator !== undefined && !isRecording && (
            <Button variant="quiet" onClick={() => change.mutate(undefined)}>
              {names.clear}
            </Button>
          )}
        </div>
      </div>
      <p id={noteId} role="status" className={cards.advice}>
        {noteOf({ view, isRecording, isPending: change.isPending, pressed, shown })}
      </p>
      {refused && !isRecording && (
        <FieldNote id={`${noteId}-refused`} isError>
          {refused.title}. {refused.advice}
        </FieldNote>
      )}
    </>
  );
}

function noteOf(now: {
  readonly view: ShortcutView;
  readonly isRecording: boolean;
  readonly isPending: boolean;
  readonly pressed: Pressed | undefined;
  readonly shown: readonly string[];
}): string {
  if (now.isPending) return words.saving;
  if (!now.isRecording) return words.standings[now.view.standing];
  if (now.pressed?.kind === 'unusable') return words.notThese(now.shown.join(' + '));
  return now.view.session === 'mac' ? words.recordingAdviceMac : words.recordingAdvice;
}

const keysOf = (pressed: Pressed): string =>
  pressed.kind === 'accelerator' ? pressed.accelerator : pressed.keys;

function KeyCaps(props: { readonly keys: string; readonly session: ShortcutView['session'] }) {
  const caps = keyCaps(props.keys, props.session);
  if (caps.length === 0) return <span className={styles.none}>{words.none}</span>;
  return (
    <kbd className={styles.keys}>
      {caps.map((cap) => (
        <kbd key={cap} className={styles.key}>
          {cap}
        </kbd>
      ))}
    </kbd>
  );
}

/** Wayland: the desktop has the keys, and runs a command. */
function Unsupported({ kind }: { readonly kind: keyof typeof calls }) {
  if (kind === 'quick-text')
    return <p className={cards.advice}>{strings.quick.shortcut.unsupported}</p>;
  return (
    <>
      <p className={cards.advice}>{words.standings.unsupported}</p>
      <CopyLine label={words.command} text={command} words={words} />
    </>
  );
}
