export const onboarding = {
  title: 'Welcome to Sidetone',
  what: 'Sidetone places your RingCentral calls, sends your texts, and keeps every one of them on this computer.',
  independent: 'Sidetone is independent of RingCentral, Inc.',
  demo: {
    title: 'Look around first',
    advice: 'A made-up account that runs on this computer. Nobody is really called or texted.',
    points: [
      'Call a contact and watch both phones ring',
      'Send a text and see it delivered',
      'Browse months of made-up calls and conversations',
    ],
    button: 'Explore the demo account',
    starting: 'Opening the demo account',
  },
  signIn: {
    title: 'Use your RingCentral account',
    advice: 'You need an app’s client ID and a JWT from the RingCentral developer console.',
    server: 'Server URL',
    clientId: 'Client ID',
    clientSecret: 'Client secret (if your app has one)',
    jwt: 'JWT',
    button: 'Sign in',
    working: 'Signing in',
    required: {
      serverUrl: 'Enter the server’s address.',
      clientId: 'Enter your app’s client ID.',
      jwt: 'Paste your JWT.',
    },
    kept: 'Sent only to this server. Tokens stay out of the window and out of the log.',
  },
  expired: 'Your sign-in has ended. Sign in again to go on; your calls and texts are still here.',
  defaultServer: 'https://platform.ringcentral.com',
} as const;
