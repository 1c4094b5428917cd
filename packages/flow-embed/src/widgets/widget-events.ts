import type { WidgetType } from './widget-settings.ts'

interface FlowCreated {
  readonly flowUrl: string
  readonly flowId: string
  readonly fromTemplate?: string
}

/** Events of every widget. Asking for a token and for texts is answered by the wrapper itself. */
interface CommonEvents {
  readonly WIDGET_READY: undefined
  readonly WIDGET_RENDERED: undefined
}

interface RuntimeEvents extends CommonEvents {
  readonly RUN_FLOW_STARTED: unknown
  /** The flow was triggered; how its run ends is another matter. */
  readonly RUN_FLOW_COMPLETED: unknown
  readonly RUN_FLOW_DONE_BUTTON_CLICKED: unknown
  readonly RUN_FLOW_CANCEL_BUTTON_CLICKED: unknown
  readonly FLOW_CREATION_SUCCEEDED: FlowCreated
  readonly WIDGET_CLOSE: unknown
}

interface CreationEvents extends CommonEvents {
  readonly FLOW_CREATION_FAILED: unknown
  readonly FLOW_CREATION_SUCCEEDED: FlowCreated
  readonly TEMPLATE_LOAD_FAILED: unknown
  readonly WIDGET_CLOSE: unknown
}

interface ApprovalEvents extends CommonEvents {
  readonly RECEIVED_APPROVAL_STATUS_CHANGED: unknown
  readonly SENT_APPROVAL_STATUS_CHANGED: unknown
}

/** What each widget tells, with what comes along; `unknown` where Microsoft does not say. */
export interface WidgetEvents {
  readonly flows: CreationEvents
  readonly flowCreation: CreationEvents
  readonly flowsRuntime: RuntimeEvents
  readonly approvalCenter: ApprovalEvents
  readonly templates: CreationEvents
}

interface NoActions {
  readonly [action: string]: never
}

/** What each widget can be asked to do, with what goes along. */
export interface WidgetActions {
  readonly flows: NoActions
  readonly templates: NoActions
  readonly flowCreation: {
    readonly createFlowFromTemplate: {
      readonly templateName: string
      readonly designTimeParameters?: Readonly<Record<string, unknown>>
    }
    /** The definition is a text of JSON. */
    readonly createFlowFromTemplateDefinition: { readonly templateDefinition: string }
    readonly closeWidget: undefined
  }
  readonly flowsRuntime: {
    readonly triggerFlow: { readonly flowName: string; readonly implicitData?: unknown }
    readonly triggerFlowByTemplate: {
      readonly templateId: string
      readonly implicitData?: unknown
      readonly designTimeParameters?: Readonly<Record<string, unknown>>
    }
    readonly getTriggerSchema: { readonly flowName: string }
    readonly closeWidget: undefined
  }
  readonly approvalCenter: { readonly closeInfoPane: undefined }
}

/** The events of one kind of widget, by name. */
export type EventOf<Type extends WidgetType> = keyof WidgetEvents[Type] & string
/** The actions of one kind of widget, by name. */
export type ActionOf<Type extends WidgetType> = keyof WidgetActions[Type] & string

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
