/** What one kind of widget is told, does and says; as Microsoft's code has it, where the documentation is silent too. */
export interface WidgetKind {
  readonly type: string
  /** Microsoft documents it; the others were only seen in newer code. */
  readonly isDocumented: boolean
  /** Groups of settings that it looks at. */
  readonly settings: readonly string[]
  /** Values of `tab`, and the group of settings it stands in. */
  readonly tabs?: { readonly group: string; readonly values: readonly string[] }
  /** Events of its own that Microsoft documents. */
  readonly events: readonly string[]
  readonly actions: readonly string[]
}

const creationEvents = ['FLOW_CREATION_FAILED', 'FLOW_CREATION_SUCCEEDED', 'TEMPLATE_LOAD_FAILED', 'WIDGET_CLOSE']
const runtimeEvents = [
  'FLOW_CREATION_SUCCEEDED',
  'RUN_FLOW_CANCEL_BUTTON_CLICKED',
  'RUN_FLOW_COMPLETED',
  'RUN_FLOW_DONE_BUTTON_CLICKED',
  'RUN_FLOW_STARTED',
  'WIDGET_CLOSE',
]

const undocumented = (type: string, known: Partial<Pick<WidgetKind, 'settings' | 'tabs'>> = {}): WidgetKind => ({
  type,
  isDocumented: false,
  settings: [],
  events: [],
  actions: [],
  ...known,
})

/** The kinds of widgets that the script accepts. */
export const widgetKinds: readonly WidgetKind[] = [
  {
    type: 'flows',
    isDocumented: true,
    settings: ['flowsSettings', 'templatesSettings'],
    tabs: { group: 'flowsSettings', values: ['myFlows', 'sharedFlows'] },
    events: creationEvents,
    actions: [],
  },
  {
    type: 'flowCreation',
    isDocumented: true,
    settings: ['flowCreationSettings', 'templatesSettings'],
    events: creationEvents,
    actions: ['closeWidget', 'createFlowFromTemplate', 'createFlowFromTemplateDefinition'],
  },
  {
    type: 'flowsRuntime',
    isDocumented: true,
    settings: ['runtimeSettings'],
    events: runtimeEvents,
    actions: ['closeWidget', 'getTriggerSchema', 'triggerFlow', 'triggerFlowByTemplate'],
  },
  {
    type: 'approvalCenter',
    isDocumented: true,
    settings: ['approvalCenterSettings'],
    tabs: { group: 'approvalCenterSettings', values: ['receivedApprovals', 'sentApprovals'] },
    events: ['RECEIVED_APPROVAL_STATUS_CHANGED', 'SENT_APPROVAL_STATUS_CHANGED'],
    actions: ['closeInfoPane'],
  },
  {
    type: 'templates',
    isDocumented: true,
    settings: ['templatesSettings'],
    events: creationEvents,
    actions: [],
  },
  undocumented('bpfActionCenter'),
  undocumented('connectionWizard', { settings: ['connectionWizardSettings'] }),
  undocumented('copilotPlugins'),
  undocumented('flowDetails', { settings: ['flowDetailsSettings'] }),
  undocumented('flowEdit'),
  undocumented('flowNew', {
    settings: ['flowNewSettings'],
    tabs: {
      group: 'flowNewSettings',
      values: ['flowNewBlank', 'flowNewAutomated', 'flowNewInstant', 'flowNewScheduled'],
    },
  }),
  undocumented('flowRunDetails'),
  undocumented('naturalLanguageToFlowWizard'),
]

/** The kind of a type; undefined for what the script refuses. */
export function widgetKindOf(type: string): WidgetKind | undefined {
  return widgetKinds.find((kind) => kind.type === type)
}

/** Events of every widget. */
export const commonEvents: readonly string[] = ['GET_ACCESS_TOKEN', 'GET_STRINGS', 'WIDGET_READY', 'WIDGET_RENDERED']

