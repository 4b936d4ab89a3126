import { failure, type Failure } from '../../../shared/failure.ts';
import { joinValues, namedFields, personFields, type MergeValues } from '../../../shared/merge.ts';
import type { Settings } from '../../../shared/model/app.ts';
import type { CountryCode, EpochMs, TemplateId, ThreadId } from '../../../shared/model/ids.ts';
import type { Template, TemplatesView } from '../../../shared/model/templates.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock, Log } from '../ports.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import {
  keepAccountTemplates,
  listTemplates,
  mostTemplates,
  orderTemplates,
  readPersonFields,
  removeTemplate,
  saveTemplate,
} from './queries.ts';

/** Opening a menu asks RingCentral again when the last answer is older than this. */
const freshMs = 5 * 60_000;

export type TextTo = { readonly threadId: ThreadId } | { readonly numbers: readonly string[] };

/** Texts to begin with: the user's own, and those that the account keeps at RingCentral. */
export type Templates = {
  /** What is known at once; what RingCentral has is asked for beside it, at most now and then. */
  list(): Promise<TemplatesView>;
  save(template: {
    readonly templateId?: TemplateId | undefined;
    readonly title: string;
    readonly body: string;
  }): Promise<Result<Template>>;
  remove(templateId: TemplateId): Promise<Result<void>>;
  order(templateIds: readonly TemplateId[]): Promise<void>;
  /** What the fields say in a text to someone. */
  values(to: TextTo): Promise<MergeValues>;
  /** What they say in any text of the user's. */
  ownValues(): MergeValues;
};

/** Builds them; asks nothing before someone looks. */
export function createTemplates(deps: {
  readonly archive: Archive;
  readonly api: Pick<RingCentralApi, 'templates'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly settings: () => Pick<Settings, 'ownFields'>;
  readonly session: {
    homeCountry(): CountryCode;
    requireSignedIn(): Result<void>;
    /** The name of whoever is signed in. */
    accountName(): string | undefined;
  };
}): Templates {
  const { archive, clock, events, session } = deps;
  let askedAt: EpochMs = -Infinity;
  let obstacle: Failure | undefined;

  const refresh = async (): Promise<void> => {
    const outcome = await deps.api.templates.list();
    const before = obstacle;
    obstacle = outcome.kind === 'ok' ? undefined : toObstacle(outcome.failure);
    const isNew =
      outcome.kind === 'ok' && (await archive.write(keepAccountTemplates, outcome.value));
    if (isNew || before?.message !== obstacle?.message) events.changed({ area: 'templates' });
  };
  const refreshWhenOld = (): void => {
    const sinceMs = clock.now() - askedAt;
    if (!session.requireSignedIn().ok || (sinceMs >= 0 && sinceMs < freshMs)) return;
    askedAt = clock.now();
    refresh().catch((error: unknown) => deps.log.error('the templates could not be kept', error));
  };

  const answer = (saved: Template | 'gone' | 'too-many'): Result<Template> => {
    if (saved === 'gone') return fail(failure('not-found', 'template.gone'));
    if (saved === 'too-many') {
      return fail(failure('rejected', 'template.too-many', { params: { limit: mostTemplates } }));
    }
    events.changed({ area: 'templates' });
    return ok(saved);
  };

  const ownValues = (): MergeValues =>
    joinValues({ 'my name': session.accountName() ?? '' }, namedFields(deps.settings().ownFields));

  return {
    async list() {
      refreshWhenOld();
      return { ...(await archive.read(listTemplates, undefined)), obstacle };
    },
    async save({ templateId, title, body }) {
      if (templateId !== undefined && isOfAccount(templateId)) return fail(ofAccount());
      return answer(
        await archive.write(saveTemplate, { templateId, title, body, at: clock.now() }),
      );
    },
    async remove(templateId) {
      if (isOfAccount(templateId)) return fail(ofAccount());
      await archive.write(removeTemplate, { templateId });
      events.changed({ area: 'templates' });
      return ok();
    },
    async order(templateIds) {
      await archive.write(orderTemplates, { templateIds });
      events.changed({ area: 'templates' });
    },
    async values(to) {
      if ('threadId' in to) {
        return joinValues(await archive.read(readPersonFields, to), ownValues());
      }
      const [typed, ...others] = to.numbers;
      const number =
        typed === undefined || others.length > 0 ? undefined : toE164(typed, session.homeCountry());
      const person =
        number === undefined
          ? personFields({ name: undefined })
          : await archive.read(readPersonFields, { number });
      return joinValues(person, ownValues());
    },
    ownValues,
  };
}

/** An account without them answers as if the address were wrong. */
function toObstacle(reason: Failure): Failure {
  if (reason.kind !== 'not-found') return reason;
  return failure('not-found', 'template.not-offered', { code: reason.code });
}

function isOfAccount(templateId: TemplateId): boolean {
  return templateId.startsWith('account-');
}

function ofAccount(): Failure {
  return failure('rejected', 'template.of-account');
}
