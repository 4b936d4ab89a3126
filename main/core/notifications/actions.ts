import type { ClientId, ThreadId, VoicemailId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Cards } from '../cards/service.ts';
import type { Log, MainWindow, NoteAction, Random, SystemNote } from '../ports.ts';
import type { Note } from './notes.ts';

const words = strings.notifications;

export type NoteActionDeps = {
  readonly log: Log;
  readonly random: Random;
  readonly mainWindow: Pick<MainWindow, 'open'>;
  readonly cards: Pick<Cards, 'propose'>;
  readonly quick: {
    open(text: {
      readonly threadId?: ThreadId | undefined;
      readonly to?: readonly string[];
      readonly body?: string | undefined;
    }): Promise<void>;
  };
  readonly messages: {
    send(request: {
      readonly clientId: ClientId;
      readonly to: { readonly threadId: ThreadId };
      readonly text: string;
      readonly files: readonly [];
      readonly confirmed: readonly [];
    }): Promise<Result<unknown>>;
    markRead(threadId: ThreadId): Promise<unknown>;
  };
  readonly voicemail: {
    setRead(voicemailId: VoicemailId, isRead: boolean): Promise<Result<void>>;
  };
};

/** What can be done from a notification, by the rules of every other place. */
export function createNoteActions(deps: NoteActionDeps): {
  /** `isHidden`: nobody answers, or calls, without seeing whom. */
  of(note: Note, isHidden: boolean): Pick<SystemNote, 'reply' | 'actions'>;
} {
  const { messages, quick } = deps;

  /** A press that comes to nothing is noted; the notification is gone by then. */
  const noting = (work: () => Promise<unknown>) => (): void =>
    void work().catch((error: unknown) => deps.log.error('a notification led to nothing', error));

  /** What is refused, or has to be asked first, is written on in the small window. */
  const answer = async (threadId: ThreadId, text: string | undefined): Promise<void> => {
    const body = text?.trim() ?? '';
    if (body === '') return quick.open({ threadId });
    if (await isSent(threadId, body)) await messages.markRead(threadId);
    else await quick.open({ threadId, body });
  };

  /** An archive that cannot be written costs nobody what they wrote. */
  const isSent = async (threadId: ThreadId, text: string): Promise<boolean> => {
    const clientId = deps.random.uuid() as ClientId;
    const request = { clientId, to: { threadId }, text, files: [], confirmed: [] } as const;
    try {
      return (await messages.send(request)).ok;
    } catch (error) {
      deps.log.error('an answer could not be accepted', error);
      return false;
    }
  };

  const callBack = async (number: string): Promise<void> => {
    const isShown = await deps.cards.propose({ text: number, source: 'notification' });
    if (!isShown) deps.mainWindow.open({ screen: 'calls' });
  };

  const markRead = ({ threadId, voicemailId }: Note): readonly NoteAction[] => {
    const label = words.actions.markRead;
    if (threadId !== undefined) {
      return [{ label, onPress: noting(() => messages.markRead(threadId)) }];
    }
    if (voicemailId === undefined) return [];
    return [{ label, onPress: noting(() => deps.voicemail.setRead(voicemailId, true)) }];
  };

  return {
    of(note, isHidden) {
      const { threadId, number } = note;
      if (isHidden) return { actions: markRead(note) };
      const call = (to: string): NoteAction => ({
        label: words.actions.callBack,
        onPress: noting(() => callBack(to)),
      });
      const text = (to: string): NoteAction => ({
        label: words.actions.text,
        onPress: noting(() => quick.open({ to: [to] })),
      });
      if (threadId === undefined) {
        const reach = number === undefined ? [] : [call(number), text(number)];
        return { actions: [...reach, ...markRead(note)] };
      }
      return {
        reply: {
          label: words.actions.reply,
          placeholder: words.actions.replyPlaceholder,
          onReply: (written) => noting(() => answer(threadId, written))(),
        },
        actions: [...(number === undefined ? [] : [call(number)]), ...markRead(note)],
      };
    },
  };
}
