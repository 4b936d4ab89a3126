import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { shippedPackages } from './build/shipped.config.ts';
import { notePackages } from './build/shipped-packages.ts';
import manifest from './package.json' with { type: 'json' };

const inRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The entries are named one by one because our folders do not follow electron-vite's sample. Nothing
// is minified but the renderer: a stack trace in a log must be readable without source maps, which
// are not shipped.
const besideTheBundles = new Set(shippedPackages.map(({ name }) => name));

export default defineConfig({
  main: {
    plugins: [notePackages('main')],
    build: {
      sourcemap: false,
      minify: false,
      // Bundled, a library is a fraction of its size on the disk, and nothing has to be found at start.
      externalizeDeps: {
        exclude: Object.keys(manifest.dependencies).filter((name) => !besideTheBundles.has(name)),
      },
      rolldownOptions: {
        input: {
          index: inRoot('main/index.ts'),
          'db-worker': inRoot('main/core/db/worker.ts'),
          'places-worker': inRoot('main/core/numbers/places/worker.ts'),
          'simulator-thread': inRoot('simulator/thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      sourcemap: false,
      minify: false,
      // A sandboxed preload cannot require files: it is one, in CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: inRoot('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: inRoot('renderer'),
    base: './',
    plugins: [react(), notePackages('renderer')],
    worker: { plugins: () => [notePackages('renderer-worker')] },
    css: { modules: { localsConvention: 'camelCase' } },
    build: {
      sourcemap: false,
      minify: true,
      // Nothing inline: neither the policy of the page nor its reader should have to allow it.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // It comes from the disk, not over a network.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: {
          index: inRoot('renderer/index.html'),
          card: inRoot('renderer/card.html'),
          quick: inRoot('renderer/quick.html'),
        },
      },
    },
  },
});
