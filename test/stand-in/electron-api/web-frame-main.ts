import type * as Electron from 'electron';
import type { Frame, Page } from '../chromium/page.ts';
import { fromAlias, originOf } from '../chromium/url-alias.ts';
import { ApiEmitter } from '../runtime/emitter.ts';

const known = new WeakMap<Frame, WebFrameMain>();

/** Electron's `WebFrameMain`: one document's frame; it stays what it was after the frame navigates. */
export class WebFrameMain
  extends ApiEmitter
  implements
    Pick<
      Electron.WebFrameMain,
      | 'url'
      | 'origin'
      | 'parent'
      | 'top'
      | 'frames'
      | 'framesInSubtree'
      | 'routingId'
      | 'processId'
      | 'frameTreeNodeId'
      | 'frameToken'
      | 'detached'
      | 'isDestroyed'
    >
{
  readonly #page: Page;
  readonly #frame: Frame;

  /** The one object for a frame's document. */
  static of(page: Page, frame: Frame): Electron.WebFrameMain {
    const existing = known.get(frame) ?? new WebFrameMain(page, frame);
    known.set(frame, existing);
    return existing as unknown as Electron.WebFrameMain;
  }

  private constructor(page: Page, frame: Frame) {
    super('WebFrameMain');
    this.#page = page;
    this.#frame = frame;
  }

  get url(): string {
    return fromAlias(this.#frame.url);
  }

  get origin(): string {
    return originOf(this.url);
  }

  get parent(): Electron.WebFrameMain | null {
    const parent = this.#page.frames.get(this.#frame.parentId ?? '');
    return parent ? WebFrameMain.of(this.#page, parent) : null;
  }

  get top(): Electron.WebFrameMain | null {
    return WebFrameMain.of(this.#page, this.#page.mainFrame);
  }

  get frames(): Electron.WebFrameMain[] {
    return [...this.#page.frames.values()]
      .filter((frame) => frame.parentId === this.#frame.id)
      .map((frame) => WebFrameMain.of(this.#page, frame));
  }

  get framesInSubtree(): Electron.WebFrameMain[] {
    const self = WebFrameMain.of(this.#page, this.#frame);
    return [self, ...this.frames.flatMap((frame) => frame.framesInSubtree)];
  }

  get frameToken(): string {
    return this.#frame.id;
  }

  get routingId(): number {
    return [...this.#page.frames.keys()].indexOf(this.#frame.id) + 1;
  }

  get frameTreeNodeId(): number {
    return this.routingId;
  }

  get processId(): number {
    return this.#page.number;
  }

  get detached(): boolean {
    return !this.#page.frames.has(this.#frame.id);
  }

  isDestroyed(): boolean {
    return this.#page.frames.get(this.#frame.id) !== this.#frame;
  }
}
