/** Files that one text carries, and their bytes together (FACTS 3.1: 1.5 MB). */
export const mostFiles = 10;
export const mostFileBytes = 1_500_000;
