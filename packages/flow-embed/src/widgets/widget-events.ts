import type { WidgetType } from './widget-settings.ts'

/** A flow that was made. */
interface FlowCreated {
  readonly flowUrl: string
  readonly flowId: string
  readonly fromTemplate?: string
}

/** Events that Microsoft documents for every widget. */
interface CommonEvents {
  readonly WIDGET_READY: undefined
  readonly WIDGET_RENDERED: undefined
}

/** Events that are only in Microsoft's code, which does not say of which widget; what comes along is not written down. */
interface CodeEvents {
  readonly CONNECTION_REFERENCES_CONFIRMED: unknown
  readonly EXECUTE_TEAMS_DEEP_LINK: unknown
  readonly FLOW_INSTALL_FAILED: unknown
  readonly FLOW_INSTALL_SUCCEEDED: unknown
  readonly ON_ADD_CONNECTION_CLICKED: unknown
  readonly ON_DELETE_CUSTOMAPI_CLICKED: unknown
  readonly SIDE_PANE_VISIBILITY_SET: unknown
}

type EveryEvent = CommonEvents & CodeEvents

type RuntimeEvents = EveryEvent & {
  readonly RUN_FLOW_STARTED: unknown
  /** The flow was triggered; how its run ends is another matter. */
  readonly RUN_FLOW_COMPLETED: unknown
  readonly RUN_FLOW_DONE_BUTTON_CLICKED: unknown
  readonly RUN_FLOW_CANCEL_BUTTON_CLICKED: unknown
  readonly FLOW_CREATION_SUCCEEDED: FlowCreated
  readonly WIDGET_CLOSE: unknown
}

type CreationEvents = EveryEvent & {
  readonly FLOW_CREATION_FAILED: unknown
  readonly FLOW_CREATION_SUCCEEDED: FlowCreated
  readonly TEMPLATE_LOAD_FAILED: unknown
  readonly WIDGET_CLOSE: unknown
}

type ApprovalEvents = EveryEvent & {
  readonly RECEIVED_APPROVAL_STATUS_CHANGED: unknown
  readonly SENT_APPROVAL_STATUS_CHANGED: unknown
}

/** What widgets that nobody documents may tell: all that any widget is known to. */
type UndocumentedEvents = RuntimeEvents & CreationEvents

type WizardEvents = UndocumentedEvents & { readonly [event: `CONNECTION_WIZARD_${string}`]: unknown }

/** What each widget tells, with what comes along; `unknown` where Microsoft does not say. */
export interface WidgetEvents {
  readonly flows: CreationEvents
  readonly flowCreation: CreationEvents
  readonly flowsRuntime: RuntimeEvents
  readonly approvalCenter: ApprovalEvents
  readonly templates: CreationEvents
  readonly bpfActionCenter: UndocumentedEvents
  readonly connectionWizard: WizardEvents
  readonly copilotPlugins: UndocumentedEvents
  readonly flowDetails: UndocumentedEvents
  readonly flowEdit: UndocumentedEvents
  readonly flowNew: UndocumentedEvents
  readonly flowRunDetails: UndocumentedEvents
  readonly naturalLanguageToFlowWizard: UndocumentedEvents
}

/**
 * What widgets ask the page, beside tokens and texts, which the wrapper answers by itself; read in Microsoft's code only.
 * GET_IMPLICIT_DATA is answered with the data that a flow is run with, LAUNCH_OAUTH_POPUP once a sign-in window is done.
 */
export type WidgetRequest = 'GET_IMPLICIT_DATA' | 'GET_WIDGET_OPTIONS' | 'LAUNCH_OAUTH_POPUP'

/** Actions that are only in Microsoft's code, which does not say of which widget; what they take is not written down. */
interface CodeActions {
  readonly connectionsConfirmed: unknown
  readonly refreshApis: unknown
  readonly refreshConnections: unknown
  readonly showAlertBanner: unknown
  readonly userSelectionUpdated: unknown
}

type DesignTimeParameters = Readonly<Record<string, unknown>>

/** What each widget can be asked to do, with what goes along. */
export interface WidgetActions {
  readonly flows: CodeActions
  readonly templates: CodeActions
  readonly flowCreation: CodeActions & {
    readonly createFlowFromTemplate: {
      readonly templateName: string
      readonly designTimeParameters?: DesignTimeParameters
    }
    /** The definition is a text of JSON. */
    readonly createFlowFromTemplateDefinition: { readonly templateDefinition: string }
    readonly closeWidget: undefined
  }
  readonly flowsRuntime: CodeActions & {
    readonly triggerFlow: { readonly flowName: string; readonly implicitData?: unknown }
    readonly triggerFlowByTemplate: {
      readonly templateId: string
      readonly implicitData?: unknown
      readonly designTimeParameters?: DesignTimeParameters
    }
    readonly getTriggerSchema: { readonly flowName: string }
    readonly closeWidget: undefined
  }
  readonly approvalCenter: CodeActions & { readonly closeInfoPane: undefined }
  readonly bpfActionCenter: CodeActions
  readonly connectionWizard: CodeActions
  readonly copilotPlugins: CodeActions
  readonly flowDetails: CodeActions
  readonly flowEdit: CodeActions
  readonly flowNew: CodeActions
  readonly flowRunDetails: CodeActions
  readonly naturalLanguageToFlowWizard: CodeActions
}

/** The events of one kind of widget, by name. */
export type EventOf<Type extends WidgetType> = keyof WidgetEvents[Type] & string
/** The actions of one kind of widget, by name. */
export type ActionOf<Type extends WidgetType> = keyof WidgetActions[Type] & string
/** What goes along with an action: nothing, something, or what may be left out. */
export type ActionData<Data> = [Data] extends [undefined] ? [] : undefined extends Data ? [data?: Data] : [data: Data]

/** Texts of our own in place of Microsoft's, by the keys that widgets ask for. */
export type WidgetTexts = Readonly<
  Partial<
    Record<
      | 'FLOW_CREATION_CREATE_BUTTON'
      | 'FLOW_CREATION_CUSTOM_FLOW_NAME'
      | 'FLOW_CREATION_HEADER'
      | 'INVOKE_FLOW_HEADER'
      | 'INVOKE_FLOW_RUN_FLOW_BUTTON',
      string
    >
  >
>
