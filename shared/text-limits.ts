/** As long as a text can be, in UTF-16 code units, as RingCentral counts them (API reference, CreateSMSMessage.text). */
export const longestText = 1_000;
/** Recipients of one group text (RingCentral's guide to SMS). */
export const mostRecipients = 10;
