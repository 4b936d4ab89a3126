// What an administrator could have put on this computer: SIDETONE_TOUR_POLICY, read as if it lay where
// only they can write. Loaded before the app.
const { syncBuiltinESMExports } = require('node:module');
const files = require('node:fs/promises');

const { open, stat } = files;
const place = /^\/(?:etc|Library\/Application Support)\/sidetone(?:\/policy\.json)?$/i;
const policy = process.env.SIDETONE_TOUR_POLICY ?? '{}';
const administrators = { uid: 0, mode: 0o644, size: policy.length, isFile: () => true };
const file = {
  stat: async () => administrators,
  readFile: async () => policy,
  close: async () => undefined,
};

files.open = async (path, ...more) => (place.test(path) ? file : open(path, ...more));
files.stat = async (path, ...more) => (place.test(path) ? administrators : stat(path, ...more));
syncBuiltinESMExports();
