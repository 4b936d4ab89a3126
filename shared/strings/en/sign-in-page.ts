type PageWords = { readonly title: string; readonly text: string };

/** What the browser shows at the end of a sign-in. */
export const signInPage = {
  signedIn: (name: string | undefined): PageWords => ({
    title: name ? `Signed in as ${name}` : 'You are signed in',
    text: 'Sidetone is ready. You can close this window.',
  }),
  denied: {
    title: 'Not signed in',
    text: 'You did not allow Sidetone to sign in, so nothing has changed. You can close this window.',
  },
  failed: {
    title: 'The sign-in did not work',
    text: 'Go back to Sidetone: it says why, and what to do next. You can close this window.',
  },
  foreign: {
    title: 'This link does not belong to a running sign-in',
    text: 'It may have been used already, or come from an earlier try. Go back to Sidetone, or close this window.',
  },
  notFound: {
    title: 'There is nothing here',
    text: 'This address only brings a sign-in back to Sidetone. You can close this window.',
  },
} as const;
