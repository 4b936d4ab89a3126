/** The look of the sign-in pages, light and dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f3f4f6;
  --card: #ffffff;
  --ink: #1d2430;
  --quiet: #596273;
  --line: #dde1e8;
  --edge: #848d9c;
  --accent: #0b5cad;
  --on-accent: #ffffff;
  --notice: #fff4cf;
  --notice-ink: #5b4300;
  --problem: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14181f;
    --card: #1e242e;
    --ink: #e8ebf0;
    --quiet: #a5aebd;
    --line: #37404d;
  --edge: #7d8899;
    --accent: #7db8f5;
    --on-accent: #0c1a29;
    --notice: #3a3113;
    --notice-ink: #f6e3a1;
    --problem: #ffb4ab;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100vh;
  background: var(--page);
  color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif;
}
.notice {
  margin: 0;
  padding: 8px 16px;
  background: var(--notice);
  color: var(--notice-ink);
  text-align: center;
}
main {
  width: min(420px, 100% - 32px);
  margin: 48px auto;
  padding: 32px;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 12px;
}
.popup main, .touch main, .mobile main { margin: 16px auto; padding: 20px; }
@media (max-width: 480px) { main { margin: 16px auto; padding: 20px; } }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.25; }
p { margin: 0 0 16px; text-wrap: pretty; }
main > :last-child { margin-bottom: 0; }
ul { margin: 0 0 16px; padding-left: 20px; color: var(--quiet); }
label { display: block; margin: 12px 0 4px; font-weight: 600; }
input {
  width: 100%;
  padding: 9px 12px;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: transparent;
  color: inherit;
  font: inherit;
}
button {
  width: 100%;
  margin-top: 16px;
  padding: 10px;
  border: 1px solid var(--accent);
  border-radius: 8px;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button.quiet { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.problem { color: var(--problem); font-weight: 600; }
`;
