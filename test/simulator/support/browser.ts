/** What a browser shows, or, with `leftFor`, where it was sent outside of the server. */
export type Page = {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly leftFor: URL | undefined;
};

export type Browser = {
  /** Goes to an address, and on to where it is sent while that is the same server. */
  open(address: string): Promise<Page>;
  /** Fills fields of the page's form by name, presses the button with this text. */
  press(page: Page, button: string, fields?: Record<string, string>): Promise<Page>;
};

/** As much of a browser as plain forms need: it keeps cookies, reads forms and follows redirects. */
export function createBrowser(server: string): Browser {
  const cookies = new Map<string, string>();
  const visit = async (url: URL, init: RequestInit): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { Accept: 'text/html', ...(cookie === '' ? {} : { Cookie: cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const html = await response.text();
    const location = response.headers.get('location');
    if (location === null) {
      return { status: response.status, headers: response.headers, html, leftFor: undefined };
    }
    const next = new URL(location, url);
    if (next.origin === server) return visit(next, {});
    return { status: response.status, headers: response.headers, html, leftFor: next };
  };
  return {
    open: (address) => visit(new URL(address), {}),
    press(page, button, fields = {}) {
      const form = new URLSearchParams([...inputsOf(page.html), ...valueOf(page.html, button)]);
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const action = /<form method="post" action="([^"]+)"/.exec(page.html)?.[1];
      if (action === undefined) throw new Error(`There is no form on the page: ${page.html}`);
      return visit(new URL(action, server), { method: 'POST', body: form });
    },
  };
}

/** Signs in and lets the app in, as the page suggests; answers where the browser came back to. */
export async function authorizeInBrowser(server: string, address: string): Promise<URL> {
  const browser = createBrowser(server);
  const signIn = await browser.open(address);
  const consent = await browser.press(signIn, 'Sign in');
  const { leftFor, html } = await browser.press(consent, 'Authorize');
  if (!leftFor) throw new Error(`The browser was not sent back: ${html}`);
  return leftFor;
}

function inputsOf(html: string): [string, string][] {
  return [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => [
    attribute(tag, 'name'),
    attribute(tag, 'value'),
  ]);
}

/** What the button itself adds to its form. */
function valueOf(html: string, label: string): [string, string][] {
  const buttons = [...html.matchAll(/(<button[^>]*>)([^<]*)<\/button>/g)];
  const tag = buttons.find(([, , text]) => text === label)?.[1];
  if (tag === undefined) throw new Error(`There is no button "${label}" on the page: ${html}`);
  const name = attribute(tag, 'name');
  return name === '' ? [] : [[name, attribute(tag, 'value')]];
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
