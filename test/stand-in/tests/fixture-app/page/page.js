globalThis.fromPage = true;
globalThis.exposedBeforeScripts = typeof globalThis.fixture;
