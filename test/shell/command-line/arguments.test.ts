import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../main/shell/command-line/arguments.ts';
import { socketPlace } from '../../../main/shell/command-line/socket-place.ts';

const call = (number: string, isConfirmed = false) => ({
  is: 'command',
  asked: { kind: 'call', number, isConfirmed },
});
const misused = { is: 'misused', why: 'usage' };

describe('the command line', () => {
  it.each([
    [['call', '+15125550142'], call('+15125550142')],
    [['call', '512 555 0142'], call('512 555 0142')],
    [['call', '--yes', '+15125550142'], call('+15125550142', true)],
    [['call', '+15125550142', '--yes'], call('+15125550142', true)],
    [['--user-data-dir=/x', 'call', '102'], call('102')],
    // What comes after -- is never a switch.
    [['call', '--', '--yes'], call('--yes')],
    [['call', '-5550142'], call('-5550142')],
    [['call', '--clipboard'], { is: 'command', asked: { kind: 'clipboard' } }],
    [
      ['text', '+15125550142', 'on my way'],
      {
        is: 'command',
        asked: { kind: 'text', number: '+15125550142', body: 'on my way', isConfirmed: false },
      },
    ],
    [
      ['text', '+15125550142'],
      { is: 'command', asked: { kind: 'text', number: '+15125550142', isConfirmed: false } },
    ],
    [
      ['text', '+15125550142', '--', '--yes'],
      {
        is: 'command',
        asked: { kind: 'text', number: '+15125550142', body: '--yes', isConfirmed: false },
      },
    ],
    [['help'], { is: 'help' }],
    [['--help'], { is: 'help' }],
  ])('%j', (words, read) => {
    expect(readCommand(words)).toEqual(read);
  });

  it.each([
    [['call']],
    [['call', ' ']],
    [['call', '512', '555', '0142']],
    [['call', '+15125550142', '--now']],
    [['call', '+15125550142', '--gpu-launcher=sh']],
    [['call', '--clipboard', '--yes']],
    [['call', '--clipboard', '+15125550142']],
    [['text']],
    [['text', '+15125550142', 'on', 'my', 'way']],
  ])('%j tells how it is used', (words) => {
    expect(readCommand(words)).toEqual(misused);
  });

  it.each([[['text', '+15125550142', '--yes']], [['text', '+15125550142', '  ', '--yes']]])(
    '%j has nothing to send',
    (words) => {
      expect(readCommand(words)).toEqual({ is: 'misused', why: 'no-body' });
    },
  );

  it.each([[[]], [['tel:+15125550142']], [['--hidden']], [['Call', '1']], [['file.csv']]])(
    '%j is no command',
    (words) => {
      expect(readCommand(words)).toBeUndefined();
    },
  );
});

describe('the socket', () => {
  const env = { XDG_RUNTIME_DIR: '/run/user/1000' };

  it('lies in the data folder', () => {
    expect(socketPlace({ userData: '/home/ada/.config/Sidetone', platform: 'linux', env })).toBe(
      '/home/ada/.config/Sidetone/command.sock',
    );
  });

  it('lies in the runtime folder where its path would be too long, or nowhere', () => {
    const userData = `/home/${'a'.repeat(100)}`;
    expect(socketPlace({ userData, platform: 'linux', env })).toMatch(
      /^\/run\/user\/1000\/sidetone-[\da-f]{32}\.sock$/,
    );
    expect(socketPlace({ userData, platform: 'darwin', env: {} })).toBeUndefined();
  });

  it('is a pipe on Windows, another one for each data folder', () => {
    const of = (userData: string) => socketPlace({ userData, platform: 'win32', env });
    expect(of('C:\\Ada')).toMatch(/^\\\\\.\\pipe\\sidetone-[\da-f]{32}$/);
    expect(of('C:\\Ada')).not.toBe(of('C:\\Ben'));
  });
});
