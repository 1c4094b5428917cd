/** As much of Microsoft's script as is used here, as its code behaves. */
export interface MicrosoftFlowSdk {
  /** Throws for a type it does not know, and without a container. */
  renderWidget(type: string, options: Readonly<Record<string, unknown>>): MicrosoftFlowWidget
}

/** One widget of Microsoft's. Of two listeners for one event only the first is ever called. */
export interface MicrosoftFlowWidget {
  listen(event: string, callback: MicrosoftListener): void
  /** Rejects with `{ code: 'WidgetNotReady' }` until the widget has said that it is ready. */
  notify(action: string, data?: unknown): Promise<unknown>
  dispose(): void
}

/** Called with what the widget says; `done` is how it is answered. */
export type MicrosoftListener = (
  request: { readonly callInfo?: { readonly widgetId?: string }; readonly data?: unknown },
  done: (error: unknown, result?: unknown) => void,
) => void

/** The globals of Microsoft's script. */
export interface MicrosoftGlobals {
  MsFlowSdk?: new (options: Readonly<Record<string, unknown>>) => MicrosoftFlowSdk
  msFlowSdkLoaded?: () => void
}
