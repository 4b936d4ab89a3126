/** What the command line prints. */
export const commands = {
  proposed: (who: string) => `Sidetone asks you about calling ${who}. Nothing has been dialed.`,
  asked: (who: string, why: string) => `${why}. Sidetone asks you about calling ${who}.`,
  ringing: (who: string, phone: string) =>
    `Ringing your phone (${phone}). Answer it to reach ${who}.`,
  composed: (who: string) => `A text to ${who} is in the composer. Nothing has been sent.`,
  kept: (who: string, why: string) =>
    `${why}. The text to ${who} is in the composer. Nothing has been sent.`,
  accepted: (who: string) => `The text to ${who} is on its way.`,
  clipboard: 'Sidetone asks you about the number in the clipboard.',
  nobody: 'Nobody is signed in. Sign in to Sidetone, then try again.',
  refused: (title: string, advice: string) => `${title}. ${advice}`,
  noAnswer: 'Sidetone did not answer. Start it, then try again.',
  broken: 'Something went wrong in Sidetone. Its log has the details.',
  noBody: 'There is no text to send. Put it in quotes after the number.',
  usage: `Usage:
  sidetone call <number> [--yes]         asks about calling a number; with --yes calls it
  sidetone call --clipboard              asks about the number in the clipboard
  sidetone text <number> [<text>] [--yes]  opens a text; with --yes sends it

Put a number with spaces in quotes. --yes never passes a question: emergency, premium and
short numbers, your do-not-call list, quiet hours and who wants no texts are asked about on
the screen.`,
} as const;
