/** Files that one text carries, and their bytes together (RingCentral's guide to SMS: 1.5 MB). */
export const mostFiles = 10;
export const mostFileBytes = 1_500_000;
