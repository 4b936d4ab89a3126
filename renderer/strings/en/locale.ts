/** English as the computer's region writes it, so that times and dates look familiar. */
export const locale: string = navigator.language.startsWith('en') ? navigator.language : 'en';
