const { locale: ofComputer } = new Intl.DateTimeFormat().resolvedOptions();

/** English as the computer's region writes it, so that times and dates look familiar. */
export const locale: string = ofComputer.startsWith('en') ? ofComputer : 'en';
