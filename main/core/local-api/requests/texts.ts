import type { Failure } from '../../../../shared/failure.ts';
import type { ClientId, E164 } from '../../../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Messages } from '../../messages/service.ts';
import type { Clock, MainWindow, Random } from '../../ports.ts';
import { isTextQuestion } from '../../text-rules/questions.ts';
import { readText } from '../history/service.ts';
import type { TextRecordRow } from '../history/rows.ts';
import { createLedger, type Requester } from './ledger.ts';
import { getTextOfRequest } from './queries.ts';
import type { TextOfRequest } from './rows.ts';

export type TextWish = {
  readonly to: string;
  readonly text: string;
  readonly from: E164 | undefined;
  readonly key: string | undefined;
};

export type ApiTexts = {
  /**
   * Accepts a text: it is on disk when this resolves, and goes the way of every text. What has to be
   * asked is asked in the main window, with the words kept there. One that was accepted under its key
   * is not judged again.
   */
  send(program: Requester, wish: TextWish): Promise<Result<TextOfRequest>>;
  get(messageId: string): Promise<TextRecordRow | undefined>;
};

export type ApiTextsDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly random: Random;
  readonly messages: Pick<Messages, 'send'>;
  readonly mainWindow: Pick<MainWindow, 'open'>;
  readonly session: { requireSignedIn(): Result<void> };
};

/** Texts that programs send: under the same rules, undo and order as those of the user. */
export function createApiTexts(deps: ApiTextsDeps): ApiTexts {
  const { archive, session } = deps;
  const ledger = createLedger(deps);

  const refuse = async (
    program: Requester,
    id: string,
    why: Failure,
    { to, text }: TextWish,
  ): Promise<Result<never>> => {
    await ledger.drop(program, { id, kind: 'text' }, why);
    if (isTextQuestion(why)) {
      deps.mainWindow.open({ screen: 'messages', compose: true, to: [to], body: text });
    }
    return fail(why);
  };

  return {
    async send(program, wish) {
      const signedIn = session.requireSignedIn();
      if (!signedIn.ok) return signedIn;
      const { to, text, from, key } = wish;
      const begun = await ledger.begin(program, { kind: 'text', key, asked: [to, text, from] });
      if (!begun.ok) return begun;
      const { id, isRepeat } = begun.value;
      // Again under its key it is what it has become: the user may have dropped it since.
      const before = isRepeat ? await archive.read(getTextOfRequest, { id }) : undefined;
      if (before !== undefined) return ok(before);
      const sent = await deps.messages.send({
        clientId: id as ClientId,
        to: { numbers: [to] },
        from,
        text,
        asker: { requestId: id, program: program.name },
      });
      if (!sent.ok) return refuse(program, id, sent.failure, wish);
      const accepted = await archive.read(getTextOfRequest, { id });
      if (accepted === undefined) throw new Error('an accepted text is not there');
      return ok(accepted);
    },
    get: (messageId) => readText(archive, messageId),
  };
}
