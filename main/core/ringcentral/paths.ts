/** What every endpoint of the signed-in user begins with. */
export const account = '/restapi/v1.0/account/~';
export const extension = `${account}/extension/~`;
