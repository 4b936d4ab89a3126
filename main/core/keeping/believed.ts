/** How long after the last news from RingCentral this computer's clock is still believed. */
export const believedMs = 7 * 24 * 60 * 60_000;
