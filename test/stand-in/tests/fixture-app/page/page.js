globalThis.exposedBeforeScripts = typeof globalThis.fixture;
