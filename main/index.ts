import { startShell } from './shell/app.ts';

startShell();
