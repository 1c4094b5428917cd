import { hostOrigin } from '../hosts.ts'
import { EmbedError } from './embed-error.ts'
import { type FlowWidget, openWidget } from './flow-widget.ts'
import { type LoadOptions, loadSdk } from './load-sdk.ts'
import type { GetToken } from './token-answer.ts'
import type { WidgetTexts } from './widget-events.ts'
import type { WidgetSettings, WidgetType } from './widget-settings.ts'

/** What all widgets of a page share. */
export interface FlowWidgetsOptions extends LoadOptions {
  /** Called whenever a widget wants a token; widgets are for people, so it has to be a delegated one. */
  readonly getToken: GetToken
  /** As the widgets write it, for example `nl-nl`; `en-us` unless told. */
  readonly locale?: string
  /** Name of your application, as Microsoft knows it. */
  readonly hostId?: string
  /** What your application is, runs as and speaks; goes into the widgets' addresses. Read in Microsoft's code only. */
  readonly hostPlatform?: string
  readonly hostVersion?: string
  readonly hostLocale?: string
  /**
   * After how many milliseconds `onError` is told `not-ready` about a widget that did not come; 30,000 unless told. The
   * widget may still come later.
   */
  readonly readyTimeoutMs?: number
  /** Told what went wrong outside any call of yours, such as a token that could not be got. */
  readonly onError?: (error: EmbedError) => void
}

/** Where a widget goes and what it shows. */
export type RenderOptions<Type extends WidgetType> = WidgetSettings[Type] & {
  /** An element of the page or its id. */
  readonly container: HTMLElement | string
  /** Id of an environment; the person's default one unless told. */
  readonly environmentId?: string
  /** Texts of your own. */
  readonly texts?: WidgetTexts
  /** Title of the frame, for people who cannot see it. */
  readonly title?: string
}

/** The widgets of one page. */
export interface FlowWidgets {
  /**
   * Shows a widget.
   *
   * @throws EmbedError `render-failed` where the container is missing or Microsoft's script refuses
   */
  render<Type extends WidgetType>(type: Type, options: RenderOptions<Type>): FlowWidget<Type>
}

/**
 * Loads Microsoft's script and gives widgets with types, one token callback and listeners without surprises.
 *
 * @throws EmbedError `sdk-not-loaded`; RangeError for a host that is none
 */
export async function openFlowWidgets(options: FlowWidgetsOptions): Promise<FlowWidgets> {
  const { locale = 'en-us', getToken, onError = () => {}, readyTimeoutMs = 30_000 } = options
  const { hostId, hostPlatform, hostVersion, hostLocale } = options
  const Sdk = await loadSdk(options)
  const told = Object.entries({ hostId, hostPlatform, hostVersion, hostLocale }).filter(
    ([, value]) => value !== undefined,
  )
  const sdk = new Sdk({ hostName: hostOrigin(options.host), locale, ...Object.fromEntries(told) })
  return {
    render(type, { texts = {}, title, ...settings }) {
      const found = settings.container
      const container = typeof found === 'string' ? document.getElementById(found) : found
      if (container === null) {
        throw new EmbedError('render-failed', `There is no element with the id "${String(found)}" yet. Render later.`)
      }
      try {
        const widget = sdk.renderWidget(type, {
          ...settings,
          container,
          ...(title !== undefined && { iframeTitle: title }),
          errorHandler: (error: unknown) => {
            onError(new EmbedError('widget-failed', `The widget "${type}" could not be shown.`, error))
          },
        })
        return openWidget(widget, { getToken, texts, onError, readyTimeoutMs })
      } catch (error) {
        throw new EmbedError('render-failed', `Microsoft’s script did not show the widget "${type}".`, error)
      }
    },
  }
}
