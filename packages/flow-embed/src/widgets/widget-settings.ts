/** Keys that go on as they are, or whose form nobody has written down. */
type OpenSettings = Readonly<Record<string, string | number | boolean>>

/** The list of a person's flows. What stands after `tab` is read in Microsoft's code only. */
export interface FlowsSettings {
  /** Template that "create from blank" starts with; 32 hexadecimal digits. */
  readonly createFromBlankTemplateId?: string
  /** OData-like, for example `operations/any(operation: operation/sharepoint.site eq 'https://…')`. */
  readonly flowsFilter?: string
  readonly tab?: 'myFlows' | 'sharedFlows'
  readonly hideTabs?: boolean
  readonly isMini?: boolean
  readonly hideFlowCreation?: boolean
  readonly enableBusinessProcessFlow?: boolean
  readonly allowImplicitConsent?: boolean
  readonly enableTeamsHomePage?: boolean
  readonly hideDesignerBackButton?: boolean
  readonly hideDesignerTestButton?: boolean
}

/** The gallery of templates. What stands after `enableDietDesigner` is read in Microsoft's code only. */
export interface TemplatesSettings {
  /** Values for parameters that templates declare, by `parameters.<name>`. */
  readonly defaultParams?: Readonly<Record<`parameters.${string}`, string>>
  readonly destination?: 'new' | 'details'
  /** How many templates a page shows; 6 unless told. */
  readonly pageSize?: number
  readonly searchTerm?: string
  readonly templateCategory?: string
  readonly useServerSideProvisioning?: boolean
  readonly enableDietDesigner?: boolean
  /** Lets people name the flow; needed for the text FLOW_CREATION_CUSTOM_FLOW_NAME. */
  readonly allowCustomFlowName?: boolean
  readonly showCreateFromBlank?: boolean
  readonly showGoBack?: boolean
  readonly showHiddenTemplates?: boolean
  readonly enableWidgetCloseOnFlowSave?: boolean
  readonly hideSidePanel?: boolean
  readonly waitAfterSavingFlow?: boolean
  readonly disableNavigationAfterAutoCreation?: boolean
  readonly metadataSortProperty?: string
  readonly oneClickCategory?: string
  readonly dietCategory?: string
}

/** Approvals received and sent. `hideTabs` and what follows it are read in Microsoft's code only. */
export interface ApprovalCenterSettings {
  /** `properties/itemlink eq '…'`, or `properties/itemlinkencoded eq '…'` with the link in base64. */
  readonly approvalsFilter?: string
  readonly tab?: 'receivedApprovals' | 'sentApprovals'
  readonly autoNavigateToDetails?: boolean
  readonly showSimpleEmptyPage?: boolean
  readonly hideLink?: boolean
  readonly hideInfoPaneCloseButton?: boolean
  readonly hideTabs?: boolean
  readonly hideFlowCreation?: boolean
  readonly showApprovalHistory?: boolean
}

/** Making a flow in the designer, by what starts it; read in Microsoft's code only. */
export interface FlowNewSettings {
  readonly tab?: 'flowNewBlank' | 'flowNewAutomated' | 'flowNewInstant' | 'flowNewScheduled'
}

/** What every widget takes; options below `widgetStyleSettings` are read in Microsoft's code only. */
interface CommonSettings {
  /** Goes into the widget's address as it is; Microsoft documents no key. */
  readonly widgetStyleSettings?: OpenSettings
  /** Id of the frame; made up unless told. */
  readonly widgetId?: string
  /** Writes to the console of whoever looks at the page; not for customers. */
  readonly debugMode?: boolean
  /** Looks up the region of the person first, for which a token of another resource is asked for. */
  readonly enableRegionalPortal?: boolean
  readonly environmentLocation?: string
  readonly enableOnBehalfOfTokens?: boolean
  readonly enableWidgetV2?: boolean
  /** How a sign-in to a connection is shown. */
  readonly oAuthHandler?: 'oAuth' | 'teamsOAuth' | 'widgetOAuth' | 'mobileWidgetOAuth'
  readonly groupId?: string
  readonly solutionId?: string
  /** The flow that is shown, edited or run, by its id. */
  readonly flowName?: string
  /** The run of that flow. */
  readonly runId?: string
  readonly sessionId?: string
  readonly campaign?: string
  readonly embeddedIn?: string
  readonly historyDisabled?: boolean
  /** Their forms are not known. */
  readonly additionalOwners?: unknown
  readonly visibleHideKeys?: unknown
  readonly pathAliasOverrides?: unknown
}

/** What each widget can be told, by the name that Microsoft's code gives it. */
export interface WidgetSettings {
  readonly flows: CommonSettings & {
    readonly flowsSettings?: FlowsSettings
    readonly templatesSettings?: TemplatesSettings
  }
  readonly flowCreation: CommonSettings & {
    readonly templatesSettings?: TemplatesSettings
    readonly flowCreationSettings?: OpenSettings
  }
  readonly flowsRuntime: CommonSettings & { readonly runtimeSettings?: OpenSettings }
  readonly approvalCenter: CommonSettings & { readonly approvalCenterSettings?: ApprovalCenterSettings }
  readonly templates: CommonSettings & { readonly templatesSettings?: TemplatesSettings }
  readonly bpfActionCenter: CommonSettings
  readonly connectionWizard: CommonSettings & { readonly connectionWizardSettings?: OpenSettings }
  readonly copilotPlugins: CommonSettings
  readonly flowDetails: CommonSettings & { readonly flowDetailsSettings?: OpenSettings }
  readonly flowEdit: CommonSettings
  readonly flowNew: CommonSettings & { readonly flowNewSettings?: FlowNewSettings }
  readonly flowRunDetails: CommonSettings
  readonly naturalLanguageToFlowWizard: CommonSettings
}

/**
 * The names of widgets. The documentation says `runtime` where the code says `flowsRuntime`. It describes flows,
 * flowCreation, flowsRuntime, approvalCenter and templates; the others are in newer code only, and may change or go
 * without a word.
 */
export type WidgetType = keyof WidgetSettings
