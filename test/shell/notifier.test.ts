import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SystemNote } from '../../main/core/ports.ts';
import { createNotifier, planNotification } from '../../main/shell/notifier.ts';

class FakeNotification extends EventEmitter {
  static readonly all: FakeNotification[] = [];
  static readonly removed: string[] = [];
  static isSupported = (): boolean => true;
  static remove = (id: string): void => void FakeNotification.removed.push(id);
  readonly options: Record<string, unknown>;
  readonly done: string[] = [];
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    FakeNotification.all.push(this);
  }
  show = (): void => void this.done.push('show');
  close = (): void => void this.done.push('close');
}

vi.mock('electron', () => ({
  get Notification() {
    return FakeNotification;
  },
}));

beforeEach(() => {
  FakeNotification.all.length = 0;
  FakeNotification.removed.length = 0;
});

function makeNote(done: string[] = []): SystemNote {
  return {
    id: 'thread:7',
    title: 'Ada Brook',
    body: '<b>5 < 6</b>',
    to: { screen: 'messages' },
    reply: {
      label: 'Reply',
      placeholder: 'Write an answer',
      onReply: (text) => void done.push(`reply ${text}`),
    },
    actions: [
      { label: 'Call back', onPress: () => void done.push('call') },
      { label: 'Mark read', onPress: () => void done.push('read') },
    ],
  };
}

describe('what of a note a system shows', () => {
  it.each(['darwin', 'win32'] as const)('%s: a field to answer in, and an id', (platform) => {
    const { options, presses } = planNotification(makeNote(), platform);
    expect(options).toEqual({
      id: 'thread:7',
      title: 'Ada Brook',
      body: '<b>5 < 6</b>',
      silent: false,
      hasReply: true,
      replyPlaceholder: 'Write an answer',
      actions: [
        { type: 'button', text: 'Call back' },
        { type: 'button', text: 'Mark read' },
      ],
    });
    expect(presses).toHaveLength(2);
  });

  it('linux: a button for the answer, and no tags in a stranger’s words', () => {
    const done: string[] = [];
    const { options, presses } = planNotification(makeNote(done), 'linux');
    expect(options).toEqual({
      title: 'Ada Brook',
      body: '‹b›5 ‹ 6‹/b›',
      silent: false,
      actions: [
        { type: 'button', text: 'Reply' },
        { type: 'button', text: 'Call back' },
        { type: 'button', text: 'Mark read' },
      ],
    });
    for (const press of presses) press();
    expect(done).toEqual(['reply undefined', 'call', 'read']);
  });

  it('is a title, a body and a click where there is nothing to do', () => {
    const { options } = planNotification(
      { title: 'A', body: 'B', to: { screen: 'calls' }, isSilent: true },
      'win32',
    );
    expect(options).toEqual({ title: 'A', body: 'B', silent: true });
  });
});

describe('the notifications', () => {
  function setUp(platform: NodeJS.Platform) {
    const done: string[] = [];
    const notifier = createNotifier((to) => void done.push(to.screen), platform);
    const last = (): FakeNotification => {
      const notification = FakeNotification.all.at(-1);
      if (notification === undefined) throw new Error('nothing was shown');
      return notification;
    };
    return { done, notifier, last };
  }

  it('lead where they belong, answer, and do what their buttons say', () => {
    const { done, last, notifier } = setUp('darwin');
    notifier.show(makeNote(done));
    last().emit('reply', { reply: 'On my way' });
    last().emit('action', { actionIndex: 1 });
    last().emit('action', { actionIndex: 9 });
    last().emit('click', {});
    expect(done).toEqual(['reply On my way', 'read', 'messages']);
  });

  it('take each other’s place by closing it where the system does not', () => {
    const linux = setUp('linux');
    linux.notifier.show(makeNote());
    const first = linux.last();
    linux.notifier.show(makeNote());
    expect(first.done).toEqual(['show', 'close']);
    linux.notifier.close('thread:7');
    expect(linux.last().done).toEqual(['show', 'close']);
    linux.notifier.close('thread:7');
    expect(linux.last().done).toEqual(['show', 'close']);

    const mac = setUp('darwin');
    mac.notifier.show(makeNote());
    const old = mac.last();
    mac.notifier.show(makeNote());
    expect(old.done).toEqual(['show']);
    // The late end of the one that was replaced is not the end of the other.
    old.emit('close', { reason: 'userCanceled' });
    mac.notifier.close('thread:7');
    expect(mac.last().done).toEqual(['show', 'close']);
  });

  it('of an earlier run are taken back where the system keeps them', () => {
    setUp('darwin').notifier.close('thread:9');
    expect(FakeNotification.removed).toEqual(['thread:9']);
    setUp('win32').notifier.close('thread:9');
    expect(FakeNotification.removed).toHaveLength(1);
  });

  it('are taken back at the end, with all that could be pressed', () => {
    const { last, notifier } = setUp('win32');
    notifier.show(makeNote());
    const first = last();
    notifier.show({ ...makeNote(), id: undefined });
    first.emit('close', { reason: 'timedOut' });
    notifier.closeAll();
    expect(FakeNotification.all.map(({ done }) => done)).toEqual([
      ['show', 'close'],
      ['show', 'close'],
    ]);
    notifier.closeAll();
    expect(first.done).toEqual(['show', 'close']);
  });

  it('that have left the screen can still be taken back', () => {
    const { last, notifier } = setUp('win32');
    notifier.show(makeNote());
    last().emit('close', { reason: 'timedOut' });
    notifier.close('thread:7');
    expect(last().done).toEqual(['show', 'close']);
  });

  it('are none where the system has none', () => {
    FakeNotification.isSupported = () => false;
    setUp('linux').notifier.show(makeNote());
    FakeNotification.isSupported = () => true;
    expect(FakeNotification.all).toEqual([]);
  });
});
