// Loaded with `-r` after Playwright's own module, which starts every app with --password-store=basic.
const { app } = require('electron');

app.commandLine.removeSwitch('password-store');
app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
