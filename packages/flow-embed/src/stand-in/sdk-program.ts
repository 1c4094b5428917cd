import type { StandInSettings } from './stand-in-settings.ts'

/*
 * What stands in this file runs in a page: it is sent there as text, which `tools/generate.ts` makes of it.
 */

/** Options of a widget as a page gives them. */
type Options = Readonly<Record<string, unknown>>
type Settings = Readonly<Record<string, unknown>>

/** What goes between a page and a frame. */
interface Message {
  readonly signature: string
  readonly kind: 'call' | 'answer'
  readonly id: number
  readonly name?: string
  readonly data?: unknown
  readonly error?: unknown
}

type Listener = (request: unknown, done: (error: unknown, result?: unknown) => void) => void

interface SdkState {
  readonly settings: StandInSettings
  readonly hostName: string
  readonly locale: string
  readonly hostId: string
  /** What the page says of itself. */
  readonly told: Settings
}

/** Puts the globals of Microsoft's script into a page. */
export function installSdk(settings: StandInSettings): void {
  class MsFlowSdk {
    readonly #state: SdkState
    constructor(options?: Options) {
      if (!options) throw new Error('Sdk options are required')
      const {
        hostName = settings.defaultHost,
        locale = 'en-us',
        hostId = '',
        hostPlatform,
        hostVersion,
        hostLocale,
      } = options
      if (typeof hostName !== 'string') throw new Error('hostName should be a string')
      const told = { hostPlatform, hostVersion, hostLocale }
      const origin = hostName.replace(/\/$/, '')
      this.#state = { settings, hostName: origin, locale: String(locale), hostId: String(hostId), told }
    }
    renderWidget(type: string, options: Options = {}): unknown {
      return openFrame(this.#state, type, options)
    }
  }
  const WidgetTypes = Object.fromEntries(Object.keys(settings.widgets).map((type) => [type, type]))
  const OAuthHandlers = Object.fromEntries(settings.oauthHandlers.map((name) => [name, name]))
  Object.assign(globalThis, { MsFlowSdk, WidgetTypes, OAuthHandlers, WellKnownHostIds: {} })
  const { msFlowSdkLoaded } = globalThis as { msFlowSdkLoaded?: () => void } // a page may have put it there
  if (typeof msFlowSdkLoaded === 'function') msFlowSdkLoaded()
}

/** The frame of one widget and what a page can do with it. */
function openFrame(state: SdkState, type: string, options: Options): unknown {
  const widgetId =
    typeof options.widgetId === 'string' ? options.widgetId : `widget-${Math.random().toString(36).slice(2)}`
  const address = widgetAddress(state, type, options, widgetId)
  const { container } = options
  const element = typeof container === 'string' ? document.getElementById(container) : container
  if (!(element instanceof HTMLElement)) throw new Error('Widget requires a container element.')
  const frame = document.createElement('iframe')
  frame.src = address
  frame.id = widgetId
  frame.name = 'widgetIFrame'
  frame.allow = 'geolocation'
  if (typeof options.iframeTitle === 'string') frame.title = options.iframeTitle
  frame.setAttribute('scrolling', element.dataset.mswidgetScrolling ?? 'yes')
  Object.assign(frame.style, { width: '100%', height: '100%', border: '0' })
  element.append(frame)
  return connectFrame(state, frame, widgetId)
}

/** Where a widget's frame leads. */
function widgetAddress(state: SdkState, type: string, options: Options, widgetId: string): string {
  const { settings, hostName, locale, hostId, told } = state
  const aliases = Object.hasOwn(settings.widgets, type) ? settings.widgets[type] : undefined
  if (aliases === undefined) throw new Error('please provide a valid supported widget type.')
  const handler = options.oAuthHandler ?? 'oAuth'
  if (!settings.oauthHandlers.includes(String(handler))) throw new Error('Invalid OAuth handler specified')
  const group = (name: string): Settings => Object(options[name] ?? {})
  const tabs = ['flowsSettings', 'approvalCenterSettings', 'flowNewSettings'].map((name) => group(name).tab)
  const tab = tabs.find((one) => one !== undefined && one !== null) ?? Object.keys(aliases)[0] ?? ''
  const path = Object.hasOwn(aliases, String(tab)) ? aliases[String(tab)] : undefined
  if (path === undefined) {
    throw new Error(`Please provide a valid widget tab identifier for the specified widget type ${type}.`)
  }
  const { environmentId } = options
  const environment = typeof environmentId === 'string' ? `/environments/${environmentId}` : ''
  const query = new URLSearchParams({
    widgetId,
    sdkVersion: '1.1',
    widgetType: type,
    utm_medium: 'widget',
    utm_source: hostId,
    oAuthHandler: String(handler),
    debug: String(options.debugMode === true),
  })
  const { createFromBlankTemplateId, flowsFilter, hideTabs } = group('flowsSettings')
  const { defaultParams, destination, pageSize, searchTerm, templateCategory } = group('templatesSettings')
  const given = {
    defaultTemplate: createFromBlankTemplateId,
    flowsFilter,
    hideTabs,
    approvalsFilter: group('approvalCenterSettings').approvalsFilter,
    destination,
    pageSize,
    q: searchTerm,
    category: templateCategory,
    ...Object(defaultParams ?? {}),
    ...group('widgetStyleSettings'),
    ...group('runtimeSettings'),
    ...told,
    flowName: options.flowName,
    enableRegionalPortal: options.enableRegionalPortal,
  }
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && value !== null) query.set(name, String(value))
  }
  query.set('pathAlias', String(tab))
  query.set('allowOptionalEvents', 'true')
  return `${hostName}/${locale}/widgets${path.replace('{environment}', environment)}?${query}`
}

/** Messages of a widget, to the page's listeners and back. */
function connectFrame({ settings }: SdkState, frame: HTMLIFrameElement, widgetId: string): unknown {
  const listeners = new Map<string, Listener>()
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  const callbacks: Record<string, Listener | undefined> = {}
  let isReady = false
  let count = 0
  const post = (message: Omit<Message, 'signature'>): void => {
    frame.contentWindow?.postMessage({ signature: widgetId, ...message }, '*')
  }
  const answerCall = ({ id, name = '', data }: Message): void => {
    if (name === 'WIDGET_READY') isReady = true
    const done = (error: unknown, result?: unknown): void => post({ kind: 'answer', id, error, data: result })
    const listener = listeners.get(name) ?? callbacks[name]
    if (listener !== undefined) listener({ callInfo: { widgetId }, data }, done)
    else done({ code: 'UnlistenedEventCalled', message: `Nobody listens to ${name}.` })
  }
  const hear = (event: MessageEvent): void => {
    const message: Message | undefined = event.data
    if (message?.signature !== widgetId) return
    // As in the original: the end of the origin is compared, with no dot before it.
    if (!settings.originEnds.some((end) => event.origin.endsWith(end))) return
    if (message.kind === 'call') {
      answerCall(message)
      return
    }
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) asker?.reject(message.error)
    else asker?.resolve(message.data)
  }
  addEventListener('message', hear)
  return {
    callbacks,
    listen(event: string, listener: Listener): void {
      if (!listeners.has(event)) listeners.set(event, listener)
    },
    notify(name: string, data?: unknown): Promise<unknown> {
      if (!isReady) return Promise.reject({ code: 'WidgetNotReady' })
      return new Promise((resolve, reject) => {
        count += 1
        waiting.set(count, { resolve, reject })
        post({ kind: 'call', id: count, name, data })
      })
    },
    dispose(): void {
      removeEventListener('message', hear)
      frame.remove()
    },
  }
}
