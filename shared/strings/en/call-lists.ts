export const callLists = {
  title: 'Call lists',
  file: {
    dialog: 'Choose a file of people to call',
    kind: 'CSV file',
  },
} as const;
