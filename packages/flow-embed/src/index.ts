export { type GalleryOptions, galleryUrl } from './gallery/gallery-url.ts'
export { widgetLocale } from './gallery/widget-locale.ts'
export { type EmbedEdition, hostOrigin, sdkPath, widgetHosts } from './hosts.ts'
export { EmbedError, type EmbedErrorCode } from './widgets/embed-error.ts'
export type { FlowWidget } from './widgets/flow-widget.ts'
export {
  type FlowWidgets,
  type FlowWidgetsOptions,
  openFlowWidgets,
  type RenderOptions,
} from './widgets/flow-widgets.ts'
export { type LoadOptions, loadSdk } from './widgets/load-sdk.ts'
export type { GetToken, TokenRequest } from './widgets/token-answer.ts'
export type {
  ActionData,
  ActionOf,
  EventOf,
  WidgetActions,
  WidgetEvents,
  WidgetRequest,
  WidgetTexts,
} from './widgets/widget-events.ts'
export type {
  ApprovalCenterSettings,
  FlowNewSettings,
  FlowsSettings,
  TemplatesSettings,
  WidgetSettings,
  WidgetType,
} from './widgets/widget-settings.ts'
