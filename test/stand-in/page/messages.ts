/** What a page's preload world tells main. */
export type FromPage =
  | { readonly kind: 'hello' }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: string;
    }
  | {
      readonly kind: 'open';
      readonly url: string;
      readonly name: string;
      readonly features: string;
    }
  | { readonly kind: 'leave'; readonly url: string }
  /** The user may have moved, resized, minimised or raised the window. */
  | { readonly kind: 'window'; readonly focused: boolean }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string };

/** What main tells a page's preload world. */
export type ToPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'result'; readonly id: number; readonly value: string }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

/** What the injected script is given beside its functions. */
export type PageConfig = {
  /** Names the events between the worlds, the binding to main and the function main calls. */
  readonly secret: string;
  readonly process: {
    readonly platform: string;
    readonly arch: string;
    readonly versions: Readonly<Record<string, string>>;
    readonly argv: readonly string[];
    readonly execPath: string;
    readonly env: Readonly<Record<string, string>>;
  };
};
