export const callLists = {
  title: 'Call lists',
} as const;
