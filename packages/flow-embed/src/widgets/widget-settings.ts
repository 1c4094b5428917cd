/** Style keys go into the widget's address as they are; Microsoft documents none. */
type OpenSettings = Readonly<Record<string, string | number | boolean>>

/** The list of a person's flows. */
export interface FlowsSettings {
  /** Template that "create from blank" starts with; 32 hexadecimal digits. */
  readonly createFromBlankTemplateId?: string
  /** OData-like, for example `operations/any(operation: operation/sharepoint.site eq 'https://…')`. */
  readonly flowsFilter?: string
  readonly tab?: 'myFlows' | 'sharedFlows'
  readonly hideTabs?: boolean
  readonly isMini?: boolean
  readonly hideFlowCreation?: boolean
}

/** The gallery of templates. */
export interface TemplatesSettings {
  /** Values for parameters that templates declare, by `parameters.<name>`. */
  readonly defaultParams?: Readonly<Record<`parameters.${string}`, string>>
  readonly destination?: 'new' | 'details'
  readonly pageSize?: number
  readonly searchTerm?: string
  readonly templateCategory?: string
  readonly useServerSideProvisioning?: boolean
  readonly enableDietDesigner?: boolean
  /** Lets people name the flow; needed for the text FLOW_CREATION_CUSTOM_FLOW_NAME. */
  readonly allowCustomFlowName?: boolean
  readonly showCreateFromBlank?: boolean
  readonly showGoBack?: boolean
  readonly enableWidgetCloseOnFlowSave?: boolean
}

/** Approvals received and sent. */
export interface ApprovalCenterSettings {
  /** `properties/itemlink eq '…'`, or `properties/itemlinkencoded eq '…'` with the link in base64. */
  readonly approvalsFilter?: string
  readonly tab?: 'receivedApprovals' | 'sentApprovals'
  readonly autoNavigateToDetails?: boolean
  readonly showSimpleEmptyPage?: boolean
  readonly hideLink?: boolean
  readonly hideInfoPaneCloseButton?: boolean
  readonly hideTabs?: boolean
}

/** The name Microsoft's code gives each widget. Its documentation says `runtime` where the code says `flowsRuntime`. */
export type WidgetType = 'flows' | 'flowCreation' | 'flowsRuntime' | 'approvalCenter' | 'templates'

interface CommonSettings {
  readonly widgetStyleSettings?: OpenSettings
}

/** What each widget can be told. */
export interface WidgetSettings {
  readonly flows: CommonSettings & {
    readonly flowsSettings?: FlowsSettings
    readonly templatesSettings?: TemplatesSettings
  }
  readonly flowCreation: CommonSettings & { readonly templatesSettings?: TemplatesSettings }
  readonly flowsRuntime: CommonSettings & { readonly runtimeSettings?: OpenSettings }
  readonly approvalCenter: CommonSettings & { readonly approvalCenterSettings?: ApprovalCenterSettings }
  readonly templates: CommonSettings & { readonly templatesSettings?: TemplatesSettings }
}