/** Events that only the code knows; further ones of the connection wizard begin with `CONNECTION_WIZARD_`. */
export const codeEvents: readonly string[] = [
  'CONNECTION_REFERENCES_CONFIRMED',
  'EXECUTE_TEAMS_DEEP_LINK',
  'FLOW_INSTALL_FAILED',
  'FLOW_INSTALL_SUCCEEDED',
  'GET_IMPLICIT_DATA',
  'GET_WIDGET_OPTIONS',
  'LAUNCH_OAUTH_POPUP',
  'ON_ADD_CONNECTION_CLICKED',
  'ON_DELETE_CUSTOMAPI_CLICKED',
  'SIDE_PANE_VISIBILITY_SET',
]

/** Actions that only the code knows. */
export const codeActions: readonly string[] = [
  'connectionsConfirmed',
  'refreshApis',
  'refreshConnections',
  'showAlertBanner',
  'userSelectionUpdated',
]

/** Texts that a page may put in place of Microsoft's. */
export const textKeys: readonly string[] = [
  'FLOW_CREATION_CREATE_BUTTON',
  'FLOW_CREATION_CUSTOM_FLOW_NAME',
  'FLOW_CREATION_HEADER',
  'INVOKE_FLOW_HEADER',
  'INVOKE_FLOW_RUN_FLOW_BUTTON',
]

/** How a sign-in to a connection is shown; the script throws for anything else. */
export const oauthHandlers: readonly string[] = ['oAuth', 'teamsOAuth', 'widgetOAuth', 'mobileWidgetOAuth']

/** Keys of the second argument of renderWidget, documented or seen in code. */
export const optionKeys: readonly string[] = [
  'additionalOwners',
  'approvalCenterSettings',
  'campaign',
  'connectionWizardSettings',
  'container',
  'debugMode',
  'embeddedIn',
  'enableOnBehalfOfTokens',
  'enableRegionalPortal',
  'enableWidgetV2',
  'environmentId',
  'environmentLocation',
  'errorHandler',
  'flowCreationSettings',
  'flowDetailsSettings',
  'flowName',
  'flowNewSettings',
  'flowsSettings',
  'groupId',
  'historyDisabled',
  'iframeTitle',
  'oAuthHandler',
  'pathAliasOverrides',
  'runId',
  'runtimeSettings',
  'sessionId',
  'solutionId',
  'templatesSettings',
  'visibleHideKeys',
  'widgetId',
  'widgetStyleSettings',
]

/** Keys of each group of settings; groups whose keys go into the address as they are have none. */
export const settingKeys: Readonly<Record<string, readonly string[]>> = {
  flowsSettings: [
    'allowImplicitConsent',
    'createFromBlankTemplateId',
    'enableBusinessProcessFlow',
    'enableTeamsHomePage',
    'flowsFilter',
    'hideDesignerBackButton',
    'hideDesignerTestButton',
    'hideFlowCreation',
    'hideTabs',
    'isMini',
    'tab',
  ],
  templatesSettings: [
    'allowCustomFlowName',
    'defaultParams',
    'destination',
    'dietCategory',
    'disableNavigationAfterAutoCreation',
    'enableDietDesigner',
    'enableWidgetCloseOnFlowSave',
    'hideSidePanel',
    'metadataSortProperty',
    'oneClickCategory',
    'pageSize',
    'searchTerm',
    'showCreateFromBlank',
    'showGoBack',
    'showHiddenTemplates',
    'templateCategory',
    'useServerSideProvisioning',
    'waitAfterSavingFlow',
  ],
  approvalCenterSettings: [
    'approvalsFilter',
    'autoNavigateToDetails',
    'hideFlowCreation',
    'hideInfoPaneCloseButton',
    'hideLink',
    'hideTabs',
    'showApprovalHistory',
    'showSimpleEmptyPage',
    'tab',
  ],
}
