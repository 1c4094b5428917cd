import { EmbedError } from './embed-error.ts'
import type { MicrosoftFlowWidget } from './microsoft-sdk.ts'
import { type GetToken, tokenFor } from './token-answer.ts'
import type {
  ActionData,
  ActionOf,
  EventOf,
  WidgetActions,
  WidgetEvents,
  WidgetRequest,
  WidgetTexts,
} from './widget-events.ts'
import type { WidgetType } from './widget-settings.ts'

/** One widget on the page. */
export interface FlowWidget<Type extends WidgetType> {
  /** Settles once the widget can be asked for things; rejects when it is disposed before. */
  readonly ready: Promise<void>
  /** Calls the listener for every such event, however many others listen; gives back how to stop. */
  on<Event extends EventOf<Type>>(event: Event, listener: (data: WidgetEvents[Type][Event]) => void): () => void
  /**
   * Asks the widget to do something, as soon as it is ready.
   *
   * @throws EmbedError `disposed`, or `widget-failed` with what the widget answered as the cause
   */
  ask<Action extends ActionOf<Type>>(action: Action, ...data: ActionData<WidgetActions[Type][Action]>): Promise<unknown>
  /**
   * Answers what the widget asks of the page. A handler that fails is an answer too: the widget is told, and `onError` is.
   *
   * @throws EmbedError `answered-already`, since the script hears only who listens first
   */
  answer(request: WidgetRequest, handler: (data: unknown) => unknown): void
  /** Takes the widget out of the page; may be called twice. */
  dispose(): void
}

/** What a widget is opened with. */
export interface WidgetServices {
  readonly getToken: GetToken
  readonly texts: WidgetTexts
  readonly onError: (error: EmbedError) => void
  readonly readyTimeoutMs: number
}

/** Wraps a widget that was just rendered: whoever listens first is the only one heard, so nothing may come between. */
export function openWidget<Type extends WidgetType>(
  widget: MicrosoftFlowWidget,
  { getToken, texts, onError, readyTimeoutMs }: WidgetServices,
): FlowWidget<Type> {
  const listeners = new Map<string, Listeners>()
  const hear = (event: string): Listeners => {
    const heard = listeners.get(event) ?? listenForAll(widget, event, onError)
    listeners.set(event, heard)
    return heard
  }
  let isDisposed = false
  let becomeReady: () => void = () => {}
  let giveUp: (error: EmbedError) => void = () => {}
  const ready = new Promise<void>((resolve, reject) => {
    becomeReady = resolve
    giveUp = reject
  })
  // Nobody need wait for it.
  ready.catch(() => {})

  const answered = new Set<string>()
  answerTokens(widget, getToken, onError)
  widget.listen('GET_STRINGS', (_, done) => done(null, texts))
  const timer = setTimeout(() => onError(notReady(readyTimeoutMs)), readyTimeoutMs)
  hear('WIDGET_READY').add(() => {
    clearTimeout(timer)
    becomeReady()
  })

  return {
    ready,
    on(event, listener) {
      const heard = hear(event)
      heard.add(listener)
      return () => void heard.delete(listener)
    },
    answer(request, handler) {
      if (answered.has(request)) {
        throw new EmbedError('answered-already', `Somebody answers ${request} already. Do both in one handler.`)
      }
      answered.add(request)
      answerRequests(widget, request, handler, onError)
    },
    async ask(action, ...[data]) {
      await ready
      if (isDisposed) throw disposed()
      try {
        return await widget.notify(action, data)
      } catch (error) {
        throw new EmbedError('widget-failed', `The widget did not do "${action}".`, error)
      }
    },
    dispose() {
      if (isDisposed) return
      isDisposed = true
      clearTimeout(timer)
      for (const heard of listeners.values()) heard.clear()
      giveUp(disposed())
      widget.dispose()
    },
  }
}

type Listeners = Set<(data: never) => void>

/** Listens to an event once, for everybody who will. */
function listenForAll(widget: MicrosoftFlowWidget, event: string, onError: (error: EmbedError) => void): Listeners {
  const listeners: Listeners = new Set()
  widget.listen(event, (request, done) => {
    done(null, {})
    for (const listener of [...listeners]) {
      try {
        // A listener was added for this very event, so its data is what the listener takes.
        listener(request?.data as never)
      } catch (error) {
        onError(new EmbedError('listener-failed', `A listener of the page for ${event} failed.`, error))
      }
    }
  })
  return listeners
}

/** Every request for a token is answered, with a token or with an error: an unanswered one leaves the widget blank. */
function answerTokens(widget: MicrosoftFlowWidget, getToken: GetToken, onError: (error: EmbedError) => void): void {
  widget.listen('GET_ACCESS_TOKEN', (request, done) => {
    const { resource } = Object(request?.data)
    tokenFor(getToken, typeof resource === 'string' ? resource : undefined, Date.now()).then(
      (token) => done(null, { token }),
      (error: EmbedError) => {
        done({ code: error.code, message: error.message })
        onError(error)
      },
    )
  })
}

/** Tells the widget what the page's handler gives, or that it failed; never what it failed with. */
function answerRequests(
  widget: MicrosoftFlowWidget,
  request: WidgetRequest,
  handler: (data: unknown) => unknown,
  onError: (error: EmbedError) => void,
): void {
  widget.listen(request, async (asked, done) => {
    try {
      done(null, await handler(asked?.data))
    } catch (error) {
      const failure = new EmbedError('listener-failed', `The page could not answer ${request}.`, error)
      done({ code: failure.code, message: failure.message })
      onError(failure)
    }
  })
}

function notReady(timeoutMs: number): EmbedError {
  return new EmbedError(
    'not-ready',
    `The widget did not come within ${timeoutMs / 1000} seconds. Perhaps the browser blocks cookies of other sites: they have to be allowed for Power Automate.`,
  )
}

function disposed(): EmbedError {
  return new EmbedError('disposed', 'The widget is no longer on the page.')
}
