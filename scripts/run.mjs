// The one entry of every npm script. Plain JavaScript, because it must run (and explain itself) on
// a Node that cannot run TypeScript.
import { existsSync } from 'node:fs';
import process from 'node:process';

/** The first Node that runs TypeScript files without a flag. */
const OLDEST = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [command = '', ...args] = process.argv.slice(2);

if (!existsSync(new URL('../node_modules/electron', import.meta.url))) {
  console.error('Sidetone: the libraries are not installed yet. Run "npm ci" first.');
  process.exitCode = 1;
} else if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `Sidetone needs Node ${OLDEST.join('.')} or newer and found ${process.versions.node}: ` +
      'install Node 24 from https://nodejs.org, then run "npm ci" again.',
  );
  process.exitCode = 1;
} else {
  const { main } = await import(new URL(`./commands/${command}.ts`, import.meta.url).href);
  try {
    process.exitCode = await main(args);
  } catch (error) {
    // Trouble is for the user; anything else is a fault of ours and shows where it happened.
    console.error(error.name === 'Trouble' ? `Sidetone: ${error.message}` : error);
    process.exitCode = 1;
  }
}
