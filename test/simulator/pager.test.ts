import { describe, expect, it } from 'vitest';

import { EXTENSION, records, signedIn, textAt } from './support/client.ts';
import { isEvent, subscribed } from './support/socket.ts';

describe('a pager message', () => {
  it('goes to colleagues by number or id, is Sent at once, and is in the store', async () => {
    const client = await signedIn();
    const { colleagues } = client.simulator.account.state;
    const to = [{ extensionNumber: '102' }, { extensionId: colleagues[1]?.id }];
    const { json } = await client.post('/company-pager', { to, text: 'Lunch?' });
    expect(json).toMatchObject({
      type: 'Pager',
      direction: 'Outbound',
      messageStatus: 'Sent',
      from: { extensionNumber: '101' },
      to: [{ extensionNumber: '102', name: 'Marcus Bell' }, { extensionNumber: '103' }],
      pgToDepartment: false,
    });
    const listed = records(await client.get('/message-store', { messageType: 'Pager' }));
    expect(listed).toMatchObject([{ id: json['id'], subject: 'Lunch?' }]);
  });

  it('from a colleague is told of, and can be answered by its id', async () => {
    const client = await signedIn();
    const { socket } = await subscribed(client, [`${EXTENSION}/message-store?type=Pager`]);
    const received = client.simulator.account.receivePager('104', 'Do you have a minute?');
    const event = await socket.next(isEvent('/message-store?type=Pager'));
    expect(event.body['body']).toMatchObject({ changes: [{ type: 'Pager', newCount: 1 }] });
    const { json } = await client.post('/company-pager', { replyOn: received.id, text: 'Sure' });
    expect(json['to']).toMatchObject([{ extensionNumber: '104' }]);
    expect(textAt(json, 'conversation', 'id')).toBe(received.conversationId);
  });

  it.each([
    ['nobody', { text: 'Hi' }, 400, 'MSG-219'],
    ['nothing', { to: [{ extensionNumber: '102' }] }, 400, 'MSG-224'],
    ['a stranger', { to: [{ extensionNumber: '999' }], text: 'Hi' }, 400, 'CMN-102'],
    ['too much', { to: [{ extensionNumber: '102' }], text: 'x'.repeat(1_001) }, 400, 'CMN-101'],
    [
      'in a colleague’s name',
      { from: { extensionNumber: '102' }, to: [{ extensionNumber: '103' }], text: 'Hi' },
      403,
      'MSG-304',
    ],
  ])('to %s is refused', async (_what, body, status, code) => {
    const client = await signedIn();
    expect(await client.post('/company-pager', body)).toMatchObject({ status, code });
  });
});
